import { useState } from 'react';
import { call, messageOf } from '../../api/client';
import type { Workflow } from '../../api/types';
import { Button, Dialog, Notice, TextInput } from '../../design';
import { useEditor, useEditorStore } from '../store';

/** The name and description of the workflow; stored at once, without the drawing. */
export function DetailsDialog({ onClose }: { onClose: () => void }) {
  const store = useEditorStore();
  const head = useEditor((it) => it.head);
  const [name, setName] = useState(head.name);
  const [description, setDescription] = useState(head.description);
  const [error, setError] = useState<unknown>(null);

  async function keep() {
    try {
      const { updatedAt, version } = await call<Workflow>('PATCH', `api/v1/workflows/${head.id}`, {
        name,
        description,
      });
      store.getState().setHead({ name, description, updatedAt, version });
      onClose();
    } catch (problem) {
      setError(problem);
    }
  }

  return (
    <Dialog
      open
      title="Name and description"
      onClose={onClose}
      actions={
        <Button look="primary" onPress={keep}>
          Keep
        </Button>
      }
    >
      <div className="stack">
        <TextInput label="Name" value={name} onChange={setName} autoFocus required />
        <TextInput label="Description" value={description} onChange={setDescription} multiline rows={4} />
        {error !== null && <Notice tone="bad">{messageOf(error)}</Notice>}
      </div>
    </Dialog>
  );
}
