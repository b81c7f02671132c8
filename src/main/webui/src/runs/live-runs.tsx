import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { ROOT } from '../api/client';
import type { Run } from '../api/types';
import { Badge, duration, Empty, Notice } from '../design';
import { Outcome } from './outcome';

interface Live {
  runId: string;
  trigger: string;
  workflow: string;
  dryRun: boolean;
  nodes: string[];
  end?: Pick<Run, 'outcome' | 'reasons' | 'durationMicros'>;
}

const MOST = 100;

/** Runs as they happen, newest first; only those that begin while one looks. */
export function LiveRuns({ trigger, workflow }: { trigger: string | null; workflow: string | null }) {
  const [runs, setRuns] = useState<readonly Live[]>([]);
  const [state, setState] = useState<'opening' | 'open' | 'lost'>('opening');
  const [missed, setMissed] = useState(0);

  useEffect(() => {
    const asked = new URLSearchParams();
    if (trigger) asked.set('trigger', trigger);
    if (workflow) asked.set('workflow', workflow);
    const stream = new EventSource(`${ROOT}api/v1/runs/live?${asked}`);
    const on = <T extends { runId: string }>(name: string, take: (data: T) => void) =>
      stream.addEventListener(name, (event) => take(JSON.parse((event as MessageEvent<string>).data) as T));
    const change = (id: string, with_: (run: Live) => Live) =>
      setRuns((all) => all.map((it) => (it.runId === id ? with_(it) : it)));
    stream.onopen = () => setState('open');
    stream.onerror = () => setState('lost');
    on<Live>('run', (it) => setRuns((all) => [{ ...it, nodes: [] }, ...all].slice(0, MOST)));
    on<{ runId: string; module: string; result: string }>('node', (it) =>
      change(it.runId, (run) => ({ ...run, nodes: [...run.nodes, `${it.module}: ${it.result}`] })),
    );
    on<{ runId: string } & NonNullable<Live['end']>>('end', (it) => change(it.runId, (run) => ({ ...run, end: it })));
    stream.addEventListener('skipped', (event) => {
      const { events } = JSON.parse((event as MessageEvent<string>).data) as { events: number };
      setMissed((it) => it + events);
    });
    return () => stream.close();
  }, [trigger, workflow]);

  return (
    <div className="stack">
      {state === 'lost' && <Notice tone="warn">The connection is lost; the browser tries to open it again.</Notice>}
      {missed > 0 && <Notice tone="warn">{missed} events came faster than they could be shown.</Notice>}
      {runs.length === 0 ? (
        <Empty icon="tower-broadcast" title={state === 'open' ? 'Listening' : 'Connecting …'}>
          <p>Runs show up here the moment they begin.</p>
        </Empty>
      ) : (
        <ul className="live card" aria-live="polite">
          {runs.map((it) => (
            <li key={it.runId}>
              {it.end ? <Outcome run={it.end} /> : <Badge tone="info">running</Badge>}{' '}
              <Link href={`/runs/${it.runId}`}>{it.workflow || it.trigger}</Link>{' '}
              <span className="soft">{it.trigger}</span> {it.dryRun && <Badge>dry</Badge>}{' '}
              {it.end && <span className="soft">{duration(it.end.durationMicros)}</span>}
              <p className="soft small">{it.nodes.join(' → ')}</p>
              {it.end?.reasons.map((reason) => (
                <p key={reason}>{reason}</p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
