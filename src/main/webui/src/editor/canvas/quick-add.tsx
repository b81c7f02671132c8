import { useMemo, useState } from 'react';
import { Autocomplete, Input, type Key, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components';
import { Choose, Dialog, Icon, Notice } from '../../design';
import { exitLabel } from '../../drawing';
import { connect, type Point } from '../../graph/edits';
import { refusal } from '../../graph/rules';
import { moduleKey, moduleOf, useEditor, useEditorStore } from '../store';
import type { Desk } from './commands';
import { centre, show } from './commands';
import { placeModule } from './drop';

const NOT = 'none';

/** Adds a node by its name, with the keyboard alone; where one node is selected, wired from it. */
export function QuickAdd({ desk, at, onClose }: { desk: Desk; at: Point | null; onClose: () => void }) {
  const store = useEditorStore();
  const { contains } = useFilter({ sensitivity: 'base' });
  const modules = useEditor((it) => it.modules);
  const choices = useMemo(
    () =>
      [...modules.values()]
        .filter((it) => it.type !== 'trigger')
        .sort((a, b) => Number(b.enabled) - Number(a.enabled) || a.name.localeCompare(b.name)),
    [modules],
  );

  // The outputs of the selected node that a wire may still leave.
  const [source] = useState(() => {
    const state = store.getState();
    const { graph } = state.history;
    const [id] = state.selected.size === 1 && !at ? state.selected : [];
    const node = id ? graph.nodes.get(id) : undefined;
    if (!node) return null;
    const module = moduleOf(state, node);
    const free = node.exits.filter(
      (exit) =>
        node.raw.data && (!graph.wires.some((it) => it.from === id && it.exit === exit) || allowsMany(node.raw.data)),
    );
    return free.length === 0 ? null : { node, module, free };
  });
  const [exit, setExit] = useState<string>(source?.free[0] ?? NOT);

  function add(key: Key) {
    const module = modules.get(String(key));
    if (!module) return;
    const { graph } = store.getState().history;
    let place = at ?? centre(desk);
    if (source && !at) {
      const { width } = desk.sizes.of(graph)(source.node.id);
      place = { x: source.node.x + width + 90, y: source.node.y + source.node.exits.indexOf(exit) * 130 };
    }
    const id = placeModule(store, module, place);
    if (source && exit !== NOT) {
      const wire = { from: source.node.id, exit, to: id, entry: 'input_1' };
      store.getState().edit(`Add ${module.name}`, (it) => (refusal(it, wire) ? it : connect(it, wire)), undefined);
    }
    onClose();
    setTimeout(() => show(desk, id), 50);
  }

  return (
    <Dialog open title="Add a node" onClose={onClose}>
      <div className="stack quick-add">
        {source && (
          <Choose
            label="Wire it from"
            value={exit}
            onChange={setExit}
            options={[
              ...source.free.map((it) => ({
                value: it,
                label: `${source.node.name}${exitLabel(it, source.module) ? `, ${exitLabel(it, source.module)}` : ''}`,
              })),
              { value: NOT, label: 'Nothing yet' },
            ]}
          />
        )}
        <Autocomplete filter={contains}>
          <SearchField aria-label="Module" className="input-group" autoFocus>
            <Icon name="magnifying-glass" />
            <Input className="input" placeholder="Type what it should do, then Enter" />
          </SearchField>
          <ListBox
            aria-label="Modules"
            className="quick-list"
            items={choices.map((it) => ({ ...it, key: moduleKey(it.type, it.id) }))}
            disabledKeys={choices.filter((it) => !it.enabled).map((it) => moduleKey(it.type, it.id))}
            onAction={add}
            selectionMode="none"
            renderEmptyState={() => <Notice>No module has this in its name or description.</Notice>}
          >
            {(it) => (
              <ListBoxItem id={it.key} textValue={`${it.name} ${it.id} ${it.description}`} className="option">
                <Icon name={it.icon || 'cube'} family={it.iconClass} />
                <span>
                  <strong>{it.name}</strong> {!it.enabled && <span className="badge warn">disabled</span>}
                  <br />
                  <span className="soft">{it.description}</span>
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </Autocomplete>
      </div>
    </Dialog>
  );
}

function allowsMany(data: unknown): boolean {
  return !!(data as { multiple_output_connection?: unknown }).multiple_output_connection;
}
