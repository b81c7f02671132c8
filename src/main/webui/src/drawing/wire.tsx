import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react';
import { memo } from 'react';

export type WireData = {
  labels?: readonly string[];
  /** what is wrong with it, and how bad that is */
  problem?: { tone: 'bad' | 'warn'; text: string };
  /** a run went along it, or did not */
  followed?: boolean;
  fate?: 'added' | 'removed';
  /** something is about to be dropped on it */
  target?: boolean;
  error?: boolean;
};
export type WireEdge = Edge<WireData, 'wire'>;

export const WireLine = memo(function WireLine(props: EdgeProps<WireEdge>) {
  const { id, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, data = {}, selected } = props;
  const [path, x, y] = getBezierPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition });
  const { labels = [], problem, followed, fate, target, error } = data;
  const classes = [
    'wire',
    selected ? 'selected' : '',
    problem ? problem.tone : '',
    followed ? 'followed' : '',
    fate ? `fate-${fate}` : '',
    target ? 'target' : '',
    error ? 'error' : '',
  ];
  return (
    <>
      <BaseEdge id={id} path={path} className={classes.join(' ')} interactionWidth={22} />
      {(labels.length > 0 || problem) && (
        <EdgeLabelRenderer>
          <div className="wire-labels" style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}>
            {labels.map((it) => (
              <span key={it} className="badge info" title="This data filter is active here">
                {it}
              </span>
            ))}
            {problem && (
              <span className={`badge ${problem.tone}`} title={problem.text}>
                !
              </span>
            )}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
