import type { ReactFlowInstance } from '@xyflow/react';
import { say, sayFailure } from '../../design';
import { writeNodes } from '../../graph/drawflow';
import { align, disconnect, moveNodes, removeFrame, removeNodes, type Side } from '../../graph/edits';
import { arrange } from '../../graph/layout';
import { wireId } from '../../graph/model';
import { clipboardText, copy, nodesIn, pasteNodes } from '../clipboard';
import type { EditorStore } from '../store';
import type { Sizes } from './sizes';
import { useUi } from './ui';

/** What commands work on. */
export interface Desk {
  store: EditorStore;
  flow: ReactFlowInstance;
  sizes: Sizes;
  save: () => void;
}

export interface EditorCommand {
  id: string;
  title: string;
  /** as shown; "Mod" is Ctrl, or Command on a Mac */
  keys?: string[];
  icon: string;
  /** The group in the help. */
  group: 'Workflow' | 'Edit' | 'Nodes' | 'View';
  enabled?: (desk: Desk) => boolean;
  run: (desk: Desk) => void;
}

const GRID = 22;

const selection = ({ store }: Desk) => [...store.getState().selected].filter((it) => !it.startsWith('frame:'));
const some = (desk: Desk) => selection(desk).length > 0;
const anything = (desk: Desk) => desk.store.getState().selected.size + desk.store.getState().selectedWires.size > 0;
const several = (desk: Desk) => selection(desk).length > 1;

/** The middle of what one sees. */
export function centre({ flow }: Desk) {
  const box = document.querySelector('.editor-canvas')?.getBoundingClientRect();
  if (!box) return { x: 0, y: 0 };
  const { x, y } = flow.screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  return { x: Math.round(x), y: Math.round(y) };
}

function remove({ store }: Desk) {
  const { history, selected, selectedWires, edit, select } = store.getState();
  const wires = history.graph.wires.filter((it) => selectedWires.has(wireId(it)));
  const frames = [...selected].filter((it) => it.startsWith('frame:')).map((it) => it.slice(6));
  const onlyTrigger = [...selected].some((id) => history.graph.nodes.get(id)?.type === 'trigger');
  const count = selected.size + wires.length;
  edit(`Delete ${count === 1 ? 'one thing' : `${count} things`}`, (graph) =>
    frames.reduce((it, id) => removeFrame(it, id), removeNodes(disconnect(graph, wires), selected)),
  );
  if (onlyTrigger) say('The trigger stays: a workflow begins with it.', 'info');
  select([]);
}

async function paste(desk: Desk) {
  const nodes = nodesIn(await clipboardText());
  if (!nodes) return say('There are no nodes on the clipboard. Copy some, here or in another workflow.', 'info');
  const count = pasteNodes(desk.store, nodes, centre(desk));
  if (count === 0) say('Only a trigger was copied; a workflow has one already.', 'info');
}

function duplicate({ store }: Desk) {
  const { history, selected } = store.getState();
  const nodes = [...selected].flatMap((id) => history.graph.nodes.get(id) ?? []).filter((it) => it.type !== 'trigger');
  if (nodes.length === 0) return;
  const at = { x: Math.min(...nodes.map((it) => it.x)) + 2 * GRID, y: Math.min(...nodes.map((it) => it.y)) + 2 * GRID };
  pasteNodes(store, writeNodes(history.graph, selected), at, 'Duplicate');
}

function nudge(desk: Desk, dx: number, dy: number) {
  const ids = selection(desk);
  const { edit } = desk.store.getState();
  edit(
    'Move',
    (graph) =>
      moveNodes(
        graph,
        new Map(
          ids.flatMap((id) => {
            const node = graph.nodes.get(id);
            return node ? [[id, { x: node.x + dx, y: node.y + dy }] as const] : [];
          }),
        ),
      ),
    `nudge:${ids.join()}`,
  );
}

/** Selects the next node in the order of reading, and brings it into sight. */
function step(desk: Desk, by: 1 | -1) {
  const { history, selected, select } = desk.store.getState();
  const nodes = [...history.graph.nodes.values()].sort((a, b) => a.x - b.x || a.y - b.y);
  const at = nodes.findIndex((it) => selected.has(it.id));
  const next = nodes[(at + by + nodes.length) % nodes.length] ?? nodes[0];
  if (!next) return;
  select([next.id]);
  show(desk, next.id);
}

/** Brings a node into sight. */
export function show({ flow, store, sizes }: Desk, id: string): void {
  const { graph } = store.getState().history;
  const node = graph.nodes.get(id);
  if (!node) return;
  const { width, height } = sizes.of(graph)(id);
  flow.setCenter(node.x + width / 2, node.y + height / 2, { zoom: Math.max(flow.getZoom(), 0.7), duration: 200 });
}

function alignment(id: string, side: Side, title: string, icon: string): EditorCommand {
  return {
    id,
    title,
    icon,
    group: 'Nodes',
    enabled: several,
    run: (desk) =>
      desk.store.getState().edit(title, (graph) => align(graph, selection(desk), side, desk.sizes.of(graph))),
  };
}

function move(id: string, title: string, key: string, icon: string, dx: number, dy: number): EditorCommand {
  return { id, title, keys: [key], icon, group: 'Nodes', enabled: some, run: (desk) => nudge(desk, dx, dy) };
}

/** Everything one can do here, once: buttons, keys and help are made from it. */
export const COMMANDS: readonly EditorCommand[] = [
  { id: 'save', title: 'Save', keys: ['Mod+S'], icon: 'cloud-arrow-up', group: 'Workflow', run: (desk) => desk.save() },
  {
    id: 'testrun',
    title: 'Test run',
    keys: ['T'],
    icon: 'play',
    group: 'Workflow',
    run: () => useUi.getState().show('testrun'),
  },
  {
    id: 'versions',
    title: 'Versions',
    keys: ['V'],
    icon: 'code-compare',
    group: 'Workflow',
    run: () => useUi.getState().show('versions'),
  },
  {
    id: 'activity',
    title: 'Activity and logs',
    icon: 'file-lines',
    group: 'Workflow',
    run: () => useUi.getState().show('activity'),
  },
  {
    id: 'problems',
    title: 'Problems',
    keys: ['P'],
    icon: 'list-check',
    group: 'Workflow',
    run: () => useUi.getState().show('problems'),
  },
  { id: 'json', title: 'JSON', keys: ['J'], icon: 'code', group: 'Workflow', run: () => useUi.getState().open('json') },
  {
    id: 'undo',
    title: 'Undo',
    keys: ['Mod+Z'],
    icon: 'rotate-left',
    group: 'Edit',
    enabled: (desk) => desk.store.getState().history.past.length > 0,
    run: (desk) => desk.store.getState().undo(),
  },
  {
    id: 'redo',
    title: 'Redo',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    icon: 'rotate-right',
    group: 'Edit',
    enabled: (desk) => desk.store.getState().history.future.length > 0,
    run: (desk) => desk.store.getState().redo(),
  },
  {
    id: 'copy',
    title: 'Copy',
    keys: ['Mod+C'],
    icon: 'copy',
    group: 'Edit',
    enabled: some,
    run: (desk) =>
      void copy(desk.store).then(
        (count) => count && say(count === 1 ? 'Copied a node.' : `Copied ${count} nodes.`),
        sayFailure,
      ),
  },
  {
    id: 'cut',
    title: 'Cut',
    keys: ['Mod+X'],
    icon: 'scissors',
    group: 'Edit',
    enabled: some,
    run: (desk) => void copy(desk.store).then(() => remove(desk), sayFailure),
  },
  {
    id: 'paste',
    title: 'Paste',
    keys: ['Mod+V'],
    icon: 'paste',
    group: 'Edit',
    run: (desk) => void paste(desk).catch(sayFailure),
  },
  { id: 'duplicate', title: 'Duplicate', keys: ['Mod+D'], icon: 'clone', group: 'Edit', enabled: some, run: duplicate },
  {
    id: 'delete',
    title: 'Delete',
    keys: ['Delete', 'Backspace'],
    icon: 'trash',
    group: 'Edit',
    enabled: anything,
    run: remove,
  },
  {
    id: 'all',
    title: 'Select all',
    keys: ['Mod+A'],
    icon: 'object-group',
    group: 'Edit',
    run: ({ store }) => store.getState().select(store.getState().history.graph.nodes.keys()),
  },
  {
    id: 'add',
    title: 'Add a node',
    keys: ['A'],
    icon: 'plus',
    group: 'Nodes',
    run: () => useUi.getState().open('add'),
  },
  {
    id: 'connect',
    title: 'Wire from the selected node',
    keys: ['W'],
    icon: 'arrow-right-long',
    group: 'Nodes',
    enabled: (desk) => selection(desk).length === 1,
    run: (desk) => useUi.getState().open('connect', selection(desk)[0]),
  },
  {
    id: 'settings',
    title: 'Settings of the selected node',
    keys: ['Enter'],
    icon: 'sliders',
    group: 'Nodes',
    enabled: (desk) => selection(desk).length === 1,
    run: (desk) => desk.store.getState().openNode(selection(desk)[0] ?? null),
  },
  {
    id: 'frame',
    title: 'Frame the selected nodes',
    keys: ['F'],
    icon: 'object-ungroup',
    group: 'Nodes',
    enabled: some,
    run: () => useUi.getState().open('frame'),
  },
  {
    id: 'blueprint',
    title: 'Save as blueprint',
    keys: ['B'],
    icon: 'shapes',
    group: 'Nodes',
    enabled: some,
    run: () => useUi.getState().open('save-blueprint'),
  },
  move('left', 'Move left', 'ArrowLeft', 'arrow-left', -GRID, 0),
  move('right', 'Move right', 'ArrowRight', 'arrow-right', GRID, 0),
  move('up', 'Move up', 'ArrowUp', 'arrow-up', 0, -GRID),
  move('down', 'Move down', 'ArrowDown', 'arrow-down', 0, GRID),
  move('far-left', 'Move far left', 'Shift+ArrowLeft', 'arrow-left', -5 * GRID, 0),
  move('far-right', 'Move far right', 'Shift+ArrowRight', 'arrow-right', 5 * GRID, 0),
  move('far-up', 'Move far up', 'Shift+ArrowUp', 'arrow-up', 0, -5 * GRID),
  move('far-down', 'Move far down', 'Shift+ArrowDown', 'arrow-down', 0, 5 * GRID),
  {
    id: 'arrange',
    title: 'Arrange automatically',
    keys: ['L'],
    icon: 'diagram-project',
    group: 'Nodes',
    run: (desk) => {
      const { edit, selected } = desk.store.getState();
      const ids = selected.size > 1 ? new Set(selection(desk)) : undefined;
      edit('Arrange', (graph) => arrange(graph, desk.sizes.of(graph), ids));
      setTimeout(() => desk.flow.fitView({ maxZoom: 1, padding: 0.15, duration: 200 }), 30);
    },
  },
  alignment('align-left', 'left', 'Align left', 'align-left'),
  alignment('align-right', 'right', 'Align right', 'align-right'),
  alignment('align-row', 'row', 'Align in a row', 'grip-lines'),
  alignment('align-column', 'column', 'Align in a column', 'grip-lines-vertical'),
  alignment('align-top', 'top', 'Align at the top', 'arrow-up'),
  alignment('align-bottom', 'bottom', 'Align at the bottom', 'arrow-down'),
  { id: 'next', title: 'Next node', keys: ['N'], icon: 'arrow-right', group: 'View', run: (desk) => step(desk, 1) },
  {
    id: 'previous',
    title: 'Previous node',
    keys: ['Shift+N'],
    icon: 'arrow-left',
    group: 'View',
    run: (desk) => step(desk, -1),
  },
  {
    id: 'search',
    title: 'Search in the graph',
    keys: ['Mod+F'],
    icon: 'magnifying-glass',
    group: 'View',
    run: () => useUi.getState().find(''),
  },
  {
    id: 'fit',
    title: 'Fit all in view',
    keys: ['C'],
    icon: 'expand',
    group: 'View',
    run: ({ flow }) => void flow.fitView({ maxZoom: 1, padding: 0.15, duration: 200 }),
  },
  {
    id: 'zoom-in',
    title: 'Zoom in',
    keys: ['+'],
    icon: 'magnifying-glass-plus',
    group: 'View',
    run: ({ flow }) => void flow.zoomIn(),
  },
  {
    id: 'zoom-out',
    title: 'Zoom out',
    keys: ['-'],
    icon: 'magnifying-glass-minus',
    group: 'View',
    run: ({ flow }) => void flow.zoomOut(),
  },
  {
    id: 'unselect',
    title: 'Close or unselect',
    keys: ['Escape'],
    icon: 'xmark',
    group: 'View',
    run: ({ store }) => {
      const { open, openNode, overlay, setOverlay, select } = store.getState();
      const ui = useUi.getState();
      if (ui.search !== null) ui.find(null);
      else if (open) openNode(null);
      else if (ui.panel) ui.show(null);
      else if (overlay) setOverlay(null);
      else select([]);
    },
  },
  {
    id: 'shortcuts',
    title: 'Shortcuts',
    keys: ['?'],
    icon: 'keyboard',
    group: 'View',
    run: () => useUi.getState().open('shortcuts'),
  },
];

export function command(id: string): EditorCommand {
  const found = COMMANDS.find((it) => it.id === id);
  if (!found) throw new Error(`No command ${id}`);
  return found;
}
