import {
  Background,
  type Connection,
  ConnectionMode,
  Controls,
  type Edge,
  type FinalConnectionState,
  MiniMap,
  ReactFlow,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react';
import { type DragEvent, type MouseEvent, useCallback, useMemo, useRef, useState } from 'react';
import { EDGE_TYPES, NODE_TYPES } from '../../drawing';
import { connect, disconnect } from '../../graph/edits';
import { type Wire, wireId } from '../../graph/model';
import { refusal } from '../../graph/rules';
import { useEditor, useEditorStore } from '../store';
import { type Dropped, dropModule, wireAt } from './drop';
import type { Sizes } from './sizes';
import { useUi } from './ui';
import { type Handlers, useFlow } from './use-flow';

const NOTE_WIDTH = 330;

interface Told {
  x: number;
  y: number;
  text: string;
}

function wireOf(it: Connection | Edge): Wire {
  return {
    from: it.source,
    exit: it.sourceHandle ?? 'output_1',
    to: it.target,
    entry: it.targetHandle ?? 'input_1',
  };
}

interface CanvasProps {
  found: ReadonlySet<string>;
  onSizes: (sizes: Sizes) => void;
  onDropBlueprint: (id: string, at: { x: number; y: number }) => void;
}

/** Where the workflow is drawn. */
export function Canvas({ found, onSizes, onDropBlueprint }: CanvasProps) {
  const store = useEditorStore();
  const flow = useReactFlow();
  const many = useEditor((it) => it.history.graph.nodes.size > 150);
  const [told, setTold] = useState<Told | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);

  const handlers = useMemo<Handlers>(
    () => ({
      onSettings: (id) => store.getState().openNode(id),
      onFilters: (id) => useUi.getState().open('filters', id),
      onRenameFrame: (id) => useUi.getState().open('frame', id),
    }),
    [store],
  );
  const { nodes, edges, onNodesChange, onEdgesChange, size } = useFlow(handlers, found, target);
  onSizes(size);

  /** Says something beside the pointer, where the person looks. */
  const tell = useCallback((x: number, y: number, text: string) => {
    const box = place.current?.getBoundingClientRect();
    const right = (box?.width ?? 0) - NOTE_WIDTH;
    const note = { x: Math.min(right, x - (box?.x ?? 0)), y: y - (box?.y ?? 0), text };
    setTold(note);
    setTimeout(() => setTold((now) => (now === note ? null : now)), 5_000);
  }, []);

  const draw = useCallback(
    (connection: Connection) => {
      const wire = wireOf(connection);
      setTold(null);
      store.getState().edit('Draw a wire', (graph) => (refusal(graph, wire) ? graph : connect(graph, wire)));
    },
    [store],
  );

  const ended = useCallback(
    (event: globalThis.MouseEvent | TouchEvent, state: FinalConnectionState) => {
      if (!state.toHandle || state.isValid || !state.fromHandle) return;
      const [source, sink] =
        state.fromHandle.type === 'source' ? [state.fromHandle, state.toHandle] : [state.toHandle, state.fromHandle];
      const point = 'changedTouches' in event ? event.changedTouches[0] : event;
      if (!point) return;
      const reason =
        source.type === sink.type
          ? 'A wire leads from an output to an input.'
          : refusal(store.getState().history.graph, {
              from: source.nodeId,
              exit: source.id ?? 'output_1',
              to: sink.nodeId,
              entry: sink.id ?? 'input_1',
            });
      if (reason) tell(point.clientX, point.clientY, reason);
    },
    [store, tell],
  );

  const valid = useCallback(
    (it: Connection | Edge) => refusal(store.getState().history.graph, wireOf(it)) === null,
    [store],
  );

  function over(event: DragEvent) {
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    const wire = wireAt(event.clientX, event.clientY, store.getState().history.graph);
    setTarget(wire ? wireId(wire) : null);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setTarget(null);
    const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const blueprint = event.dataTransfer.getData('application/x-sluice-blueprint');
    if (blueprint) return onDropBlueprint(blueprint, at);
    const text = event.dataTransfer.getData('application/x-sluice-module');
    if (!text) return;
    const dropped = JSON.parse(text) as Dropped;
    dropModule(store, dropped, at, wireAt(event.clientX, event.clientY, store.getState().history.graph));
  }

  function doubleClick(event: MouseEvent) {
    if ((event.target as HTMLElement).classList.contains('react-flow__pane')) {
      useUi.getState().open('add', JSON.stringify(flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })));
    }
  }

  function cut(event: MouseEvent, it: Edge) {
    event.preventDefault();
    store.getState().edit('Delete a wire', (graph) => disconnect(graph, [wireOf(it)]));
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: every one of these has a key or a button, too
    <div
      className="editor-canvas"
      ref={place}
      onDoubleClick={doubleClick}
      onDrop={drop}
      onDragOver={over}
      onDragLeave={() => setTarget(null)}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onConnect={draw}
        onConnectEnd={ended}
        isValidConnection={valid}
        onNodeDoubleClick={(_, it) => it.type === 'block' && store.getState().openNode(it.id)}
        onEdgeContextMenu={cut}
        connectionMode={ConnectionMode.Strict}
        connectionRadius={26}
        selectionMode={SelectionMode.Partial}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={['Control', 'Meta']}
        deleteKeyCode={null}
        disableKeyboardA11y
        zoomOnDoubleClick={false}
        minZoom={0.05}
        fitView
        fitViewOptions={{ maxZoom: 1, padding: 0.15 }}
        onlyRenderVisibleElements={many}
        aria-label="Drawing of the workflow"
      >
        <Background gap={22} />
        <MiniMap
          pannable
          zoomable
          ariaLabel="Overview"
          nodeClassName={(it) => (it.type === 'block' ? 'mini' : 'mini-frame')}
        />
        <Controls showInteractive={false} />
      </ReactFlow>
      {told && (
        <div className="told-note" role="alert" style={{ left: told.x, top: told.y }}>
          {told.text}
        </div>
      )}
    </div>
  );
}
