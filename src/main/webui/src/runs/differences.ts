import { useQuery } from '@tanstack/react-query';
import { call } from '../api/client';
import type { Json, Run } from '../api/types';
import { applied, type Difference } from './patch';

async function replayed(run: Run): Promise<Difference[][]> {
  const input = await call<Json>('GET', `api/v1/runs/${run.runId}/input`);
  const { data } = await call<{ data: Json }>('POST', 'api/v1/tools/normalize', { trigger: run.trigger, data: input });
  return (run.nodes ?? []).map((it) => applied(data, it.changes ?? []));
}

/**
 * What each visited node changed, with what stood there before: found by doing all changes again to the input that was
 * kept. Without an input only what was put there is known.
 */
export function useDifferences(run: Run): readonly Difference[][] {
  const changed = (run.nodes ?? []).some((it) => (it.changes?.length ?? 0) > 0);
  const found = useQuery({
    queryKey: ['differences', run.runId],
    queryFn: () => replayed(run),
    enabled: changed && !run.notRepeatable && !run.parentId,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    found.data ??
    (run.nodes ?? []).map((it) => (it.changes ?? []).map(({ op, path, value }) => ({ op, path, after: value })))
  );
}
