import './access.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../api/client';
import type { Json, Page } from '../api/types';
import { Badge, Choose, Empty, Failure, Loading, Pager, TextInput, type Tone } from '../design';
import { useQueryParams } from '../frame/location';

interface Entry {
  id: number;
  at: string;
  who: string;
  action: string;
  kind: string;
  subject: string;
  before?: { [key: string]: Json };
  after?: { [key: string]: Json };
}

const KINDS = [
  'workflow',
  'workflow version',
  'module',
  'trigger',
  'named trigger',
  'blueprint',
  'schedule',
  'key',
  'session',
  'task',
];
const TONES: Record<string, Tone> = { create: 'good', change: 'warn', delete: 'bad' };
const ANY = 'any';

/** Every change by a person or key, newest first. */
export function AuditTable() {
  const [query, change] = useQueryParams();
  const asked = new URLSearchParams({ size: '50', page: query.get('page') ?? '1' });
  for (const key of ['who', 'kind', 'subject']) {
    const value = query.get(key);
    if (value) asked.set(key, value);
  }
  const entries = useQuery({
    queryKey: ['audit', asked.toString()],
    queryFn: () => call<Page<Entry>>('GET', `api/v1/audit?${asked}`),
    placeholderData: keepPreviousData,
  });
  const filter = (key: string, value: string) => change({ [key]: value === ANY ? null : value, page: null });
  return (
    <div className="stack">
      <div className="filters">
        <Choose
          bare
          label="Kind"
          value={query.get('kind') ?? ANY}
          onChange={(it) => filter('kind', it)}
          options={[{ value: ANY, label: 'Anything' }, ...KINDS.map((it) => ({ value: it, label: it }))]}
        />
        <TextInput
          bare
          label="Who"
          placeholder="Who"
          value={query.get('who') ?? ''}
          onChange={(it) => filter('who', it)}
        />
        <TextInput
          bare
          label="What"
          placeholder="What, as it is named"
          value={query.get('subject') ?? ''}
          onChange={(it) => filter('subject', it)}
        />
      </div>
      {entries.isPending && <Loading />}
      {entries.error && <Failure error={entries.error} retry={entries.refetch} />}
      {entries.data?.items.length === 0 && (
        <Empty icon="clipboard-list" title="No such change">
          <p>Every change is noted here, with who made it and what was before.</p>
        </Empty>
      )}
      {entries.data && entries.data.items.length > 0 && (
        <>
          <div className="card table-scroll">
            <table className="table" aria-label="Changes">
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">Who</th>
                  <th scope="col">Did</th>
                  <th scope="col">What</th>
                  <th scope="col">Before</th>
                  <th scope="col">After</th>
                </tr>
              </thead>
              <tbody>
                {entries.data.items.map((it) => (
                  <tr key={it.id}>
                    <td className="nowrap">{new Date(it.at).toLocaleString('en-GB')}</td>
                    <td>{it.who}</td>
                    <td>
                      <Badge tone={TONES[it.action] ?? 'plain'}>{it.action}</Badge>
                    </td>
                    <td>
                      {it.kind} <strong>{it.subject}</strong>
                    </td>
                    <td>
                      <Told of={it.before} />
                    </td>
                    <td>
                      <Told of={it.after} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Pager
            {...entries.data}
            counted={Number.POSITIVE_INFINITY}
            onPage={(page) => change({ page: String(page) })}
          />
        </>
      )}
    </div>
  );
}

function Told({ of }: { of?: { [key: string]: Json } }) {
  if (!of) return null;
  return (
    <>
      {Object.entries(of).map(([key, value]) => (
        <div key={key} className="small audit-told">
          <span className="soft">{key}</span>{' '}
          {String(typeof value === 'object' ? JSON.stringify(value) : value).slice(0, 200)}
        </div>
      ))}
    </>
  );
}
