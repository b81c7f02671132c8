import type { GraphProblem, Module } from '../api/types';
import type { Fate } from '../graph/diff';
import { ERROR_EXIT, type Frame, type Graph, type Node, type Wire, wireId } from '../graph/model';
import type { BlockNode, Result } from './block';
import type { GroupNode } from './group';
import type { WireEdge } from './wire';

export const WIDTH = 250;
const HEIGHT = 110;
const PAD = { top: 44, side: 26, bottom: 24 };

export type Place = { width: number; height: number };

/** How large a block is likely to be before it was seen. */
export function guess(node: Node | undefined): Place {
  return { width: WIDTH, height: HEIGHT + (node && node.exits.length > 1 ? 24 : 0) };
}

export interface Shown {
  modules: ReadonlyMap<string, Module>;
  results?: ReadonlyMap<string, Result>;
  active?: string;
  followed?: ReadonlySet<string>;
  fates?: ReadonlyMap<string, Fate>;
  wireFates?: ReadonlyMap<string, 'added' | 'removed'>;
  problems?: readonly GraphProblem[];
  found?: ReadonlySet<string>;
  /** active data filters by wireId */
  labels?: ReadonlyMap<string, readonly string[]>;
}

export function problemsByNode(problems: readonly GraphProblem[]): Map<string, GraphProblem[]> {
  const byNode = new Map<string, GraphProblem[]>();
  for (const it of problems) for (const id of it.nodes) byNode.set(id, [...(byNode.get(id) ?? []), it]);
  return byNode;
}

export function block(node: Node, graph: Graph, shown: Shown, problems?: readonly GraphProblem[]): BlockNode {
  const module = shown.modules.get(`${node.type}:${node.module}`);
  return {
    id: node.id,
    type: 'block',
    position: { x: node.x, y: node.y },
    width: WIDTH,
    ariaLabel: `${node.name}, ${node.type} ${node.id}`,
    data: {
      node,
      module,
      result: shown.results?.get(node.id),
      active: shown.active === node.id,
      fate: shown.fates?.get(node.id),
      problems,
      errorExit:
        node.policy.onError === 'exit' || graph.wires.some((it) => it.from === node.id && it.exit === ERROR_EXIT),
      found: shown.found?.has(node.id),
    },
  };
}

export function wireProblems(problems: readonly GraphProblem[]): Map<string, { tone: 'bad' | 'warn'; text: string }> {
  const byEdge = new Map<string, { tone: 'bad' | 'warn'; text: string }>();
  for (const it of problems) {
    for (const edge of it.edges) {
      const [from, exit, , to] = edge.split(':');
      byEdge.set(`${from}:${exit}>${to}`, { tone: it.refuses ? 'bad' : 'warn', text: it.message });
    }
  }
  return byEdge;
}

export function edge(wire: Wire, shown: Shown, problem?: { tone: 'bad' | 'warn'; text: string }): WireEdge {
  const id = wireId(wire);
  return {
    id,
    type: 'wire',
    source: wire.from,
    sourceHandle: wire.exit,
    target: wire.to,
    targetHandle: wire.entry,
    ariaLabel: `Wire from node ${wire.from} to node ${wire.to}`,
    data: {
      labels: shown.labels?.get(id),
      problem,
      followed: shown.followed?.has(id),
      fate: shown.wireFates?.get(id),
      error: wire.exit === ERROR_EXIT,
    },
  };
}

/** A frame reaches around its nodes, wherever they are. */
export function group(frame: Frame, graph: Graph, size: (id: string) => Place): GroupNode | null {
  const boxes = frame.nodes.flatMap((id) => {
    const node = graph.nodes.get(id);
    return node ? [{ x: node.x, y: node.y, ...size(id) }] : [];
  });
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map((it) => it.x)) - PAD.side;
  const top = Math.min(...boxes.map((it) => it.y)) - PAD.top;
  const right = Math.max(...boxes.map((it) => it.x + it.width)) + PAD.side;
  const bottom = Math.max(...boxes.map((it) => it.y + it.height)) + PAD.bottom;
  return {
    id: `frame:${frame.id}`,
    type: 'group-frame',
    position: { x: left, y: top },
    width: right - left,
    height: bottom - top,
    zIndex: -1,
    connectable: false,
    focusable: false,
    ariaLabel: `Frame ${frame.text}`,
    data: { text: frame.text },
  };
}
