import './versions.css';
import { useMemo } from 'react';
import type { Json, Workflow } from '../../api/types';
import { download } from '../../blueprints/download';
import { Button, Dialog, Notice, say, Time } from '../../design';
import { read, write } from '../../graph/drawflow';
import type { Graph } from '../../graph/model';
import { useEditor } from '../store';
import { Difference } from './difference';
import { keepMine } from './keep-mine';

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

  const file = () => download(`workflow_${theirs.id}_mine.json`, write(mine));

  async function take() {
    const kept = await keepMine(JSON.stringify(write(mine), null, 2), navigator.clipboard, file);
    say(
      kept === 'clipboard'
        ? 'Your drawing is on the clipboard, in case you miss something.'
        : 'Your drawing was downloaded as a file, in case you miss something.',
      'info',
    );
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
          <Button icon="file-export" onPress={file}>
            Download mine
          </Button>
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
          was saved yet. If you save yours, theirs stays among the versions. If you take theirs, yours goes to the
          clipboard, or into a file where there is none.
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
