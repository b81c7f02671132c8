import { useState } from 'react';
import { call, messageOf } from '../api/client';
import { Button, Choose, Dialog, Notice, say, TextInput } from '../design';

export interface Key {
  id: number;
  name: string;
  role: string;
  /** only where it was made or rotated just now */
  key?: string;
  signingSecret?: string;
  createdAt: string;
  expiresAt?: string;
  usedAt?: string;
  oldUntil?: string;
}

const ROLES = [
  { value: 'caller', label: 'caller: fires triggers, and nothing else' },
  { value: 'viewer', label: 'viewer: looks at everything, changes nothing' },
  { value: 'editor', label: 'editor: changes workflows, switches, tasks' },
  { value: 'admin', label: 'admin: everything, also keys' },
];

export function KeyDialog({ onClose, onMade }: { onClose: () => void; onMade: (key: Key) => void }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState('caller');
  const [expires, setExpires] = useState('');
  const [error, setError] = useState('');

  async function make() {
    try {
      const expiresAt = expires ? { expiresAt: new Date(expires).toISOString() } : {};
      onMade(await call<Key>('POST', 'api/v1/keys', { name, role, ...expiresAt }));
    } catch (problem) {
      setError(messageOf(problem));
    }
  }

  return (
    <Dialog
      open
      title="Make a key"
      onClose={onClose}
      actions={
        <Button look="primary" isDisabled={name.trim() === ''} onPress={make}>
          Make it
        </Button>
      }
    >
      <div className="stack">
        <TextInput
          label="Name"
          value={name}
          onChange={setName}
          placeholder="misp-production"
          hint="says who has it"
          autoFocus
          required
        />
        <Choose label="Role" value={role} options={ROLES} onChange={setRole} />
        <TextInput label="Expires" type="datetime-local" value={expires} onChange={setExpires} hint="empty: never" />
        {error && <Notice tone="bad">{error}</Notice>}
      </div>
    </Dialog>
  );
}

/** What opens: shown this once. */
export function TextDialog({ of, onClose }: { of: Key; onClose: () => void }) {
  const copy = () =>
    navigator.clipboard.writeText(of.key ?? '').then(
      () => say('Copied.'),
      () => say('The browser does not let us copy; mark the text and copy it yourself.', 'warn'),
    );
  return (
    <Dialog
      open
      title={`The key ${of.name}`}
      onClose={onClose}
      actions={
        <>
          <Button icon="copy" onPress={copy}>
            Copy
          </Button>
          <Button look="primary" onPress={onClose}>
            I have it
          </Button>
        </>
      }
    >
      <div className="stack">
        <Notice tone="warn">This is shown once. Kept is only its hash, so nobody can tell it again.</Notice>
        <TextInput label="Key" value={of.key ?? ''} onChange={() => {}} mono />
        <TextInput
          label="Signing secret"
          value={of.signingSecret ?? ''}
          onChange={() => {}}
          mono
          hint="for callers that sign their calls instead of sending the key; the README tells how"
        />
      </div>
    </Dialog>
  );
}
