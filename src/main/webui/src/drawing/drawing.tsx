import '@xyflow/react/dist/base.css';
import './drawing.css';
import { Background, Controls, type EdgeTypes, type NodeTypes, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { useMemo } from 'react';
import type { Module } from '../api/types';
import { filterLabels } from '../graph/labels';
import type { Graph } from '../graph/model';
import { wireId } from '../graph/model';
import { Block } from './block';
import { block, edge, group, guess, problemsByNode, type Shown, wireProblems } from './flow';
import { GroupBox } from './group';
import { WireLine } from './wire';

export const NODE_TYPES: NodeTypes = { block: Block, 'group-frame': GroupBox };
export const EDGE_TYPES: EdgeTypes = { wire: WireLine };

interface DrawingProps extends Omit<Shown, 'modules'> {
  graph: Graph;
  modules: readonly Module[] | ReadonlyMap<string, Module>;
  /** what it shows, read aloud */
  label: string;
  selected?: string | null;
  onSelect?: (id: string | null) => void;
  height?: string;
}

/** A graph to look at: of a run, a version, a blueprint. */
export function Drawing({ graph, modules, label, selected, onSelect, height = '420px', ...rest }: DrawingProps) {
  const { results, active, followed, fates, wireFates, problems, found } = rest;
  const [nodes, edges] = useMemo(() => {
    const known =
      modules instanceof Map
        ? modules
        : new Map((modules as readonly Module[]).map((it) => [`${it.type}:${it.id}`, it]));
    const labels = filterLabels(graph);
    const shown: Shown = { modules: known, results, active, followed, fates, wireFates, problems, found, labels };
    const byNode = problemsByNode(problems ?? []);
    const byWire = wireProblems(problems ?? []);
    const blocks = [...graph.nodes.values()].map((it) => ({
      ...block(it, graph, shown, byNode.get(it.id)),
      selected: it.id === selected,
    }));
    const frames = graph.frames.flatMap((it) => group(it, graph, (id) => guess(graph.nodes.get(id))) ?? []);
    const drawn = graph.wires.filter((it) => graph.nodes.has(it.from) && graph.nodes.has(it.to));
    return [
      [...frames, ...blocks],
      [
        ...new Map(
          drawn.map((it) => [wireId(it), edge(it, shown, byWire.get(`${it.from}:${it.exit}>${it.to}`))]),
        ).values(),
      ],
    ];
  }, [graph, modules, selected, results, active, followed, fates, wireFates, problems, found]);

  return (
    <ReactFlowProvider>
      <section className="drawing" style={{ height }} aria-label={label}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          nodesDraggable={false}
          nodesConnectable={false}
          edgesFocusable={false}
          elementsSelectable={!!onSelect}
          onNodeClick={(_, it) => onSelect?.(it.type === 'block' ? it.id : null)}
          onPaneClick={() => onSelect?.(null)}
          fitView
          fitViewOptions={{ maxZoom: 1, padding: 0.12 }}
          minZoom={0.05}
          onlyRenderVisibleElements={graph.nodes.size > 150}
        >
          <Background gap={22} />
          <Controls showInteractive={false} />
        </ReactFlow>
      </section>
    </ReactFlowProvider>
  );
}
