import type { Module } from '../../api/types';
import { addNode, insertInto, type Point } from '../../graph/edits';
import { type Graph, type Wire, wireId } from '../../graph/model';
import { type EditorStore, moduleKey } from '../store';

/** What is dragged out of the palette. */
export interface Dropped {
  type: string;
  id: string;
}

/** The wire at a place on the screen, if there is one. */
export function wireAt(x: number, y: number, graph: Graph): Wire | null {
  for (const it of document.elementsFromPoint(x, y)) {
    const id = it.closest('.react-flow__edge')?.getAttribute('data-id');
    if (id) return graph.wires.find((wire) => wireId(wire) === id) ?? null;
  }
  return null;
}

/** Adds a node of a module; on a wire it goes into it. Selected afterwards, and its id answered. */
export function placeModule(store: EditorStore, module: Module, at: Point, wire: Wire | null = null): string {
  let added = '';
  store.getState().edit(wire ? `Insert ${module.name}` : `Add ${module.name}`, (graph) => {
    const [next, node] = addNode(graph, module, { x: Math.round(at.x), y: Math.round(at.y) });
    added = node.id;
    return wire ? insertInto(next, wire, node.id) : next;
  });
  store.getState().select([added]);
  return added;
}

export function dropModule(store: EditorStore, { type, id }: Dropped, at: Point, wire: Wire | null): void {
  const module = store.getState().modules.get(moduleKey(type, id));
  // The pointer holds the block in its middle.
  if (module) placeModule(store, module, { x: at.x - 120, y: at.y - 24 }, wire);
}
