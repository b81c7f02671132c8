import { type Node as FlowNode, Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import type { GraphProblem, Module, Notifications } from '../api/types';
import { duration, Icon } from '../design';
import type { Fate } from '../graph/diff';
import { ERROR_EXIT, hasFilters, hasPolicy, type Node } from '../graph/model';
import { exitLabel, summary } from './summary';

export interface Result {
  result: string;
  errors: string[];
  durationMicros: number;
}

export type BlockData = {
  node: Node;
  module?: Module;
  result?: Result;
  active?: boolean;
  fate?: Fate;
  problems?: readonly GraphProblem[];
  notes?: Notifications;
  /** the error exit is drawn though nothing leads from it */
  errorExit?: boolean;
  found?: boolean;
  onSettings?: (id: string) => void;
  onFilters?: (id: string) => void;
};
export type BlockNode = FlowNode<BlockData, 'block'>;

/** How a node's result is told by colour, and by a sign beside it. */
export function toneOf(result: string): { tone: string; sign: string } {
  switch (result) {
    case 'error':
    case 'unknown':
      return { tone: 'bad', sign: 'circle-exclamation' };
    case 'stopped':
      return { tone: 'bad', sign: 'hand' };
    case 'failed':
    case 'disabled':
      return { tone: 'warn', sign: 'triangle-exclamation' };
    default:
      return { tone: 'good', sign: 'circle-check' };
  }
}

function Marks({ data }: { data: BlockData }) {
  const { node, module, problems = [], notes } = data;
  const errors = [...problems.filter((it) => it.refuses).map((it) => it.message), ...textsOf(notes?.error)];
  const warnings = [...problems.filter((it) => !it.refuses).map((it) => it.message), ...textsOf(notes?.warning)];
  return (
    <span className="block-marks">
      {module?.blocking && node.type === 'action' && (
        <span className="mark bad" title="Blocking: its no stops what the platform was about to do">
          <Icon name="ban" />
          <span className="visually-hidden">blocking</span>
        </span>
      )}
      {hasPolicy(node.policy) && (
        <span className="mark info" title="Has rules of its own for errors and time">
          <Icon name="shield-halved" />
          <span className="visually-hidden">has an error policy</span>
        </span>
      )}
      <Count tone="bad" icon="circle-exclamation" texts={errors} what="errors" />
      <Count tone="warn" icon="triangle-exclamation" texts={warnings} what="warnings" />
      <Count tone="info" icon="circle-info" texts={textsOf(notes?.info)} what="remarks" />
    </span>
  );
}

function textsOf(notes: Notifications['info'] = []): string[] {
  return notes.map((it) => it.description || it.text);
}

/** How much there is to say; the settings say it. */
function Count({ tone, icon, texts, what }: { tone: string; icon: string; texts: string[]; what: string }) {
  if (texts.length === 0) return null;
  return (
    <span className={`mark ${tone}`} title={texts.join('\n')}>
      <Icon name={icon} /> {texts.length}
      <span className="visually-hidden">{what}</span>
    </span>
  );
}

function Buttons({ data }: { data: BlockData }) {
  const { node, module, onSettings, onFilters } = data;
  if (!onSettings) return hasFilters(node.filters) ? <Icon name="filter" title="Filtered" /> : null;
  return (
    <span className="block-buttons">
      {(module?.supportFilters || hasFilters(node.filters)) && (
        <button
          type="button"
          tabIndex={-1}
          className={`nodrag ${hasFilters(node.filters) ? 'set' : ''}`}
          aria-label={`Filters of ${node.name}`}
          title={hasFilters(node.filters) ? 'Works on filtered items only' : 'Filters'}
          onClick={() => onFilters?.(node.id)}
        >
          <Icon name="filter" />
        </button>
      )}
      <button
        type="button"
        tabIndex={-1}
        className="nodrag"
        aria-label={`Settings of ${node.name}`}
        title="Settings"
        onClick={() => onSettings(node.id)}
      >
        <Icon name="ellipsis" />
      </button>
    </span>
  );
}

function Exits({ data }: { data: BlockData }) {
  const { node, module, errorExit } = data;
  const exits = errorExit ? [...node.exits, ERROR_EXIT] : node.exits;
  const [only] = exits;
  if (only && exits.length === 1 && exitLabel(only, module) === '') {
    return (
      <Handle type="source" id={only} position={Position.Right} role="img" aria-label={`Output out of ${node.name}`} />
    );
  }
  return (
    <div className="block-exits">
      {exits.map((exit) => {
        const label = exitLabel(exit, module);
        return (
          <div key={exit} className={`block-exit ${exit === ERROR_EXIT ? 'error' : label}`}>
            {label}
            <Handle
              type="source"
              id={exit}
              position={Position.Right}
              role="img"
              aria-label={`Output ${label || 'out'} of ${node.name}`}
            />
          </div>
        );
      })}
    </div>
  );
}

/** A node as a block: what it is, what it is set to, and, with a run over it, how it ended. */
export const Block = memo(function Block({ data, selected }: NodeProps<BlockNode>) {
  const { node, module, result, active, fate, found } = data;
  const told = result && toneOf(result.result);
  const classes = [
    'block',
    node.type,
    module ? '' : 'unknown',
    module && !module.enabled && node.type !== 'trigger' ? 'disabled' : '',
    selected ? 'selected' : '',
    told ? `told ${told.tone}` : '',
    active ? 'active' : '',
    fate && fate !== 'same' ? `fate-${fate}` : '',
    found ? 'found' : '',
  ];
  return (
    <div className={classes.join(' ')}>
      {node.entries.map((entry) => (
        <Handle
          key={entry}
          type="target"
          id={entry}
          position={Position.Left}
          role="img"
          aria-label={`Input of ${node.name}`}
        />
      ))}
      <header>
        <span className="block-icon">
          <Icon name={module?.icon || (node.type === 'trigger' ? 'bolt' : 'cube')} family={module?.iconClass} />
        </span>
        <strong>{node.name}</strong>
        <Marks data={data} />
        <Buttons data={data} />
      </header>
      {!module && <p className="block-note bad">Unknown module `{node.module}`: the walk ends here with an error.</p>}
      {module && !module.enabled && node.type !== 'trigger' && (
        <p className="block-note warn">This module is disabled.</p>
      )}
      <dl>
        {summary(node, module).map((it) => (
          <div key={it.id}>
            <dt>{it.label}</dt>
            <dd>{it.value}</dd>
          </div>
        ))}
      </dl>
      <Exits data={data} />
      {result && told && (
        <footer>
          <Icon name={told.sign} /> {result.result} <span className="push">{duration(result.durationMicros)}</span>
        </footer>
      )}
    </div>
  );
});
