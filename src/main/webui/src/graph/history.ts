import type { Graph } from './model';

const DEPTH = 200;
const PAUSE_MILLIS = 1_000;

interface Step {
  /** What was done, as in "Move 2 nodes". */
  label: string;
  graph: Graph;
}

/** A graph with the steps that led to it and those that were undone. */
export interface History {
  graph: Graph;
  past: readonly Step[];
  future: readonly Step[];
  /** What the last step belongs to, and when: typing on in one field is one step. */
  last?: { key: string; at: number };
}

export function begin(graph: Graph): History {
  return { graph, past: [], future: [] };
}

/** One more step; a step that changes nothing is none. Steps of the same key in quick succession become one. */
export function take(history: History, label: string, graph: Graph, key?: string, now = Date.now()): History {
  if (graph === history.graph) return history;
  const goesOn = key !== undefined && history.last?.key === key && now - history.last.at < PAUSE_MILLIS;
  const past = goesOn ? history.past : [...history.past.slice(1 - DEPTH), { label, graph: history.graph }];
  return { graph, past, future: [], last: key === undefined ? undefined : { key, at: now } };
}

export function undo(history: History): History {
  const step = history.past.at(-1);
  if (!step) return history;
  return {
    graph: step.graph,
    past: history.past.slice(0, -1),
    future: [{ label: step.label, graph: history.graph }, ...history.future],
  };
}

export function redo(history: History): History {
  const [step, ...future] = history.future;
  if (!step) return history;
  return { graph: step.graph, past: [...history.past, { label: step.label, graph: history.graph }], future };
}
