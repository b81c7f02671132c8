import type { VisitedNode } from '../api/types';
import { duration } from '../design';
import { toneOf } from '../drawing';

/** How long each node took, one after the other. */
export function Timeline({ nodes, total }: { nodes: readonly VisitedNode[]; total: number }) {
  const sum = Math.max(
    1,
    total,
    nodes.reduce((all, it) => all + it.durationMicros, 0),
  );
  let at = 0;
  return (
    <table className="timeline card" aria-label="Times of the nodes">
      <tbody>
        {nodes.map((it, index) => {
          const start = at;
          at += it.durationMicros;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a node may be visited more than once
            <tr key={index}>
              <th scope="row">
                {it.module} <span className="soft">({it.nodeId})</span>
              </th>
              <td className="bar">
                <span
                  className={toneOf(it.result).tone}
                  style={{
                    marginInlineStart: `${(start / sum) * 100}%`,
                    width: `${Math.max(0.6, (it.durationMicros / sum) * 100)}%`,
                  }}
                />
              </td>
              <td className="number">{duration(it.durationMicros)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
