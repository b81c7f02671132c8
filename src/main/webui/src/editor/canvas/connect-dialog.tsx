import { useState } from 'react';
import { Button, Choose, Dialog, IconButton, Notice } from '../../design';
import { exitLabel } from '../../drawing';
import { connect, disconnect } from '../../graph/edits';
import { ERROR_EXIT, wireId } from '../../graph/model';
import { refusal } from '../../graph/rules';
import { moduleOf, useEditor, useEditorStore } from '../store';

/** Draws a wire without a pointer: from which output, to which node. */
export function ConnectDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const store = useEditorStore();
  const graph = useEditor((it) => it.history.graph);
  const node = graph.nodes.get(id);
  const module = useEditor((it) => node && moduleOf(it, node));
  const exits = node ? [...node.exits, ...(node.policy.onError === 'exit' ? [ERROR_EXIT] : [])] : [];
  const [exit, setExit] = useState(
    exits.find((it) => !graph.wires.some((wire) => wire.from === id && wire.exit === it)) ?? exits[0] ?? '',
  );
  const [to, setTo] = useState<string | null>(null);
  const targets = [...graph.nodes.values()].filter((it) => it.id !== id && it.entries.length > 0);
  const wire = to && { from: id, exit, to, entry: graph.nodes.get(to)?.entries[0] ?? 'input_1' };
  const reason = wire ? refusal(graph, wire) : null;

  if (!node || exits.length === 0) {
    return (
      <Dialog open title="Draw a wire" onClose={onClose}>
        <div className="stack">
          <Notice>Nothing leads on from this node.</Notice>
          <WiresOf id={id} />
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      title={`Draw a wire from ${node.name}`}
      onClose={onClose}
      actions={
        <Button
          look="primary"
          isDisabled={!wire || reason !== null}
          onPress={() => {
            if (wire) store.getState().edit('Draw a wire', (it) => connect(it, wire));
            onClose();
          }}
        >
          Draw it
        </Button>
      }
    >
      <div className="stack">
        <Choose
          label="Output"
          value={exit}
          onChange={setExit}
          options={exits.map((it) => ({ value: it, label: exitLabel(it, module) || 'out' }))}
        />
        <Choose
          label="To node"
          value={to}
          onChange={setTo}
          placeholder={targets.length === 0 ? 'There is no other node yet' : 'Choose a node'}
          options={targets.map((it) => ({ value: it.id, label: `${it.name} (${it.id})` }))}
        />
        {reason && <Notice tone="bad">{reason}</Notice>}
        <WiresOf id={id} />
      </div>
    </Dialog>
  );
}

/** The wires at a node, each with a way to take it away. */
function WiresOf({ id }: { id: string }) {
  const store = useEditorStore();
  const graph = useEditor((it) => it.history.graph);
  const wires = graph.wires.filter((it) => it.from === id || it.to === id);
  const nameOf = (node: string) => `${graph.nodes.get(node)?.name ?? 'node'} (${node})`;
  if (wires.length === 0) return null;
  return (
    <section aria-label="Wires at this node">
      <h3>Wires at this node</h3>
      <ul className="wire-list">
        {wires.map((it) => (
          <li key={wireId(it)}>
            {nameOf(it.from)} → {nameOf(it.to)} <span className="soft">{it.exit}</span>
            <IconButton
              small
              icon="trash"
              label={`Remove the wire from ${nameOf(it.from)} to ${nameOf(it.to)}`}
              onPress={() => store.getState().edit('Delete a wire', (now) => disconnect(now, [it]))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
