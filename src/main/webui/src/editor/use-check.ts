import { useEffect } from 'react';
import { call } from '../api/client';
import type { GraphProblem, Notifications } from '../api/types';
import { write } from '../graph/drawflow';
import { useEditor, useEditorStore, useGraph } from './store';

const PAUSE_MILLIS = 500;

/** Has the graph looked at by Sluice a moment after each change. */
export function useCheck(): void {
  const store = useEditorStore();
  const graph = useGraph();
  const trigger = useEditor((it) => it.head.trigger);
  useEffect(() => {
    const timer = setTimeout(async () => {
      try {
        const answer = await call<{ problems: GraphProblem[]; notifications: Record<string, Notifications> }>(
          'POST',
          'api/v1/workflows/check',
          {
            graph: write(graph),
            trigger,
          },
        );
        if (store.getState().history.graph === graph)
          store.getState().setProblems(answer.problems, answer.notifications);
      } catch {
        // The next change asks again, and what hinders a save the save tells.
      }
    }, PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [graph, trigger, store]);
}
