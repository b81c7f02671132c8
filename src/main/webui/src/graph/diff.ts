import { type Graph, type Node, type Wire, wireId } from './model';

export type Fate = 'added' | 'removed' | 'changed' | 'moved' | 'same';

/** How two versions of a graph differ. */
export interface Difference {
  nodes: ReadonlyMap<string, Fate>;
  wires: { added: Wire[]; removed: Wire[] };
  /** Of nodes that changed: what was there before and after, by name. */
  details: ReadonlyMap<string, Array<{ what: string; before: string; after: string }>>;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function detailsOf(before: Node, after: Node) {
  const details: Array<{ what: string; before: string; after: string }> = [];
  const compare = (what: string, a: unknown, b: unknown) => {
    if (shown(a) !== shown(b)) details.push({ what, before: shown(a), after: shown(b) });
  };
  compare('name', before.name, after.name);
  compare('module', before.module, after.module);
  for (const key of new Set([...Object.keys(before.params), ...Object.keys(after.params)])) {
    compare(key, before.params[key], after.params[key]);
  }
  for (const key of ['selector', 'value', 'operator', 'path'] as const) {
    compare(`filter ${key}`, before.filters[key], after.filters[key]);
  }
  for (const key of ['timeout', 'retries', 'pause', 'onError'] as const) {
    compare(`policy ${key}`, before.policy[key], after.policy[key]);
  }
  return details;
}

export function compare(before: Graph, after: Graph): Difference {
  const nodes = new Map<string, Fate>();
  const details = new Map<string, Array<{ what: string; before: string; after: string }>>();
  for (const [id, node] of after.nodes) {
    const old = before.nodes.get(id);
    if (!old) {
      nodes.set(id, 'added');
      continue;
    }
    const found = detailsOf(old, node);
    if (found.length > 0) details.set(id, found);
    nodes.set(id, found.length > 0 ? 'changed' : old.x !== node.x || old.y !== node.y ? 'moved' : 'same');
  }
  for (const id of before.nodes.keys()) if (!after.nodes.has(id)) nodes.set(id, 'removed');
  const were = new Set(before.wires.map(wireId));
  const are = new Set(after.wires.map(wireId));
  return {
    nodes,
    details,
    wires: {
      added: after.wires.filter((it) => !were.has(wireId(it))),
      removed: before.wires.filter((it) => !are.has(wireId(it))),
    },
  };
}
