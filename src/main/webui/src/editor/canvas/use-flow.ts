import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { BlockNode } from '../../drawing/block';
import { block, edge, group, problemsByNode, type Shown, wireProblems } from '../../drawing/flow';
import type { GroupNode } from '../../drawing/group';
import { moveNodes, type Point } from '../../graph/edits';
import { filterLabels } from '../../graph/labels';
import { type Graph, type Node, wireId } from '../../graph/model';
import { useEditor, useEditorStore } from '../store';
import { Sizes } from './sizes';

type Drawn = BlockNode | GroupNode;

export interface Handlers {
  onSettings: (id: string) => void;
  onFilters: (id: string) => void;
  onRenameFrame: (id: string) => void;
}

interface Kept {
  node: Node;
  drawn: BlockNode;
}

/**
 * The graph as React Flow wants it. What did not change stays the same object, so that a thousand blocks are not drawn
 * anew for one; while blocks are dragged, their places are React Flow's, and the graph hears of them once at the end.
 */
export function useFlow(handlers: Handlers, found: ReadonlySet<string>, target: string | null) {
  const store = useEditorStore();
  const graph = useEditor((it) => it.history.graph);
  const selected = useEditor((it) => it.selected);
  const selectedWires = useEditor((it) => it.selectedWires);
  const problems = useEditor((it) => it.problems);
  const notes = useEditor((it) => it.notifications);
  const overlay = useEditor((it) => it.overlay);
  const modules = useEditor((it) => it.modules);
  const sizes = useRef(new Sizes());
  const kept = useRef(new Map<string, Kept>());
  const dragging = useRef<ReadonlyMap<string, Point>>(new Map());
  const [dragged, setDragged] = useState<ReadonlyMap<string, Point>>(new Map());
  const [measured, setMeasured] = useState<ReadonlyMap<string, { width: number; height: number }>>(new Map());

  const shown: Shown = useMemo(
    () => ({ modules, results: overlay?.results, active: overlay?.active, followed: overlay?.followed, found }),
    [modules, overlay, found],
  );

  const blocks = useMemo(() => {
    const byNode = problemsByNode(problems);
    const errors = new Set(graph.wires.filter((it) => it.exit === 'error').map((it) => it.from));
    const next = new Map<string, Kept>();
    for (const node of graph.nodes.values()) {
      const fresh = block(node, emptyWires(errors, node), shown, byNode.get(node.id));
      fresh.data.notes = notes[node.module];
      fresh.data.onSettings = handlers.onSettings;
      fresh.data.onFilters = handlers.onFilters;
      const old = kept.current.get(node.id);
      next.set(node.id, {
        node,
        drawn: old && old.node === node && sameData(old.drawn.data, fresh.data) ? old.drawn : fresh,
      });
    }
    kept.current = next;
    return [...next.values()].map((it) => it.drawn);
  }, [graph, problems, notes, shown, handlers]);

  const cache = useRef(
    new Map<string, { from: BlockNode; selected: boolean; place?: Point; measured?: object; to: BlockNode }>(),
  );
  const nodes = useMemo<Drawn[]>(() => {
    const seen = new Map<string, ReturnType<typeof cache.current.get> & object>();
    const drawn = blocks.map((from) => {
      const isSelected = selected.has(from.id);
      const place = dragged.get(from.id);
      const size = measured.get(from.id);
      const old = cache.current.get(from.id);
      const same =
        old && old.from === from && old.selected === isSelected && old.place === place && old.measured === size;
      const to = same ? old.to : { ...from, selected: isSelected, position: place ?? from.position, measured: size };
      seen.set(from.id, { from, selected: isSelected, place, measured: size, to });
      return to;
    });
    cache.current = seen;
    const live = dragged.size === 0 ? graph : moveNodes(graph, dragged);
    const frames = graph.frames.flatMap((it) => {
      const box = group(it, live, sizes.current.of(graph));
      if (!box) return [];
      box.selected = selected.has(box.id);
      box.data.onRename = () => handlers.onRenameFrame(it.id);
      return [box];
    });
    return [...frames, ...drawn];
  }, [blocks, selected, dragged, measured, graph, handlers]);

  const edges = useMemo(() => {
    const byWire = wireProblems(problems);
    const labelled: Shown = { ...shown, labels: filterLabels(graph) };
    const known = graph.wires.filter((it) => graph.nodes.has(it.from) && graph.nodes.has(it.to));
    return known.map((it) => {
      const drawn = edge(it, labelled, byWire.get(`${it.from}:${it.exit}>${it.to}`));
      const id = wireId(it);
      drawn.selected = selectedWires.has(id);
      if (drawn.data) drawn.data.target = target === id;
      return drawn;
    });
  }, [graph, problems, shown, selectedWires, target]);

  const onNodesChange = useCallback(
    (changes: NodeChange<Drawn>[]) => {
      const state = store.getState();
      takeSizes(changes, setMeasured, sizes.current);
      const picks = changes.filter((it) => it.type === 'select');
      if (picks.length > 0) {
        const next = new Set(state.selected);
        for (const it of picks) it.selected ? next.add(it.id) : next.delete(it.id);
        state.select(next, state.selectedWires);
      }
      const moves = changes.filter((it) => it.type === 'position');
      if (moves.length === 0) return;
      const places = new Map([...dragging.current, ...placesAfter(moves, state.history.graph, sizes.current)]);
      if (moves.some((it) => it.dragging)) {
        dragging.current = places;
        setDragged(places);
      } else {
        dragging.current = new Map();
        setDragged(dragging.current);
        const what = places.size === 1 ? 'Move a node' : `Move ${places.size} nodes`;
        state.edit(what, (it) => moveNodes(it, places), `move:${[...places.keys()].join()}`);
      }
    },
    [store],
  );

  const onEdgesChange = useCallback(
    (changes: EdgeChange[]) => {
      const picks = changes.filter((it) => it.type === 'select');
      if (picks.length === 0) return;
      const state = store.getState();
      const next = new Set(state.selectedWires);
      for (const it of picks) it.selected ? next.add(it.id) : next.delete(it.id);
      state.select(state.selected, next);
    },
    [store],
  );

  return { nodes, edges, onNodesChange, onEdgesChange, size: sizes.current };
}

/** `block` asks the wires only for the error exit; this answers without looking at all of them for every node. */
function emptyWires(errors: ReadonlySet<string>, node: Node): Graph {
  const wires = errors.has(node.id) ? [{ from: node.id, exit: 'error', to: '', entry: '' }] : [];
  return { nodes: new Map(), wires, frames: [], nextId: 0, stored: null };
}

function sameData(a: BlockNode['data'], b: BlockNode['data']): boolean {
  const keys = Object.keys(b) as Array<keyof BlockNode['data']>;
  return keys.every(
    (key) =>
      a[key] === b[key] ||
      (key === 'problems' && sameProblems(a.problems, b.problems)) ||
      (key === 'notes' && sameNotes(a.notes, b.notes)),
  );
}

function sameProblems(a: BlockNode['data']['problems'], b: BlockNode['data']['problems']): boolean {
  return a?.length === b?.length && !!a?.every((it, at) => it.message === b?.[at]?.message);
}

function sameNotes(a: BlockNode['data']['notes'], b: BlockNode['data']['notes']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function takeSizes(
  changes: NodeChange<Drawn>[],
  set: (
    change: (
      was: ReadonlyMap<string, { width: number; height: number }>,
    ) => Map<string, { width: number; height: number }>,
  ) => void,
  sizes: Sizes,
) {
  const seen = changes.flatMap((it) =>
    it.type === 'dimensions' && it.dimensions && !it.id.startsWith('frame:') ? [[it.id, it.dimensions] as const] : [],
  );
  if (seen.length === 0) return;
  sizes.keep(seen.map(([id, it]) => ({ id, position: { x: 0, y: 0 }, data: {}, measured: it })));
  set((was) => new Map([...was, ...seen]));
}

/** Where nodes are after these changes; a frame that is dragged takes its nodes along. */
function placesAfter(moves: NodeChange<Drawn>[], graph: Graph, sizes: Sizes): Map<string, Point> {
  const places = new Map<string, Point>();
  for (const it of moves) {
    if (it.type !== 'position' || !it.position) continue;
    const { x, y } = it.position;
    if (graph.nodes.has(it.id)) places.set(it.id, { x, y });
    const frame = graph.frames.find((other) => it.id === `frame:${other.id}`);
    const box = frame && group(frame, graph, sizes.of(graph));
    if (frame && box) {
      for (const id of frame.nodes) {
        const node = graph.nodes.get(id);
        if (node) places.set(id, { x: node.x + x - box.position.x, y: node.y + y - box.position.y });
      }
    }
  }
  return places;
}
