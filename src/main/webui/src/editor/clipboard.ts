import type { Json } from '../api/types';
import { writeNodes } from '../graph/drawflow';
import { insertNodes, type Point } from '../graph/edits';
import type { EditorStore } from './store';

/** Kept here too, as a browser may refuse us its clipboard. */
let copied = '';

/** Puts the selected nodes on the clipboard, as a list of nodes in the form that blueprints have. */
export async function copy(store: EditorStore): Promise<number> {
  const { history, selected } = store.getState();
  const nodes = writeNodes(history.graph, selected);
  if (nodes.length === 0) return 0;
  copied = JSON.stringify(nodes, null, 2);
  try {
    await navigator.clipboard.writeText(copied);
  } catch {
    // No permission, or no https: pasting still works within this page.
  }
  return nodes.length;
}

/** The nodes of a text: a list of them, a whole graph, or an exported blueprint or workflow. */
export function nodesIn(text: string): Json | null {
  try {
    let found = JSON.parse(text) as Json;
    for (const key of ['WorkflowBlueprint', 'Workflow', 'data', 'graph']) {
      if (found !== null && typeof found === 'object' && !Array.isArray(found) && key in found)
        found = found[key] as Json;
      if (typeof found === 'string') found = JSON.parse(found) as Json;
    }
    const items = found !== null && typeof found === 'object' ? Object.values(found) : [];
    const isNode = (it: Json) => it !== null && typeof it === 'object' && !Array.isArray(it) && 'data' in it;
    return items.some(isNode) ? found : null;
  } catch {
    return null;
  }
}

/** Puts nodes into the graph as one step, and selects them. How many there were; triggers do not count. */
export function pasteNodes(store: EditorStore, nodes: Json, at: Point, label = 'Paste', frame?: string): number {
  const { edit, select } = store.getState();
  let ids: string[] = [];
  edit(label, (graph) => {
    const [next, fresh] = insertNodes(graph, nodes, at, frame);
    ids = fresh;
    return next;
  });
  if (ids.length > 0) select(ids);
  return ids.length;
}

/** The text that was copied last: of the clipboard where we may read it. */
export async function clipboardText(): Promise<string> {
  try {
    return (await navigator.clipboard.readText()) || copied;
  } catch {
    return copied;
  }
}
