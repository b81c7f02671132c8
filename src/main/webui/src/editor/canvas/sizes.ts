import type { Node as FlowNode } from '@xyflow/react';
import { guess, type Place } from '../../drawing/flow';
import type { Graph } from '../../graph/model';

/** How large blocks are on the screen, as far as they were seen. */
export class Sizes {
  private readonly known = new Map<string, Place>();

  keep(nodes: readonly FlowNode[]): void {
    for (const it of nodes) {
      if (it.measured?.width && it.measured.height) {
        this.known.set(it.id, { width: it.measured.width, height: it.measured.height });
      }
    }
  }

  of(graph: Graph): (id: string) => Place {
    return (id) => this.known.get(id) ?? guess(graph.nodes.get(id));
  }
}
