import { api, call, ProblemError } from '../api/client';
import type { Workflow } from '../api/types';
import { say } from '../design';
import { write } from '../graph/drawflow';
import type { EditorStore } from './store';

export type Saved = 'saved' | 'conflict';

/**
 * Stores the drawing as a new version. Somebody else's version meanwhile is a conflict, which is told, not overwritten;
 * what Sluice refuses is thrown, and its problems are shown at the nodes.
 */
export async function save(store: EditorStore, over?: number): Promise<Saved> {
  const { head, history, setSaved, setProblems } = store.getState();
  const { graph } = history;
  try {
    const answer = await call<Workflow>(
      'PUT',
      `api/v1/workflows/${head.id}`,
      { name: head.name, description: head.description, graph: write(graph) },
      { 'If-Match': `"${over ?? head.version}"` },
    );
    setSaved(answer, graph);
    say(`Saved as version ${answer.version}.`);
    return 'saved';
  } catch (error) {
    if (error instanceof ProblemError && error.status === 412) return 'conflict';
    if (error instanceof ProblemError && Array.isArray(error.problem.problems)) {
      setProblems(error.problem.problems);
    }
    throw error;
  }
}

/** What the server has now. */
export async function theirs(id: number): Promise<Workflow> {
  const { data } = await api.GET('/api/v1/workflows/{id}', { params: { path: { id } } });
  return data as Workflow;
}
