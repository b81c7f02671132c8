import './activity.css';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { call } from '../../api/client';
import type { Json, LogRow, Page, Run } from '../../api/types';
import { Badge, duration, Empty, Failure, IconButton, Loading, Notice, Switch, Tabs, Time } from '../../design';
import { useEditor } from '../store';

interface DebugMessage {
  id: number;
  at: string;
  runId?: string;
  path: string;
  body: Json;
}

/** What this workflow did lately: its runs, its log, and what debug mode recorded. */
export function ActivityPanel({ onClose }: { onClose: () => void }) {
  const { id, debug } = useEditor((it) => it.head);
  const [follow, setFollow] = useState(true);
  const every = follow ? 4_000 : false;
  const runs = useQuery({
    queryKey: ['activity-runs', id],
    queryFn: () => call<Page<Run>>('GET', `api/v1/runs?workflow=${id}&size=25`),
    refetchInterval: every,
  });
  const logs = useQuery({
    queryKey: ['activity-logs', id],
    queryFn: () => call<Page<LogRow>>('GET', `api/v1/logs?workflow=${id}&size=60`),
    refetchInterval: every,
  });
  const messages = useQuery({
    queryKey: ['activity-debug', id],
    queryFn: () => call<{ items: DebugMessage[] }>('GET', `api/v1/workflows/${id}/debug?size=50`),
    refetchInterval: every,
  });

  return (
    <section className="drawer wide" aria-label="Activity">
      <header>
        <h2>Activity</h2>
        <Switch value={follow} onChange={setFollow}>
          <span className="small">Follow</span>
        </Switch>
        <IconButton small icon="xmark" label="Close the activity" onPress={onClose} />
      </header>
      <div className="drawer-body">
        <Tabs
          label="Activity"
          tabs={[
            {
              id: 'runs',
              title: 'Runs',
              content: (
                <Shown of={runs} empty="It did not run yet: fire its trigger, or make a test run.">
                  {(runs.data?.items ?? []).map((it) => (
                    <li key={it.runId}>
                      <Badge tone={it.outcome === 'success' ? 'good' : it.outcome === 'skipped' ? 'plain' : 'bad'}>
                        {it.outcome}
                      </Badge>{' '}
                      <Link href={`/runs/${it.runId}`}>
                        <Time at={it.startedAt} />
                      </Link>{' '}
                      <span className="soft">
                        {duration(it.durationMicros)}
                        {it.dryRun ? ', dry' : ''},{' '}
                        {it.workflowVersion === 0 ? 'as drawn' : `version ${it.workflowVersion}`}
                      </span>
                      {it.reasons.map((reason) => (
                        <p key={reason}>{reason}</p>
                      ))}
                    </li>
                  ))}
                </Shown>
              ),
            },
            {
              id: 'logs',
              title: 'Execution logs',
              content: (
                <Shown of={logs} empty="Nothing was logged yet.">
                  {(logs.data?.items ?? []).map((it) => (
                    <li key={it.id}>
                      <span className="soft">
                        <Time at={String(it.at)} />
                      </span>{' '}
                      <Badge tone={it.level.toLowerCase() === 'error' ? 'bad' : 'plain'}>{it.level}</Badge> {it.message}
                    </li>
                  ))}
                </Shown>
              ),
            },
            {
              id: 'debug',
              title: 'Debug messages',
              content: (
                <>
                  {!debug && <Notice>Debug mode is off: switch it on to record what each step sees.</Notice>}
                  <Shown of={messages} empty="Nothing was recorded.">
                    {(messages.data?.items ?? []).map((it) => (
                      <li key={it.id}>
                        <details>
                          <summary>
                            <code>{it.path}</code> <Time at={it.at} />
                          </summary>
                          <pre>{JSON.stringify(it.body, null, 2).slice(0, 20_000)}</pre>
                        </details>
                      </li>
                    ))}
                  </Shown>
                </>
              ),
            },
          ]}
        />
      </div>
    </section>
  );
}

interface ShownProps {
  of: { isPending: boolean; error: unknown; refetch: () => void };
  empty: string;
  children: ReactNode[];
}

function Shown({ of, empty, children }: ShownProps) {
  if (of.isPending) return <Loading />;
  if (of.error) return <Failure error={of.error} retry={of.refetch} />;
  if (children.length === 0) {
    return (
      <Empty icon="clock-rotate-left" title="Nothing yet">
        <p>{empty}</p>
      </Empty>
    );
  }
  return <ul className="activity">{children}</ul>;
}
