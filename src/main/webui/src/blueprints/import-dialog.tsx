import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { call, messageOf } from '../api/client';
import type { Blueprint, Json } from '../api/types';
import { Button, Checkbox, Code, Dialog, Notice, say } from '../design';

interface ImportDialogProps {
  onClose: () => void;
  onImported: (blueprint: Blueprint) => void;
}

/** Takes a blueprint as MISP exports it, from a file or pasted. */
export function ImportDialog({ onClose, onImported }: ImportDialogProps) {
  const [text, setText] = useState('');
  const [replace, setReplace] = useState(false);
  const [error, setError] = useState('');
  const [pending, setPending] = useState(false);

  async function take() {
    let body: Json;
    try {
      body = JSON.parse(text);
    } catch (problem) {
      return setError(`This is no JSON: ${messageOf(problem)}`);
    }
    setPending(true);
    try {
      const blueprint = await call<Blueprint>('POST', `api/v1/blueprints/import?replace=${replace}`, body);
      say(`Imported ${blueprint.name}.`);
      onImported(blueprint);
      onClose();
    } catch (problem) {
      setError(messageOf(problem));
      setPending(false);
    }
  }

  return (
    <Dialog
      open
      size="wide"
      title="Import a blueprint"
      onClose={onClose}
      actions={
        <Button look="primary" isPending={pending} isDisabled={text.trim() === ''} onPress={take}>
          Import
        </Button>
      }
    >
      <div className="stack">
        <div className="row">
          <FileTrigger
            acceptedFileTypes={['application/json', '.json']}
            onSelect={async (files) => {
              const file = files?.item(0);
              if (file) setText(await file.text());
            }}
          >
            <Button icon="folder-open">Choose a file</Button>
          </FileTrigger>
          <span className="soft">or paste what was exported</span>
        </div>
        <Code
          label="JSON of the blueprint"
          language="json"
          value={text}
          onChange={setText}
          minHeight="200px"
          maxHeight="340px"
        />
        <Checkbox value={replace} onChange={setReplace}>
          Replace the one of the same UUID, if there is one
        </Checkbox>
        {error && <Notice tone="bad">{error}</Notice>}
      </div>
    </Dialog>
  );
}
