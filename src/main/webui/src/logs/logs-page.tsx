import './logs.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { call } from '../api/client';
import { useTriggers, useWorkflows } from '../api/queries';
import type { LogRow, Page as PageOf } from '../api/types';
import {
  Badge,
  Button,
  Choose,
  Empty,
  Failure,
  Loading,
  Page,
  Pager,
  Search,
  Switch,
  TableScroll,
  TextInput,
} from '../design';
import { useQueryParams } from '../frame/location';

const FILTERS = ['trigger', 'workflow', 'run', 'level', 'text', 'from', 'to'] as const;
const ANY = 'any';

function pathOf(query: URLSearchParams): string {
  const asked = new URLSearchParams({ size: '100', page: query.get('page') ?? '1' });
  for (const key of FILTERS) {
    const value = query.get(key);
    if (value) asked.set(key, key === 'from' || key === 'to' ? new Date(value).toISOString() : value);
  }
  return `api/v1/logs?${asked}`;
}

/** The execution log: when runs started, ended, and what went wrong. */
export default function LogsPage() {
  const [query, change] = useQueryParams();
  const [follow, setFollow] = useState(false);
  const triggers = useTriggers();
  const workflows = useWorkflows();
  const path = pathOf(query);
  const logs = useQuery({
    queryKey: ['logs', path],
    queryFn: () => call<PageOf<LogRow>>('GET', path),
    placeholderData: keepPreviousData,
    refetchInterval: follow ? 2_000 : false,
  });
  const filter = (key: string, value: string) => change({ [key]: value === ANY ? null : value, page: null });

  return (
    <Page
      title="Logs"
      what="Start, end and errors of every run, as MISP words them. The same lines are in the file workflow-execution.log."
      actions={
        <Switch value={follow} onChange={setFollow}>
          Follow
        </Switch>
      }
    >
      <div className="filters log-filters">
        <Choose
          bare
          label="Trigger"
          value={query.get('trigger') ?? ANY}
          onChange={(it) => filter('trigger', it)}
          options={[
            { value: ANY, label: 'Any trigger' },
            ...(triggers.data ?? []).map((it) => ({ value: it.id, label: it.name })),
          ]}
        />
        <Choose
          bare
          label="Workflow"
          value={query.get('workflow') ?? ANY}
          onChange={(it) => filter('workflow', it)}
          options={[
            { value: ANY, label: 'Any workflow' },
            ...(workflows.data?.items ?? []).map((it) => ({ value: String(it.id), label: `${it.id}: ${it.name}` })),
          ]}
        />
        <Choose
          bare
          label="Level"
          value={query.get('level') ?? ANY}
          onChange={(it) => filter('level', it)}
          options={[
            { value: ANY, label: 'Any level' },
            { value: 'info', label: 'info' },
            { value: 'error', label: 'error' },
          ]}
        />
        <Search label="Search in messages" value={query.get('text') ?? ''} onChange={(it) => filter('text', it)} />
        <TextInput
          bare
          label="Run"
          placeholder="Run"
          value={query.get('run') ?? ''}
          onChange={(it) => filter('run', it)}
        />
        <TextInput
          bare
          label="From"
          type="datetime-local"
          value={query.get('from') ?? ''}
          onChange={(it) => filter('from', it)}
        />
        <TextInput
          bare
          label="To"
          type="datetime-local"
          value={query.get('to') ?? ''}
          onChange={(it) => filter('to', it)}
        />
        {FILTERS.some((it) => query.get(it)) && (
          <Button
            small
            look="quiet"
            icon="xmark"
            onPress={() => change(Object.fromEntries([...FILTERS, 'page'].map((it) => [it, null])))}
          >
            Clear
          </Button>
        )}
      </div>
      {logs.isPending && <Loading />}
      {logs.error && <Failure error={logs.error} retry={logs.refetch} />}
      {logs.data?.items.length === 0 && (
        <Empty icon="file-lines" title="No entries">
          <p>Entries are written whenever a workflow runs.</p>
        </Empty>
      )}
      {logs.data && logs.data.items.length > 0 && (
        <>
          <TableScroll>
            <table className="table log-table" aria-label="Log entries">
              <thead>
                <tr>
                  <th scope="col">Time</th>
                  <th scope="col">Level</th>
                  <th scope="col">Message</th>
                  <th scope="col">Workflow</th>
                  <th scope="col">Run</th>
                </tr>
              </thead>
              <tbody>
                {logs.data.items.map((it) => (
                  <tr key={it.id}>
                    <td className="nowrap">
                      <time dateTime={String(it.at)}>{new Date(String(it.at)).toLocaleString('en-GB')}</time>
                    </td>
                    <td>
                      <Badge tone={it.level.toLowerCase() === 'error' ? 'bad' : 'plain'}>{it.level}</Badge>
                    </td>
                    <td className="log-message">{it.message}</td>
                    <td>{it.workflowId ? <Link href={`/workflows/${it.workflowId}`}>{it.workflowId}</Link> : null}</td>
                    <td>{it.runId && <Link href={`/runs/${it.runId}`}>…{it.runId.slice(-8)}</Link>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
          <Pager {...logs.data} onPage={(page) => change({ page: String(page) })} />
        </>
      )}
    </Page>
  );
}
