import type { VisitedNode } from '../api/types';
import { ERROR_EXIT, type Graph, wireId } from './model';

/** The wires that were followed: those that lead from a visited node, by the exit it took, to a visited node. */
export function followedWires(
  graph: Graph,
  nodes: readonly VisitedNode[],
  exitsOf: (id: string) => readonly string[],
): Set<string> {
  const visited = new Map(nodes.map((it) => [String(it.nodeId), it]));
  const followed = new Set<string>();
  for (const wire of graph.wires) {
    const from = visited.get(wire.from);
    const start = graph.nodes.get(wire.from)?.type === 'trigger';
    if ((!from && !start) || !visited.has(wire.to)) continue;
    const at = exitsOf(wire.from).indexOf(from?.result ?? '');
    const byName = from?.type === 'logic' ? `output_${at + 1}` : undefined;
    const broke = from?.result === 'error';
    if (broke ? wire.exit === ERROR_EXIT : byName ? wire.exit === byName : wire.exit !== ERROR_EXIT)
      followed.add(wireId(wire));
  }
  return followed;
}

/** How each node ended; of one that was visited more than once, how it ended last. */
export function resultsOf(nodes: readonly VisitedNode[]) {
  return new Map(
    nodes.map(({ nodeId, result, errors, durationMicros }) => [String(nodeId), { result, errors, durationMicros }]),
  );
}
