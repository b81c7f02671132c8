import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, messageOf } from '../api/client';
import { Button, Checkbox, Dialog, Notice, say, TextInput } from '../design';

/** Declares a trigger of one's own, for whatever a platform does. */
export function NewTriggerDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const [scope, setScope] = useState('others');
  const [description, setDescription] = useState('');
  const [blocking, setBlocking] = useState(true);
  const [coreFormat, setCoreFormat] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function declare() {
    try {
      await call('POST', 'api/v1/triggers', { id, name: name || id, scope, description, blocking, coreFormat });
      await queries.invalidateQueries({ queryKey: ['triggers'] });
      say(`The trigger ${id} is declared. Enable it to let it run.`);
      onClose();
    } catch (problem) {
      setError(problem);
    }
  }

  return (
    <Dialog
      open
      title="New trigger"
      onClose={onClose}
      actions={
        <Button look="primary" isDisabled={id === ''} onPress={declare}>
          Declare it
        </Button>
      }
    >
      <div className="stack">
        <p className="soft">
          Any platform can have triggers of its own. It fires one with{' '}
          <code>POST api/v1/triggers/{id || 'case-opened'}/runs</code>.
        </p>
        <TextInput
          label="Id"
          value={id}
          onChange={setId}
          required
          autoFocus
          placeholder="case-opened"
          hint="lower-case letters, digits and hyphens"
        />
        <TextInput label="Name" value={name} onChange={setName} placeholder="Case opened" />
        <TextInput label="Scope" value={scope} onChange={setScope} hint="the kind of thing it is about" />
        <TextInput label="Description" value={description} onChange={setDescription} multiline rows={3} />
        <Checkbox value={blocking} onChange={setBlocking}>
          Blocking: the platform waits for the answer, and can be stopped
        </Checkbox>
        <Checkbox value={coreFormat} onChange={setCoreFormat}>
          Its data is a MISP event, to be brought into core format
        </Checkbox>
        {error !== null && <Notice tone="bad">{messageOf(error)}</Notice>}
      </div>
    </Dialog>
  );
}
