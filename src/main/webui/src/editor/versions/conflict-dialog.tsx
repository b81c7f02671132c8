import './versions.css';
import { useMemo } from 'react';
import type { Json, Workflow } from '../../api/types';
import { Button, Dialog, Notice, say, Time } from '../../design';
import { read, write } from '../../graph/drawflow';
import type { Graph } from '../../graph/model';
import { useEditor } from '../store';
import { Difference } from './difference';

interface ConflictDialogProps {
  mine: Graph;
  theirs: Workflow;
  onClose: () => void;
  onOverwrite: () => void;
  onTakeTheirs: () => void;
}

/** Somebody else saved meanwhile: shows what differs, and lets the person decide. */
export function ConflictDialog({ mine, theirs, onClose, onOverwrite, onTakeTheirs }: ConflictDialogProps) {
  const modules = useEditor((it) => it.modules);
  const other = useMemo(() => read((theirs.graph ?? {}) as Json), [theirs]);

  async function take() {
    try {
      await navigator.clipboard.writeText(JSON.stringify(write(mine), null, 2));
      say('Your drawing is on the clipboard, in case you miss something.', 'info');
    } catch {
      // Without the clipboard the choice is still theirs, and their version is stored either way.
    }
    onTakeTheirs();
  }

  return (
    <Dialog
      open
      size="full"
      title="Somebody else saved this workflow"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Go on drawing</Button>
          <span className="push" />
          <Button onPress={take}>Take theirs</Button>
          <Button look="danger" onPress={onOverwrite}>
            Save mine as the newest version
          </Button>
        </>
      }
    >
      <div className="stack">
        <Notice tone="warn">
          Version {theirs.version} was saved <Time at={theirs.updatedAt} />, after you opened this one. Nothing of yours
          was saved yet. Whatever you choose, both stay among the versions that were saved.
        </Notice>
        <Difference
          before={other}
          after={mine}
          modules={modules}
          names={[`Theirs (version ${theirs.version})`, 'Mine']}
        />
      </div>
    </Dialog>
  );
}
