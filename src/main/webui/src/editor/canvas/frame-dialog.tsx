import { type FormEvent, useState } from 'react';
import { Button, Dialog, TextInput } from '../../design';
import { addFrame, removeFrame, renameFrame } from '../../graph/edits';
import { useEditorStore } from '../store';

/** Names a frame around the selected nodes, or another name for one that is there. */
export function FrameDialog({ id, onClose }: { id: string | null; onClose: () => void }) {
  const store = useEditorStore();
  const { history, selected, edit } = store.getState();
  const frame = history.graph.frames.find((it) => it.id === id);
  const [text, setText] = useState(frame?.text ?? '');

  function submit(event: FormEvent) {
    event.preventDefault();
    const nodes = [...selected].filter((it) => history.graph.nodes.has(it));
    if (frame) edit('Rename a frame', (graph) => renameFrame(graph, frame.id, text));
    else edit('Frame nodes', (graph) => addFrame(graph, text, nodes));
    onClose();
  }

  return (
    <Dialog open title={frame ? 'Frame' : 'Frame the selected nodes'} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <TextInput label="Text" value={text} onChange={setText} autoFocus placeholder="What these nodes do together" />
        <div className="row">
          {frame && (
            <Button
              look="danger"
              icon="trash"
              onPress={() => {
                edit('Remove a frame', (graph) => removeFrame(graph, frame.id));
                onClose();
              }}
            >
              Remove the frame
            </Button>
          )}
          <span className="push" />
          <Button look="primary" type="submit">
            {frame ? 'Rename' : 'Frame'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
