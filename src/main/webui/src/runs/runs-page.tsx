import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/client';
import { useTriggers, useWorkflows } from '../api/queries';
import type { Page as PageOf, Run } from '../api/types';
import { Button, Choose, Failure, Loading, Page, Pager, Search, Switch, TextInput } from '../design';
import { useQueryParams } from '../frame/location';
import { LiveRuns } from './live-runs';
import { OUTCOMES } from './outcome';
import { RunTable } from './run-table';

const FILTERS = ['trigger', 'workflow', 'outcome', 'event', 'parent', 'text', 'from', 'to'] as const;
const ANY = 'any';

/** What a date field gives, as the API takes it. */
function instant(local: string | null): string | null {
  return local ? new Date(local).toISOString() : null;
}

function pathOf(query: URLSearchParams): string {
  const asked = new URLSearchParams({ size: '50', page: query.get('page') ?? '1' });
  for (const key of FILTERS) {
    const value = key === 'from' || key === 'to' ? instant(query.get(key)) : query.get(key);
    if (value) asked.set(key, value);
  }
  return `api/v1/runs?${asked}`;
}

/** Everything that ran, to look through. */
export default function RunsPage() {
  const [query, change] = useQueryParams();
  const [follow, setFollow] = useState(false);
  const live = query.get('live') === 'yes';
  const triggers = useTriggers();
  const workflows = useWorkflows();
  const path = pathOf(query);
  const runs = useQuery({
    queryKey: ['runs', path],
    queryFn: () => call<PageOf<Run>>('GET', path),
    placeholderData: keepPreviousData,
    refetchInterval: follow ? 3_000 : false,
    enabled: !live,
  });
  const filter = (key: string, value: string) => change({ [key]: value === ANY ? null : value, page: null });
  const filtered = FILTERS.some((it) => query.get(it));

  return (
    <Page
      title="Runs"
      what="Every run with its result, its reasons and what each node did."
      actions={
        <>
          <Switch value={live} onChange={(on) => change({ live: on ? 'yes' : null })}>
            Live
          </Switch>
          {!live && (
            <Switch value={follow} onChange={setFollow}>
              Refresh
            </Switch>
          )}
        </>
      }
    >
      <div className="filters run-filters">
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
          label="Outcome"
          value={query.get('outcome') ?? ANY}
          onChange={(it) => filter('outcome', it)}
          options={[{ value: ANY, label: 'Any outcome' }, ...OUTCOMES.map((it) => ({ value: it, label: it }))]}
        />
        <Search
          label="Search in reasons and names"
          value={query.get('text') ?? ''}
          onChange={(it) => filter('text', it)}
        />
        <TextInput
          bare
          label="Event UUID"
          placeholder="Event UUID"
          value={query.get('event') ?? ''}
          onChange={(it) => filter('event', it)}
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
        {filtered && (
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
      {live ? (
        <LiveRuns trigger={query.get('trigger')} workflow={query.get('workflow')} />
      ) : (
        <>
          {runs.isPending && <Loading />}
          {runs.error && <Failure error={runs.error} retry={runs.refetch} />}
          {runs.data && (
            <>
              <RunTable runs={runs.data.items} />
              <Pager {...runs.data} onPage={(page) => change({ page: String(page) })} />
            </>
          )}
        </>
      )}
    </Page>
  );
}
