import type { Json, Module } from '../api/types';
import { read } from './drawflow';
import {
  type Filters,
  type Frame,
  type Graph,
  NO_FILTERS,
  NO_POLICY,
  type Node,
  type NodeType,
  type Policy,
  sameWire,
  type Tree,
  type Wire,
} from './model';

export interface Point {
  x: number;
  y: number;
}

function changed(graph: Graph, id: string, change: (node: Node) => Node): Graph {
  const node = graph.nodes.get(id);
  if (!node) return graph;
  const next = change(node);
  if (next === node) return graph;
  return { ...graph, nodes: new Map(graph.nodes).set(id, next) };
}

/** What an untouched form stores: the default of each parameter, or the empty text. */
export function defaults(module: Module): Tree {
  return Object.fromEntries(module.params.map((it) => [it.id, it.standard ?? '']));
}

function exitsOf(module: Module): string[] {
  return module.exits.map((_, at) => `output_${at + 1}`);
}

/** The classes that MISP's editor styles a block by. */
function classOf(module: Module): string {
  const classes = [`block-type-${module.look || 'default'}`];
  if (module.type === 'logic') classes.push('block-type-logic');
  if (module.coreFormat && module.type !== 'trigger') classes.push('expect-misp-core-format');
  if (!module.enabled) classes.push('disabled');
  return classes.join(' ');
}

/** A node of a module, under the next free number. */
export function addNode(graph: Graph, module: Module, at: Point): [Graph, Node] {
  const id = String(graph.nextId);
  const node: Node = {
    id,
    type: module.type as NodeType,
    module: module.id,
    name: module.name,
    x: at.x,
    y: at.y,
    params: defaults(module),
    filters: NO_FILTERS,
    policy: NO_POLICY,
    exits: exitsOf(module),
    entries: module.inputs > 0 ? ['input_1'] : [],
    raw: {
      id: graph.nextId,
      name: module.name,
      class: classOf(module),
      typenode: false,
      pos_x: at.x,
      pos_y: at.y,
      data: {
        id: module.id,
        name: module.name,
        module_type: module.type,
        module_version: module.version,
        previous_module_version: '?',
        multiple_output_connection: module.multipleConnections,
        indexed_params: defaults(module),
        saved_filters: { ...NO_FILTERS },
      },
    },
  };
  return [{ ...graph, nodes: new Map(graph.nodes).set(id, node), nextId: graph.nextId + 1 }, node];
}

/** Without these nodes and their wires; a trigger stays, as a workflow cannot do without. */
export function removeNodes(graph: Graph, ids: ReadonlySet<string>): Graph {
  const gone = new Set([...ids].filter((id) => graph.nodes.get(id) && graph.nodes.get(id)?.type !== 'trigger'));
  if (gone.size === 0) return graph;
  const frames = graph.frames
    .map((it) => (it.nodes.some((id) => gone.has(id)) ? { ...it, nodes: it.nodes.filter((id) => !gone.has(id)) } : it))
    .filter((it) => it.nodes.length > 0);
  return {
    ...graph,
    nodes: new Map([...graph.nodes].filter(([id]) => !gone.has(id))),
    wires: graph.wires.filter((it) => !gone.has(it.from) && !gone.has(it.to)),
    frames,
  };
}

export function moveNodes(graph: Graph, places: ReadonlyMap<string, Point>): Graph {
  let nodes: Map<string, Node> | undefined;
  for (const [id, { x, y }] of places) {
    const node = graph.nodes.get(id);
    if (node && (node.x !== x || node.y !== y)) {
      nodes ??= new Map(graph.nodes);
      nodes.set(id, { ...node, x, y });
    }
  }
  return nodes ? { ...graph, nodes } : graph;
}

export function setParam(graph: Graph, id: string, param: string, value: Json): Graph {
  return changed(graph, id, (node) =>
    node.params[param] === value ? node : { ...node, params: { ...node.params, [param]: value } },
  );
}

export function removeParam(graph: Graph, id: string, param: string): Graph {
  return changed(graph, id, (node) => {
    const { [param]: _, ...params } = node.params;
    return { ...node, params };
  });
}

export function setFilters(graph: Graph, id: string, filters: Filters): Graph {
  return changed(graph, id, (node) => ({ ...node, filters }));
}

export function setPolicy(graph: Graph, id: string, policy: Policy): Graph {
  return changed(graph, id, (node) => ({ ...node, policy }));
}

export function rename(graph: Graph, id: string, name: string): Graph {
  return changed(graph, id, (node) => (node.name === name ? node : { ...node, name }));
}

export function connect(graph: Graph, wire: Wire): Graph {
  return graph.wires.some((it) => sameWire(it, wire)) ? graph : { ...graph, wires: [...graph.wires, wire] };
}

export function disconnect(graph: Graph, gone: readonly Wire[]): Graph {
  const wires = graph.wires.filter((it) => !gone.some((other) => sameWire(it, other)));
  return wires.length === graph.wires.length ? graph : { ...graph, wires };
}

/** Puts a node into a wire: what went along it now goes through the node, by its first exit. */
export function insertInto(graph: Graph, wire: Wire, id: string): Graph {
  const node = graph.nodes.get(id);
  const entry = node?.entries[0];
  const exit = node?.exits[0];
  if (!node || !entry || wire.from === id || wire.to === id) return graph;
  const wires = graph.wires.flatMap((it) =>
    sameWire(it, wire) ? [{ from: it.from, exit: it.exit, to: id, entry }] : [it],
  );
  if (exit && !wires.some((it) => it.from === id && it.exit === exit)) {
    wires.push({ from: id, exit, to: wire.to, entry: wire.entry });
  }
  return { ...graph, wires };
}

export function addFrame(graph: Graph, text: string, nodes: readonly string[]): Graph {
  const id = crypto.randomUUID();
  const frame: Frame = { id, text, nodes: [...nodes], raw: { id, text, nodes: nodes.map(Number), class: '' } };
  return { ...graph, frames: [...graph.frames, frame] };
}

export function renameFrame(graph: Graph, id: string, text: string): Graph {
  return { ...graph, frames: graph.frames.map((it) => (it.id === id ? { ...it, text } : it)) };
}

export function removeFrame(graph: Graph, id: string): Graph {
  return { ...graph, frames: graph.frames.filter((it) => it.id !== id) };
}

/**
 * Puts nodes of elsewhere into the graph, with the wires among them, under new numbers: those of the clipboard or of a
 * blueprint. Triggers are left out. The left-most lands at the point given, the others keep their places beside it.
 */
export function insertNodes(graph: Graph, stored: Json, at: Point, frame?: string): [Graph, string[]] {
  const source = read(stored);
  const nodes = [...source.nodes.values()].filter((it) => it.type !== 'trigger');
  if (nodes.length === 0) return [graph, []];
  const anchor = nodes.reduce((a, b) => (b.x < a.x ? b : a));
  const ids = new Map(nodes.map((it, count) => [it.id, String(graph.nextId + count)]));
  const all = new Map(graph.nodes);
  for (const it of nodes) {
    const id = ids.get(it.id) as string;
    const x = it.x - anchor.x + at.x;
    const y = it.y - anchor.y + at.y;
    all.set(id, { ...it, id, x, y, raw: { ...it.raw, id: Number(id) } });
  }
  const wires = source.wires
    .filter((it) => ids.has(it.from) && ids.has(it.to))
    .map(({ from, exit, to, entry }) => ({ from: ids.get(from) as string, exit, to: ids.get(to) as string, entry }));
  const next = { ...graph, nodes: all, wires: [...graph.wires, ...wires], nextId: graph.nextId + nodes.length };
  const fresh = [...ids.values()];
  return [frame ? addFrame(next, frame, fresh) : next, fresh];
}

export type Side = 'left' | 'right' | 'top' | 'bottom' | 'row' | 'column';

/** Puts the nodes in line: at a side, or centred in a row or column. Sizes are those on the screen. */
export function align(
  graph: Graph,
  ids: readonly string[],
  side: Side,
  size: (id: string) => { width: number; height: number },
): Graph {
  const boxes = ids.flatMap((id) => {
    const node = graph.nodes.get(id);
    return node ? [{ id, x: node.x, y: node.y, ...size(id) }] : [];
  });
  if (boxes.length < 2) return graph;
  const left = Math.min(...boxes.map((it) => it.x));
  const right = Math.max(...boxes.map((it) => it.x + it.width));
  const top = Math.min(...boxes.map((it) => it.y));
  const bottom = Math.max(...boxes.map((it) => it.y + it.height));
  const place = (it: (typeof boxes)[number]): Point => {
    switch (side) {
      case 'left':
        return { x: left, y: it.y };
      case 'right':
        return { x: right - it.width, y: it.y };
      case 'top':
        return { x: it.x, y: top };
      case 'bottom':
        return { x: it.x, y: bottom - it.height };
      case 'row':
        return { x: it.x, y: (top + bottom - it.height) / 2 };
      case 'column':
        return { x: (left + right - it.width) / 2, y: it.y };
    }
  };
  return moveNodes(graph, new Map(boxes.map((it) => [it.id, place(it)])));
}
