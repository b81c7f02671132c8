import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client';
import type { OpenSession } from '../api/schema';
import { ask, Empty, Failure, IconButton, Loading, say, Time } from '../design';
import { RoleBadge } from './role-badge';

type Session = Required<OpenSession>;

/** The browsers that are signed in. */
export function OpenSessions() {
  const queries = useQueryClient();
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: () => call<Session[]>('GET', 'api/v1/sessions'),
  });

  async function end({ id, name }: Session) {
    const ended = await ask({
      title: `Sign this browser of ${name} out?`,
      text: 'Its cookie opens nothing any more. Whoever has the key can sign in again: to keep somebody out, take the key away or rotate it.',
      yes: 'Sign out',
      danger: true,
      act: () => call('DELETE', `api/v1/sessions/${id}`),
    });
    if (ended) say(`A browser of ${name} is signed out.`);
    await queries.invalidateQueries({ queryKey: ['sessions'] });
  }

  if (sessions.isPending) return <Loading />;
  if (sessions.error) return <Failure error={sessions.error} retry={sessions.refetch} />;
  if (sessions.data.length === 0)
    return (
      <Empty icon="key" title="No browser is signed in">
        <p>Scripts and platforms send a key with each call, and are not listed here.</p>
      </Empty>
    );
  return (
    <div className="card table-scroll">
      <table className="table" aria-label="Sessions">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">By</th>
            <th scope="col">Opened</th>
            <th scope="col">Last used</th>
            <th scope="col">Ends</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.data.map((it) => (
            <tr key={it.id}>
              <td>
                <strong>{it.name}</strong>
              </td>
              <td>
                <RoleBadge role={it.role} />
              </td>
              <td>{it.via === 'oidc' ? 'OpenID Connect' : 'key'}</td>
              <td>
                <Time at={it.openedAt} />
              </td>
              <td>
                <Time at={it.usedAt} />
              </td>
              <td>
                <Time at={it.expiresAt} />
              </td>
              <td className="actions">
                <IconButton small icon="trash" label={`Sign out ${it.name}`} onPress={() => end(it)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
