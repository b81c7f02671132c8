import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/client';
import { ask, Badge, Button, Empty, Failure, IconButton, Loading, say, Time } from '../design';
import { type Key, KeyDialog, TextDialog } from './key-dialogs';
import { RoleBadge } from './role-badge';

/** All keys; what opens is shown once, when a key is made or rotated. */
export function Keys() {
  const queries = useQueryClient();
  const [making, setMaking] = useState(false);
  const [told, setTold] = useState<Key | null>(null);
  const keys = useQuery({ queryKey: ['keys'], queryFn: () => call<Key[]>('GET', 'api/v1/keys') });
  const refresh = () => queries.invalidateQueries({ queryKey: ['keys'] });

  async function rotate({ id, name }: Key) {
    let fresh: Key | null = null;
    const yes = await ask({
      title: `Rotate the key ${name}?`,
      text: 'It gets another text. The old one opens for an hour more, so that its callers can be changed.',
      yes: 'Rotate',
      act: async () => {
        fresh = await call<Key>('POST', `api/v1/keys/${id}/rotate`, { overlap: '1h' });
      },
    });
    if (yes) setTold(fresh);
    await refresh();
  }

  async function remove({ id, name }: Key) {
    const gone = await ask({
      title: `Take the key ${name} away?`,
      text: 'It opens nothing any more, at once, and who signed in with it is signed out.',
      yes: 'Take away',
      danger: true,
      act: () => call('DELETE', `api/v1/keys/${id}`),
    });
    if (gone) say(`The key ${name} opens nothing any more.`);
    await refresh();
  }

  return (
    <div className="stack">
      <div className="row">
        <Button look="primary" icon="key" onPress={() => setMaking(true)}>
          Make a key
        </Button>
      </div>
      {keys.isPending && <Loading />}
      {keys.error && <Failure error={keys.error} retry={keys.refetch} />}
      {keys.data?.length === 0 && (
        <Empty icon="key" title="Only the admin key yet">
          <p>Give each platform a key of its own with the role caller: it can fire triggers, and nothing else.</p>
        </Empty>
      )}
      {keys.data && keys.data.length > 0 && (
        <div className="card table-scroll">
          <table className="table" aria-label="Keys">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Role</th>
                <th scope="col">Made</th>
                <th scope="col">Last used</th>
                <th scope="col">Expires</th>
                <th scope="col">
                  <span className="visually-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {keys.data.map((it) => (
                <tr key={it.id}>
                  <td>
                    <strong>{it.name}</strong>
                    {it.oldUntil && new Date(it.oldUntil) > new Date() && <Badge tone="warn">old text opens too</Badge>}
                  </td>
                  <td>
                    <RoleBadge role={it.role} />
                  </td>
                  <td>
                    <Time at={it.createdAt} />
                  </td>
                  <td>{it.usedAt ? <Time at={it.usedAt} /> : 'never'}</td>
                  <td>{it.expiresAt ? <Time at={it.expiresAt} /> : 'never'}</td>
                  <td className="actions">
                    <IconButton small icon="rotate" label={`Rotate ${it.name}`} onPress={() => rotate(it)} />
                    <IconButton small icon="trash" label={`Take ${it.name} away`} onPress={() => remove(it)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {making && (
        <KeyDialog
          onClose={() => setMaking(false)}
          onMade={(key) => {
            setMaking(false);
            setTold(key);
            refresh();
          }}
        />
      )}
      {told && <TextDialog of={told} onClose={() => setTold(null)} />}
    </div>
  );
}
