import { call, ROOT } from '../../api/client';
import type { Json, Run, VisitedNode } from '../../api/types';
import { write } from '../../graph/drawflow';
import { followedWires, resultsOf } from '../../graph/walked';
import type { EditorStore, Overlay } from '../store';

/** Lays a run over the drawing. */
export function overlayOf(store: EditorStore, title: string, run: Run): Overlay {
  const { history, modules } = store.getState();
  const nodes = run.nodes ?? [];
  const exits = (id: string) => {
    const node = history.graph.nodes.get(id);
    return (node && modules.get(`${node.type}:${node.module}`)?.exits) ?? [];
  };
  return { title, results: resultsOf(nodes), followed: followedWires(history.graph, nodes, exits) };
}

export interface Trial {
  /** Of the drawing as it is on the screen, always dry; of the saved version otherwise. */
  what: 'drawing' | 'saved';
  dryRun: boolean;
  data: Json;
}

/**
 * Runs, while the nodes light up as they are done with: the stream of live runs is opened first, so that nothing is
 * missed. Where it cannot be had the run is shown when it ends.
 */
export async function runAndFollow(store: EditorStore, trial: Trial): Promise<Run> {
  const { head, history } = store.getState();
  const live = new Map<string, { result: string; errors: string[]; durationMicros: number }>();
  const title = trial.dryRun || trial.what === 'drawing' ? 'Dry run' : 'Run';
  const stream = new EventSource(`${ROOT}api/v1/runs/live?workflow=${head.id}`);
  stream.addEventListener('node', (event) => {
    const node = JSON.parse((event as MessageEvent<string>).data) as VisitedNode;
    live.set(String(node.nodeId), node);
    store.getState().setOverlay({ title, results: new Map(live) });
  });
  await opened(stream);
  store.getState().setOverlay({ title, results: new Map() });
  try {
    const run =
      trial.what === 'drawing'
        ? await call<Run>('POST', `api/v1/workflows/${head.id}/trials`, {
            graph: write(history.graph),
            data: trial.data,
          })
        : await call<Run>('POST', `api/v1/workflows/${head.id}/runs?dryRun=${trial.dryRun}`, trial.data);
    store.getState().setOverlay(overlayOf(store, title, run));
    return run;
  } catch (error) {
    store.getState().setOverlay(null);
    throw error;
  } finally {
    stream.close();
  }
}

function opened(stream: EventSource): Promise<void> {
  return new Promise((resolve) => {
    stream.onopen = () => resolve();
    stream.onerror = () => resolve();
  });
}

/** Lays a run of the past over the drawing, where that is still what ran. */
export async function showRun(store: EditorStore, id: string): Promise<void> {
  const run = await call<Run>('GET', `api/v1/runs/${id}`);
  const { head, setOverlay } = store.getState();
  if (run.workflowId !== head.id) throw new Error('This run was of another workflow.');
  const version =
    run.workflowVersion === head.version ? '' : `, of version ${run.workflowVersion}: nodes may have changed since`;
  setOverlay(overlayOf(store, `Run of ${new Date(run.startedAt).toLocaleString('en-GB')}${version}`, run));
}
