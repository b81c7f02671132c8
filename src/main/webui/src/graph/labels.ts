import { type Graph, type Node, wireId } from './model';

/** As many labels as a wire may carry; the modules offer six, but a drawing may hold any text. */
const MOST = 26;

function labelOf(node: Node, otherwise: string): string {
  const label = node.params['filtering-label'];
  return label === undefined || label === null ? otherwise : String(label);
}

/** What is active behind a node, of what is active before it. */
function leaving(node: Node, reaching: readonly string[]): readonly string[] {
  if (node.module === 'generic-filter-data') {
    const label = labelOf(node, 'A');
    return label === '' || reaching.includes(label) ? reaching : [...reaching, label];
  }
  if (node.module === 'generic-filter-reset') {
    const label = labelOf(node, 'all');
    return label === 'all' ? [] : reaching.filter((it) => it !== label);
  }
  return reaching;
}

/** Which data filters are active on which wire, by wireId; where paths join, those of each count. */
export function filterLabels(graph: Graph): Map<string, readonly string[]> {
  const labels = new Map<string, readonly string[]>();
  if (![...graph.nodes.values()].some((it) => it.module === 'generic-filter-data')) return labels;
  const reaching = new Map<string, readonly string[]>();
  const open = [...graph.nodes.values()].filter((it) => it.type === 'trigger').map((it) => it.id);
  for (const id of open) reaching.set(id, []);
  // What reaches a node only ever grows, so this ends on cycles too.
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = graph.nodes.get(id);
    if (!node) continue;
    const active = leaving(node, reaching.get(id) ?? []);
    for (const wire of graph.wires) {
      if (wire.from !== id) continue;
      if (active.length > 0) labels.set(wireId(wire), active);
      const known = reaching.get(wire.to);
      const next = [...(known ?? []), ...active.filter((it) => !known?.includes(it))].slice(0, MOST);
      if (known === undefined || next.length > known.length) {
        reaching.set(wire.to, next);
        open.push(wire.to);
      }
    }
  }
  return labels;
}
