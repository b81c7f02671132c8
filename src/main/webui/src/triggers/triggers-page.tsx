import './triggers.css';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { call } from '../api/client';
import { useTriggers, useWorkflows } from '../api/queries';
import { Button, Empty, Failure, Loading, Page, Search, Segments, TableScroll } from '../design';
import { useQueryParams } from '../frame/location';
import { ExamplesCard } from './examples-card';
import { NewTriggerDialog } from './new-trigger-dialog';
import type { Bucket } from './sparkline';
import { TriggerRow } from './trigger-row';

const COLUMNS = [
  'Trigger name',
  'Scope',
  'Overhead',
  'Description',
  'Runs',
  'Last day',
  'Blocking',
  'Core',
  'Workflow',
  'Updated',
  'Debug',
  'Enabled',
];

/** What can happen on the platform, and which workflow listens. */
export default function TriggersPage() {
  const triggers = useTriggers();
  const workflows = useWorkflows();
  const [query, change] = useQueryParams();
  const [declaring, setDeclaring] = useState(false);
  const days = useQuery({
    queryKey: ['triggers', 'statistics'],
    queryFn: () => call<Record<string, Bucket[]>>('GET', 'api/v1/statistics/triggers?hours=24'),
    refetchInterval: 60_000,
  });
  const scope = query.get('scope') ?? 'all';
  const state = query.get('state') ?? 'all';
  const text = (query.get('text') ?? '').toLowerCase();

  const scopes = useMemo(() => ['all', ...new Set((triggers.data ?? []).map((it) => it.scope))], [triggers.data]);
  const shown = (triggers.data ?? [])
    .filter((it) => scope === 'all' || it.scope === scope)
    .filter((it) => state === 'all' || (state === 'blocking' ? it.blocking : it.enabled === (state === 'enabled')))
    .filter((it) => `${it.id} ${it.name} ${it.description}`.toLowerCase().includes(text));
  // What came of the example stays to be read, though there is a workflow then.
  const began = useRef(false);
  if (triggers.data?.every((it) => !it.workflowId)) began.current = true;

  return (
    <Page
      title="Triggers"
      what="What happens on the platform. Each trigger has one workflow, which runs when the platform tells of it."
      actions={
        <Button icon="plus" onPress={() => setDeclaring(true)}>
          New trigger
        </Button>
      }
    >
      {began.current && <ExamplesCard />}
      <div className="filters">
        <Segments
          label="Scope"
          value={scope}
          options={scopes.map((it) => ({ value: it, label: it === 'all' ? 'All' : it }))}
          onChange={(it) => change({ scope: it === 'all' ? null : it })}
        />
        <Segments
          label="State"
          value={state}
          options={[
            { value: 'all', label: 'All' },
            { value: 'blocking', label: 'Blocking' },
            { value: 'enabled', label: 'Enabled' },
            { value: 'disabled', label: 'Disabled' },
          ]}
          onChange={(it) => change({ state: it === 'all' ? null : it })}
        />
        <Search label="Search triggers" value={query.get('text') ?? ''} onChange={(it) => change({ text: it })} />
      </div>
      {triggers.isPending && <Loading />}
      {triggers.error && <Failure error={triggers.error} retry={triggers.refetch} />}
      {triggers.data && shown.length === 0 && (
        <Empty icon="bolt" title="No trigger fits">
          <p>Choose “All”, or declare a trigger of your own.</p>
        </Empty>
      )}
      {shown.length > 0 && (
        <TableScroll>
          <table className="table trigger-table" aria-label="Triggers">
            <thead>
              <tr>
                {COLUMNS.map((it) => (
                  <th key={it} scope="col">
                    {it}
                  </th>
                ))}
                <th scope="col">
                  <span className="visually-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((it) => (
                <TriggerRow
                  key={it.id}
                  trigger={it}
                  workflow={workflows.data?.items.find((other) => other.id === it.workflowId)}
                  buckets={days.data?.[it.id]}
                />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {declaring && <NewTriggerDialog onClose={() => setDeclaring(false)} />}
    </Page>
  );
}
