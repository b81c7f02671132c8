import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { GraphProblem, Json, Module, Notifications, Workflow } from '../api/types';
import { read } from '../graph/drawflow';
import { begin, type History, redo, take, undo } from '../graph/history';
import type { Graph, Node } from '../graph/model';

/** What is known of the workflow beside its graph. */
export interface Head {
  id: number;
  name: string;
  description: string;
  trigger: string;
  debug: boolean;
  /** What our next save must say it was drawn from. */
  version: number;
  updatedAt: string;
}

/** What lies over the drawing: a past or running run, or another version. */
export interface Overlay {
  /** as in "Test run" or "Version 3" */
  title: string;
  /** how each visited node ended, by node id: continued, then, stopped, error … */
  results: ReadonlyMap<string, { result: string; errors: string[]; durationMicros: number }>;
  /** the node that is being worked on */
  active?: string;
  /** wires that were followed, by wireId */
  followed?: ReadonlySet<string>;
}

export interface EditorState {
  head: Head;
  /** every known module by `type:id` */
  modules: ReadonlyMap<string, Module>;
  history: History;
  /** the graph as it is on the server */
  saved: Graph;
  selected: ReadonlySet<string>;
  /** wireIds */
  selectedWires: ReadonlySet<string>;
  /** the node whose settings are open */
  open: string | null;
  problems: readonly GraphProblem[];
  /** what to say about the modules in use, by module id */
  notifications: Readonly<Record<string, Notifications>>;
  overlay: Overlay | null;

  /** One step that can be undone. Steps of the same key in quick succession count as one. */
  edit: (label: string, change: (graph: Graph) => Graph, key?: string) => void;
  undo: () => void;
  redo: () => void;
  select: (nodes: Iterable<string>, wires?: Iterable<string>) => void;
  openNode: (id: string | null) => void;
  setProblems: (problems: readonly GraphProblem[], notifications?: Readonly<Record<string, Notifications>>) => void;
  setOverlay: (overlay: Overlay | null) => void;
  setHead: (head: Partial<Head>) => void;
  /** What the server answered to a save of `graph`. Steps taken meanwhile stay. */
  setSaved: (workflow: Workflow, graph: Graph) => void;
  /** Begins anew with what the server has: after a conflict, a restore. */
  load: (workflow: Workflow) => void;
}

export type EditorStore = StoreApi<EditorState>;

export function moduleKey(type: string, id: string): string {
  return `${type}:${id}`;
}

export function headOf(workflow: Workflow): Head {
  const { id, name, description, trigger, debug, version, updatedAt } = workflow;
  return { id, name, description, trigger, debug, version, updatedAt };
}

function graphOf(workflow: Workflow): Graph {
  return read((workflow.graph ?? {}) as Json);
}

export function createEditor(workflow: Workflow, modules: readonly Module[]): EditorStore {
  const graph = graphOf(workflow);
  return createStore<EditorState>()((set) => ({
    head: headOf(workflow),
    modules: new Map(modules.map((it) => [moduleKey(it.type, it.id), it])),
    history: begin(graph),
    saved: graph,
    selected: new Set(),
    selectedWires: new Set(),
    open: null,
    problems: workflow.problems ?? [],
    notifications: {},
    overlay: null,

    edit: (label, change, key) => set(({ history }) => ({ history: take(history, label, change(history.graph), key) })),
    undo: () => set(({ history }) => ({ history: undo(history) })),
    redo: () => set(({ history }) => ({ history: redo(history) })),
    select: (nodes, wires = []) => set({ selected: new Set(nodes), selectedWires: new Set(wires) }),
    openNode: (open) => set({ open }),
    setProblems: (problems, notifications) => set(notifications ? { problems, notifications } : { problems }),
    setOverlay: (overlay) => set({ overlay }),
    setHead: (head) => set((state) => ({ head: { ...state.head, ...head } })),
    setSaved: (answer, graph) => set({ head: headOf(answer), saved: graph, problems: answer.problems ?? [] }),
    load: (answer) => {
      const fresh = graphOf(answer);
      set({
        head: headOf(answer),
        history: begin(fresh),
        saved: fresh,
        selected: new Set(),
        selectedWires: new Set(),
        open: null,
        problems: answer.problems ?? [],
        overlay: null,
      });
    },
  }));
}

const Context = createContext<EditorStore | null>(null);
export const EditorProvider = Context.Provider;

export function useEditorStore(): EditorStore {
  const store = useContext(Context);
  if (!store) throw new Error('Outside of an editor.');
  return store;
}

const NOWHERE = createStore<{ head: Head | null }>()(() => ({ head: null }));

/** The workflow around a form, which is shown outside of editors, too. */
export function useHead(): Head | null {
  const store = useContext(Context) as StoreApi<{ head: Head | null }> | null;
  return useStore(store ?? NOWHERE, (it) => it.head);
}

/** A part of the editor's state; what it gives must be the same while nothing changed. */
export function useEditor<T>(part: (state: EditorState) => T): T {
  return useStore(useEditorStore(), part);
}

export const useGraph = (): Graph => useEditor((it) => it.history.graph);
export const useNode = (id: string): Node | undefined => useEditor((it) => it.history.graph.nodes.get(id));
export const useDirty = (): boolean => useEditor((it) => it.history.graph !== it.saved);

export function moduleOf(state: EditorState, node: Node): Module | undefined {
  return state.modules.get(moduleKey(node.type, node.module));
}
