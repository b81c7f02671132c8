import { useMemo, useState } from 'react';
import { messageOf } from '../../api/client';
import type { Json } from '../../api/types';
import { Button, Code, Dialog, Notice, Segments, say } from '../../design';
import { read, write, writeNodes } from '../../graph/drawflow';
import { nodesIn, pasteNodes } from '../clipboard';
import { useEditor, useEditorStore } from '../store';

interface JsonDialogProps {
  /** where pasted nodes go */
  place: () => { x: number; y: number };
  onClose: () => void;
}

/** Why there are no nodes in a text. */
function faultOf(text: string): string {
  try {
    JSON.parse(text);
    return 'There are no nodes in this: paste a graph, a list of nodes, or an exported workflow or blueprint.';
  } catch (error) {
    return text.trim() === '' ? 'Paste JSON first.' : `This is no JSON: ${messageOf(error)}`;
  }
}

/** The graph as it is stored; what is put in its place becomes the graph, or nodes in it. */
export function JsonDialog({ place, onClose }: JsonDialogProps) {
  const store = useEditorStore();
  const graph = useEditor((it) => it.history.graph);
  const selected = useEditor((it) => it.selected);
  const [part, setPart] = useState<'all' | 'selected'>('all');
  const stored = useMemo(
    () => JSON.stringify(part === 'all' ? write(graph) : writeNodes(graph, selected), null, 2),
    [graph, selected, part],
  );
  const [text, setText] = useState(stored);
  const [fault, setFault] = useState('');

  function show(next: 'all' | 'selected') {
    setPart(next);
    setText(JSON.stringify(next === 'all' ? write(graph) : writeNodes(graph, selected), null, 2));
    setFault('');
  }

  function nodes(): Json | null {
    const found = nodesIn(text);
    if (!found) setFault(faultOf(text));
    return found;
  }

  function replace() {
    const found = nodes();
    if (!found) return;
    store.getState().edit('Replace the graph', (now) => ({ ...read(found), stored: now.stored }));
    onClose();
  }

  function insert() {
    const found = nodes();
    if (!found) return;
    const count = pasteNodes(store, found, place(), 'Insert nodes');
    say(count === 0 ? 'There is only a trigger in it; a workflow has one already.' : `Inserted ${count} nodes.`);
    onClose();
  }

  return (
    <Dialog
      open
      size="full"
      title="JSON of the workflow"
      onClose={onClose}
      actions={
        <>
          <Button
            icon="copy"
            onPress={() =>
              navigator.clipboard.writeText(text).then(
                () => say('Copied.'),
                () => setFault('The browser does not let us copy; mark the text and copy it yourself.'),
              )
            }
          >
            Copy
          </Button>
          <span className="push" />
          <Button onPress={insert}>Insert as nodes</Button>
          <Button look="primary" isDisabled={text === stored} onPress={replace}>
            Replace the graph
          </Button>
        </>
      }
    >
      <div className="stack">
        <Segments
          label="What"
          value={part}
          onChange={show}
          options={[
            { value: 'all', label: 'The whole graph' },
            { value: 'selected', label: `The ${selected.size} selected` },
          ]}
        />
        {fault && <Notice tone="bad">{fault}</Notice>}
        <Code
          label="JSON of the workflow"
          language="json"
          value={text}
          onChange={setText}
          minHeight="50vh"
          maxHeight="58vh"
        />
      </div>
    </Dialog>
  );
}
