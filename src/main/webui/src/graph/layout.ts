import dagre from '@dagrejs/dagre';
import { moveNodes, type Point } from './edits';
import type { Graph } from './model';

/** Puts the nodes in order from left to right; those not given stay where they are. */
export function arrange(
  graph: Graph,
  size: (id: string) => { width: number; height: number },
  ids: ReadonlySet<string> = new Set(graph.nodes.keys()),
): Graph {
  const drawing = new dagre.graphlib.Graph({ multigraph: true });
  drawing.setGraph({ rankdir: 'LR', nodesep: 46, ranksep: 90 });
  drawing.setDefaultEdgeLabel(() => ({}));
  for (const id of ids) drawing.setNode(id, { ...size(id) });
  graph.wires.forEach((it, at) => {
    if (ids.has(it.from) && ids.has(it.to)) drawing.setEdge(it.from, it.to, {}, String(at));
  });
  dagre.layout(drawing);
  const chosen = [...ids].flatMap((id) => graph.nodes.get(id) ?? []);
  const left = Math.min(...chosen.map((it) => it.x));
  const top = Math.min(...chosen.map((it) => it.y));
  const corners = [...ids].map((id) => {
    const { x, y, width, height } = drawing.node(id);
    return [id, x - width / 2, y - height / 2] as const;
  });
  const minX = Math.min(...corners.map((it) => it[1]));
  const minY = Math.min(...corners.map((it) => it[2]));
  return moveNodes(
    graph,
    new Map(
      corners.map(([id, x, y]): [string, Point] => [
        id,
        { x: Math.round(x - minX + left), y: Math.round(y - minY + top) },
      ]),
    ),
  );
}
