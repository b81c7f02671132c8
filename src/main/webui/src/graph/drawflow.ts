import type { Json } from '../api/types';
import {
  ERROR_EXIT,
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

const FRAMES = '_frames';
const POLICY = 'sluice';
const ERROR_WIRES = 'errorExit';

/** PHP stores an empty map as a list, and a map with the keys 0, 1, 2 … too. */
function tree(value: Json | undefined): Tree {
  if (Array.isArray(value)) return Object.fromEntries(value.map((item, at) => [String(at), item]));
  return value !== null && typeof value === 'object' ? value : {};
}

function text(value: Json | undefined): string {
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
}

function number(value: Json | undefined): number {
  const read = typeof value === 'number' ? value : Number.parseFloat(text(value));
  return Number.isFinite(read) ? read : 0;
}

function readFilters(stored: Json | undefined): Filters {
  // As a list it is the form's default, which means that there is no filter.
  if (Array.isArray(stored)) return NO_FILTERS;
  const map = tree(stored);
  const filters = {
    selector: text(map.selector),
    value: text(map.value),
    operator: text(map.operator),
    path: text(map.path),
  };
  return Object.values(filters).some((it) => it !== '') ? filters : NO_FILTERS;
}

function readPolicy(data: Tree): Policy {
  if (data[POLICY] === undefined || data[POLICY] === null) return NO_POLICY;
  const map = tree(data[POLICY]);
  const onError = text(map.onError).toLowerCase();
  return {
    timeout: text(map.timeout),
    retries: number(map.retries),
    pause: text(map.pause),
    onError: onError === 'continue' || onError === 'stop' || onError === 'exit' ? onError : '',
  };
}

function typeOf(stored: string): NodeType {
  return stored === 'trigger' || stored === 'logic' ? stored : 'action';
}

function readNode(key: string, entry: Json): Node {
  const raw = tree(entry);
  const data = tree(raw.data);
  return {
    id: text(raw.id) || key,
    type: typeOf(text(data.module_type)),
    module: text(data.id),
    name: text(raw.name) || text(data.name) || text(data.id),
    x: number(raw.pos_x),
    y: number(raw.pos_y),
    params: tree(data.indexed_params),
    filters: readFilters(data.saved_filters),
    policy: readPolicy(data),
    exits: Object.keys(tree(raw.outputs)),
    entries: Object.keys(tree(raw.inputs)),
    raw,
  };
}

function wiresOf(id: string, exit: string, port: Json | undefined): Wire[] {
  return Object.values(tree(tree(port).connections)).map((it) => ({
    from: id,
    exit,
    to: text(tree(it).node),
    entry: text(tree(it).output) || 'input_1',
  }));
}

/** The wires that leave a node, as stored with it: that side is the one that runs. */
function readWires(node: Node): Wire[] {
  const ports = tree(node.raw.outputs);
  const wires = Object.keys(ports).flatMap((exit) => wiresOf(node.id, exit, ports[exit]));
  return wires.concat(wiresOf(node.id, ERROR_EXIT, tree(tree(node.raw.data)[POLICY])[ERROR_WIRES]));
}

function readFrame(key: string, entry: Json): Frame {
  const raw = tree(entry);
  const nodes = Object.values(tree(raw.nodes)).map((it) => text(it));
  return { id: key, text: text(raw.text), nodes, raw };
}

/** Reads MISP's stored form of a graph, or a list of nodes as blueprints have it. */
export function read(stored: Json): Graph {
  const entries = tree(stored);
  const nodes = new Map<string, Node>();
  for (const [key, entry] of Object.entries(entries)) {
    if (key !== FRAMES) {
      const node = readNode(key, entry);
      nodes.set(node.id, node);
    }
  }
  const wires = [...nodes.values()].flatMap(readWires);
  const frames = Object.entries(tree(entries[FRAMES])).map(([key, entry]) => readFrame(key, entry));
  const nextId = 1 + Math.max(0, ...[...nodes.keys()].map((id) => Number.parseInt(id, 10) || 0));
  return { nodes, wires, frames, nextId, stored };
}

function sameWires(a: readonly Wire[], b: readonly Wire[]): boolean {
  return a.length === b.length && a.every((it, at) => sameWire(it, b[at] as Wire));
}

function leaving(wires: readonly Wire[]): Json {
  return wires.map((it) => ({ node: it.to, output: it.entry }));
}

function port(raw: Json | undefined, connections: Json): Tree {
  return { ...tree(raw), connections };
}

function outputs(node: Node, wires: readonly Wire[]): Json {
  const ports = tree(node.raw.outputs);
  // Where it has none it is stored as a list, as MISP does.
  if (node.exits.length === 0) return [];
  return Object.fromEntries(
    node.exits.map((exit) => [exit, port(ports[exit], leaving(wires.filter((it) => it.exit === exit)))]),
  );
}

function inputs(node: Node, wires: readonly Wire[]): Json {
  const ports = tree(node.raw.inputs);
  if (node.entries.length === 0) return [];
  const drawn = wires.filter((it) => it.exit !== ERROR_EXIT);
  return Object.fromEntries(
    node.entries.map((entry) => [
      entry,
      port(
        ports[entry],
        drawn.filter((it) => it.entry === entry).map((it) => ({ node: it.from, input: it.exit })),
      ),
    ]),
  );
}

function withPolicy(data: Tree, node: Node, errors: readonly Wire[]): Tree {
  const stored = tree(data[POLICY]);
  const { policy } = node;
  const next: Tree = { ...stored };
  const put = (key: string, value: Json, missing: boolean) => {
    if (missing) delete next[key];
    else next[key] = value;
  };
  put('timeout', policy.timeout, policy.timeout === '');
  put('retries', policy.retries, policy.retries === 0);
  put('pause', policy.pause, policy.pause === '');
  put('onError', policy.onError, policy.onError === '');
  put(ERROR_WIRES, { connections: leaving(errors) }, errors.length === 0);
  const { [POLICY]: _, ...rest } = data;
  return Object.keys(next).length === 0 ? rest : { ...data, [POLICY]: next };
}

function sameJson(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function writeNode(node: Node, before: Node | undefined, graph: Graph, was: Graph): Tree {
  const raw: Tree = { ...node.raw };
  const data = tree(node.raw.data);
  const out = graph.wires.filter((it) => it.from === node.id);
  const into = graph.wires.filter((it) => it.to === node.id);
  const outWas = was.wires.filter((it) => it.from === node.id);
  const intoWas = was.wires.filter((it) => it.to === node.id);
  if (!before || before.x !== node.x) raw.pos_x = node.x;
  if (!before || before.y !== node.y) raw.pos_y = node.y;
  if (!before || before.name !== node.name) raw.name = node.name;
  let next: Tree = data;
  if (!before || !sameJson(before.params, node.params)) next = { ...next, indexed_params: node.params };
  if (!before || before.filters !== node.filters) next = { ...next, saved_filters: { ...node.filters } };
  if (!before || !sameWires(out, outWas)) raw.outputs = outputs(node, out);
  if (!before || !sameWires(into, intoWas)) raw.inputs = inputs(node, into);
  const errors = out.filter((it) => it.exit === ERROR_EXIT);
  const errorsWere = outWas.filter((it) => it.exit === ERROR_EXIT);
  if (!before || before.policy !== node.policy || !sameWires(errors, errorsWere)) next = withPolicy(next, node, errors);
  if (next !== data) raw.data = next;
  return raw;
}

/** MISP adds labels to the connections it shows; they are not stored. */
function withoutLabels(node: Tree): Tree {
  if (!JSON.stringify(node.inputs ?? null).includes('"labels"')) return node;
  const ports = Object.entries(tree(node.inputs)).map(([name, it]) => {
    const connections = Object.values(tree(tree(it).connections)).map((end) => {
      const { labels: _, ...rest } = tree(end);
      return rest;
    });
    return [name, port(it, connections)];
  });
  return { ...node, inputs: Object.fromEntries(ports) };
}

/** The stored form: what was read where nothing changed, down to keys that we know nothing of. */
export function write(graph: Graph): Tree {
  const was = read(graph.stored);
  const entries: Tree = {};
  for (const node of graph.nodes.values()) {
    entries[node.id] = withoutLabels(writeNode(node, was.nodes.get(node.id), graph, was));
  }
  const stored = tree(graph.stored)[FRAMES];
  if (graph.frames.length > 0) {
    entries[FRAMES] = Object.fromEntries(
      graph.frames.map((it) => {
        const before = was.frames.find((other) => other.id === it.id);
        const same = before && before.text === it.text && sameJson(before.nodes, it.nodes);
        return [
          it.id,
          same
            ? it.raw
            : { ...it.raw, id: it.id, text: it.text, nodes: it.nodes.map(Number), class: text(it.raw.class) },
        ];
      }),
    );
  } else if (stored !== undefined) {
    entries[FRAMES] = was.frames.length === 0 ? stored : [];
  }
  return entries;
}

/** Some nodes with the wires among them, in the form that blueprints and the clipboard have. */
export function writeNodes(graph: Graph, ids: ReadonlySet<string>): Tree[] {
  const wires = graph.wires.filter((it) => ids.has(it.from) && ids.has(it.to));
  const part: Graph = { ...graph, wires, nodes: new Map([...graph.nodes].filter(([id]) => ids.has(id))), frames: [] };
  const { [FRAMES]: _, ...nodes } = write(part);
  return Object.values(nodes).map((it) => tree(it));
}
