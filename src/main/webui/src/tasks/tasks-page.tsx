import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { call } from '../api/client';
import type { Page as PageOf, Task } from '../api/types';
import {
  ask,
  Badge,
  Button,
  Empty,
  Failure,
  IconButton,
  Loading,
  Page,
  Pager,
  Segments,
  say,
  TableScroll,
  Time,
  type Tone,
} from '../design';
import { useQueryParams } from '../frame/location';

const TONES: Record<string, Tone> = { waiting: 'info', running: 'good', dead: 'bad' };
const STATES = [
  { value: 'all', label: 'All' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'running', label: 'Running' },
  { value: 'dead', label: 'Dead letters' },
];

/** Background work: what waits, what runs, and what failed for good. */
export default function TasksPage() {
  const queries = useQueryClient();
  const [query, change] = useQueryParams();
  const state = query.get('state') ?? 'all';
  const page = query.get('page') ?? '1';
  const asked = new URLSearchParams({ size: '50', page });
  if (state !== 'all') asked.set('state', state);
  const tasks = useQuery({
    queryKey: ['tasks', state, page],
    queryFn: () => call<PageOf<Task>>('GET', `api/v1/tasks?${asked}`),
    placeholderData: keepPreviousData,
    refetchInterval: 3_000,
  });
  const dead = useQuery({
    queryKey: ['tasks', 'dead-count'],
    queryFn: () => call<PageOf<Task>>('GET', 'api/v1/tasks?state=dead&size=1'),
    refetchInterval: 10_000,
  });
  const count = dead.data?.total ?? 0;

  async function act(title: string, text: string, yes: string, method: string, path: string, danger = false) {
    const done = await ask({ title, text, yes, danger, act: () => call(method, path) });
    if (!done) return;
    await queries.invalidateQueries({ queryKey: ['tasks'] });
    say('Done.');
  }

  return (
    <Page
      title="Tasks"
      what="Runs of non-blocking triggers and branches of concurrent tasks. They survive restarts, are tried again when they fail, and end here when they fail for good."
      actions={
        count > 0 && (
          <>
            <Button
              icon="rotate-right"
              onPress={() =>
                act(
                  'Retry all dead letters?',
                  `${count} tasks are tried again from where they failed.`,
                  'Retry all',
                  'POST',
                  'api/v1/tasks/dead/retry',
                )
              }
            >
              Retry all {count}
            </Button>
            <Button
              look="danger"
              icon="trash"
              onPress={() =>
                act(
                  'Drop all dead letters?',
                  `${count} tasks are forgotten: what they were to do is not done.`,
                  'Drop all',
                  'DELETE',
                  'api/v1/tasks/dead',
                  true,
                )
              }
            >
              Drop all
            </Button>
          </>
        )
      }
    >
      <div className="filters">
        <Segments
          label="State"
          value={state}
          options={STATES}
          onChange={(it) => change({ state: it === 'all' ? null : it, page: null })}
        />
        {count > 0 && <Badge tone="bad">{count} dead</Badge>}
      </div>
      {tasks.isPending && <Loading />}
      {tasks.error && <Failure error={tasks.error} retry={tasks.refetch} />}
      {tasks.data?.items.length === 0 && (
        <Empty icon="list-check" title={state === 'dead' ? 'Nothing failed for good' : 'Nothing waits'}>
          <p>Work shows up here when a non-blocking trigger fires, or a walk meets a Concurrent Task.</p>
        </Empty>
      )}
      {tasks.data && tasks.data.items.length > 0 && (
        <>
          <TableScroll>
            <table className="table" aria-label="Tasks">
              <thead>
                <tr>
                  <th scope="col">Since</th>
                  <th scope="col">State</th>
                  <th scope="col">Trigger</th>
                  <th scope="col">Workflow</th>
                  <th scope="col">Starts at</th>
                  <th scope="col" className="number">
                    Attempts
                  </th>
                  <th scope="col">Next try</th>
                  <th scope="col">Last error</th>
                  <th scope="col">
                    <span className="visually-hidden">Actions</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {tasks.data.items.map((it) => (
                  <tr key={it.id}>
                    <td>
                      <Link href={`/runs/${it.id}`}>
                        <Time at={String(it.createdAt)} />
                      </Link>
                    </td>
                    <td>
                      <Badge tone={TONES[it.state] ?? 'plain'}>{it.state}</Badge>
                    </td>
                    <td>{it.trigger}</td>
                    <td>
                      <Link href={`/workflows/${it.workflowId}`}>
                        {it.workflowId}, version {it.workflowVersion}
                      </Link>
                    </td>
                    <td>{it.startNode ? `node ${it.startNode}` : 'the trigger'}</td>
                    <td className="number">{it.attempts}</td>
                    <td>{it.nextTry && <Time at={String(it.nextTry)} />}</td>
                    <td>{it.lastError}</td>
                    <td className="actions">
                      {it.state === 'dead' && (
                        <IconButton
                          small
                          icon="rotate-right"
                          label={`Retry task ${it.id}`}
                          onPress={() =>
                            act(
                              'Retry this task?',
                              'It is tried again from where it failed.',
                              'Retry',
                              'POST',
                              `api/v1/tasks/${it.id}/retry`,
                            )
                          }
                        />
                      )}
                      <IconButton
                        small
                        icon="trash"
                        label={`Drop task ${it.id}`}
                        isDisabled={it.state === 'running'}
                        onPress={() =>
                          act(
                            'Drop this task?',
                            'What it was to do is not done.',
                            'Drop',
                            'DELETE',
                            `api/v1/tasks/${it.id}`,
                            true,
                          )
                        }
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
          <Pager {...tasks.data} onPage={(next) => change({ page: String(next) })} />
        </>
      )}
    </Page>
  );
}
