import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, call } from '../../../api/client';
import type { Json, Page, Run } from '../../../api/types';
import { ago, Choose, Empty, Failure, Loading } from '../../../design';
import type { Head } from '../../store';

/** The data that modules saw in a past run of this workflow. */
export function RunInput({ head: { id, trigger }, onInput }: { head: Head; onInput: (data: Json | null) => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const runs = useQuery({
    queryKey: ['runs-of', id],
    queryFn: async () => {
      const { data } = await api.GET('/api/v1/runs', { params: { query: { workflow: id, size: 20 } } });
      return (data as unknown as Page<Run>).items.filter((it) => !it.notRepeatable);
    },
  });
  const run = chosen ?? runs.data?.[0]?.runId ?? null;
  const input = useQuery({
    queryKey: ['normalised', run, trigger],
    enabled: run !== null,
    queryFn: async () => {
      const raw = await call<Json>('GET', `api/v1/runs/${run}/input`);
      return (await call<{ data: Json }>('POST', 'api/v1/tools/normalize', { trigger, data: raw })).data;
    },
  });
  useEffect(() => onInput(input.data ?? null), [input.data, onInput]);

  if (runs.isPending) return <Loading />;
  if (runs.error) return <Failure error={runs.error} retry={runs.refetch} />;
  if (run === null) {
    return (
      <Empty icon="clock-rotate-left" title="No run to take data from">
        <p>Fire the trigger once, or make a test run: its input can then be picked from here.</p>
      </Empty>
    );
  }
  return (
    <>
      <Choose
        label="Run"
        value={run}
        onChange={setChosen}
        options={runs.data.map((it) => ({
          value: it.runId,
          label: `${ago(new Date(it.startedAt))}, ${it.outcome}${it.eventUuid ? `, event ${it.eventUuid}` : ''}`,
        }))}
      />
      {input.isPending && <Loading />}
      {input.error && <Failure error={input.error} retry={input.refetch} />}
    </>
  );
}
