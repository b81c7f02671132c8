import { ERROR_EXIT, type Graph, sameWire, type Wire } from './model';

/** Whether a way leads from one node to another. */
export function reaches(graph: Graph, from: string, to: string): boolean {
  const next = new Map<string, string[]>();
  for (const it of graph.wires) next.set(it.from, [...(next.get(it.from) ?? []), it.to]);
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true;
    if (!seen.has(id)) {
      seen.add(id);
      open.push(...(next.get(id) ?? []));
    }
  }
  return false;
}

/** Why a wire may not be drawn, or null if it may. The same that would keep the workflow from being saved. */
export function refusal(graph: Graph, wire: Wire): string | null {
  const from = graph.nodes.get(wire.from);
  const to = graph.nodes.get(wire.to);
  if (!from || !to) return 'A wire needs a node at both ends.';
  if (to.entries.length === 0) return 'Nothing leads into a trigger: workflows begin there.';
  if (graph.wires.some((it) => sameWire(it, wire))) return 'These two are connected already.';
  if (wire.from === wire.to || reaches(graph, wire.to, wire.from)) {
    return 'That would be a cycle: the workflow would never end.';
  }
  const single = wire.exit !== ERROR_EXIT && !allowsMany(from.raw.data);
  if (single && graph.wires.some((it) => it.from === wire.from && it.exit === wire.exit)) {
    return 'Only one wire may leave this output. Put a Concurrent Task in between to follow several ways.';
  }
  return null;
}

function allowsMany(data: unknown): boolean {
  const stored = (data as { multiple_output_connection?: unknown } | null)?.multiple_output_connection;
  return !!stored && stored !== '0';
}
