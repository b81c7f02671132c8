import type { Json } from '../api/types';

export type Tree = { [key: string]: Json };

/** The exit that is followed on an error; the way it is stored is ours, as MISP knows none. */
export const ERROR_EXIT = 'error';

export type NodeType = 'trigger' | 'logic' | 'action';

/** A node filter: which items a node works on. All four are empty where there is none. */
export interface Filters {
  selector: string;
  value: string;
  operator: string;
  path: string;
}

export const NO_FILTERS: Filters = { selector: '', value: '', operator: '', path: '' };

/** What happens at a node whose module is slow or breaks; kept under `data.sluice`. */
export interface Policy {
  /** as "5s", "" for none */
  timeout: string;
  retries: number;
  pause: string;
  onError: '' | 'continue' | 'stop' | 'exit';
}

export const NO_POLICY: Policy = { timeout: '', retries: 0, pause: '', onError: '' };

/** A node as the editor sees it. `raw` is what was stored, so that what we do not know of comes out as it went in. */
export interface Node {
  id: string;
  type: NodeType;
  module: string;
  name: string;
  x: number;
  y: number;
  params: Tree;
  filters: Filters;
  policy: Policy;
  /** names of the exits that are drawn, as output_1 */
  exits: string[];
  /** names of its inputs, none for a trigger */
  entries: string[];
  raw: Tree;
}

export interface Wire {
  from: string;
  exit: string;
  to: string;
  entry: string;
}

export interface Frame {
  id: string;
  text: string;
  nodes: string[];
  raw: Tree;
}

/** A workflow's graph. Never changed: every edit gives another that shares what stayed the same. */
export interface Graph {
  nodes: ReadonlyMap<string, Node>;
  /** Those of one exit in the order in which they are walked. */
  wires: readonly Wire[];
  frames: readonly Frame[];
  /** the number of the next node; numbers are not used again */
  nextId: number;
  /** What it was read from. */
  stored: Json;
}

export function wireId(wire: Wire): string {
  return `${wire.from}:${wire.exit}>${wire.to}:${wire.entry}`;
}

export function sameWire(a: Wire, b: Wire): boolean {
  return a.from === b.from && a.exit === b.exit && a.to === b.to && a.entry === b.entry;
}

export function triggerOf(graph: Graph): Node | undefined {
  for (const node of graph.nodes.values()) if (node.type === 'trigger') return node;
  return undefined;
}

export function hasFilters(filters: Filters): boolean {
  return filters.selector !== '' || filters.value !== '' || filters.path !== '' || filters.operator !== '';
}

export function hasPolicy(policy: Policy): boolean {
  return policy.timeout !== '' || policy.retries > 0 || policy.onError !== '';
}
