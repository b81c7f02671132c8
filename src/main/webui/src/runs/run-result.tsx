import './run-result.css';
import { Link } from 'wouter';
import type { Run, VisitedNode } from '../api/types';
import { Badge, duration, Icon, Notice, Pre, Words } from '../design';
import { toneOf } from '../drawing';
import { Changes } from './changes';
import { useDifferences } from './differences';

interface RunResultProps {
  run: Run;
  selected: string | null;
  onSelect: (id: string) => void;
  nameOf: (node: VisitedNode) => string;
  /** where it is not the page of the run itself */
  link?: boolean;
}

/** What came of a run: the answer, and node by node what happened. */
export function RunResult({ run, selected, onSelect, nameOf, link }: RunResultProps) {
  const differences = useDifferences(run);
  const tone = run.outcome === 'success' ? 'good' : run.outcome === 'skipped' ? 'info' : 'bad';
  return (
    <div className="stack run-result">
      <Notice tone={tone}>
        <strong>
          {run.outcome}: {run.proceed ? 'the platform may proceed' : 'the platform must not proceed'}
        </strong>
        {run.reasons.map((it) => (
          <p key={it}>
            <Words>{it}</Words>
          </p>
        ))}
        <p className="small">
          {duration(run.durationMicros)}
          {run.dryRun && ', nothing was done outside'}
          {link && (
            <>
              , <Link href={`/runs/${run.runId}`}>open this run</Link>
            </>
          )}
        </p>
      </Notice>
      <ol className="visited" aria-label="Visited nodes">
        {(run.nodes ?? []).map((it, at) => {
          const { tone: colour, sign } = toneOf(it.result);
          const id = String(it.nodeId);
          const open = selected === id;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a node may be visited more than once
            <li key={at}>
              <button type="button" aria-expanded={open} onClick={() => onSelect(id)}>
                <span className={`mark ${colour}`}>
                  <Icon name={sign} />
                </span>
                <span>
                  {nameOf(it)} <span className="soft">({id})</span>
                </span>
                <span className="push">{it.result}</span>
                <span className="soft small">{duration(it.durationMicros)}</span>
                {(it.changes?.length ?? 0) > 0 && <Badge tone="info">{it.changes?.length} changes</Badge>}
              </button>
              {open && (
                <div className="visited-detail stack">
                  {it.errors.map((error) => (
                    <Notice key={error} tone={colour === 'good' ? 'info' : 'bad'}>
                      {error}
                    </Notice>
                  ))}
                  {it.changes && it.changes.length > 0 ? (
                    <Changes changes={differences[at] ?? []} cut={it.changesCut} />
                  ) : (
                    <p className="soft small">It left the data as it was.</p>
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {run.effects && run.effects.length > 0 && (
        <details open>
          <summary>What it would have done outside ({run.effects.length})</summary>
          <Pre className="effects">{JSON.stringify(run.effects, null, 2)}</Pre>
        </details>
      )}
    </div>
  );
}
