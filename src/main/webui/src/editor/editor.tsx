import './editor.css';
import { ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Workflow } from '../api/types';
import { sayFailure } from '../design';
import { useQueryParams } from '../frame/location';
import { ActivityPanel } from './activity/activity-panel';
import { BlueprintList } from './blueprint/blueprint-list';
import { insertBlueprint } from './blueprint/insert';
import { Canvas } from './canvas/canvas';
import { centre, type Desk } from './canvas/commands';
import { useKeys } from './canvas/keys';
import { OverlayBar } from './canvas/overlay-bar';
import { ProblemsPanel } from './canvas/problems-panel';
import { SearchBar, useFound } from './canvas/search-bar';
import { Sizes } from './canvas/sizes';
import { useUi } from './canvas/ui';
import { Palette } from './palette/palette';
import { save, theirs } from './saving';
import { NodeSettings } from './settings/node-settings';
import { useEditorStore, useGraph } from './store';
import { showRun } from './testrun/follow';
import { TestRunPanel } from './testrun/test-run-panel';
import { Toolbar } from './toolbar/toolbar';
import { useCheck } from './use-check';
import { useGuard } from './use-guard';
import { ConflictDialog } from './versions/conflict-dialog';
import { VersionsPanel } from './versions/versions-panel';
import { Windows } from './windows';

export function Editor() {
  return (
    <ReactFlowProvider>
      <Workbench />
    </ReactFlowProvider>
  );
}

/** Saves, one save at a time; a conflict is shown instead of overwritten. */
function useSaving() {
  const store = useEditorStore();
  const [saving, setSaving] = useState(false);
  const [conflict, setConflict] = useState<Workflow | null>(null);
  const busy = useRef(false);

  const keep = useCallback(
    async (over?: number) => {
      if (busy.current) return;
      busy.current = true;
      setSaving(true);
      try {
        const saved = await save(store, over);
        setConflict(saved === 'conflict' ? await theirs(store.getState().head.id) : null);
      } catch (error) {
        sayFailure(error);
      } finally {
        busy.current = false;
        setSaving(false);
      }
    },
    [store],
  );
  return { saving, conflict, setConflict, keep };
}

function Workbench() {
  const store = useEditorStore();
  const flow = useReactFlow();
  const sizes = useRef(new Sizes());
  const panel = useUi((it) => it.panel);
  const show = useUi((it) => it.show);
  const graph = useGraph();
  const found = useFound(graph);
  const { saving, conflict, setConflict, keep } = useSaving();
  const [query] = useQueryParams();
  const run = query.get('run');

  const desk = useMemo<Desk>(
    () => ({
      store,
      flow,
      get sizes() {
        return sizes.current;
      },
      save: () => void keep(),
    }),
    [store, flow, keep],
  );
  useKeys(desk);
  useCheck();
  useGuard();

  // Panels belong to one workflow; the next one begins without them.
  useEffect(() => () => useUi.setState({ panel: null, window: null, search: null }), []);
  useEffect(() => {
    if (run) showRun(store, run).catch(sayFailure);
  }, [store, run]);

  const close = () => show(null);
  return (
    <div className="editor">
      <Toolbar desk={desk} saving={saving} />
      <div className="editor-body">
        <Palette
          place={() => centre(desk)}
          blueprints={<BlueprintList onInsert={(id) => insertBlueprint(store, id, centre(desk))} />}
        />
        <div className="editor-middle">
          <SearchBar desk={desk} />
          <OverlayBar />
          <Canvas
            found={found}
            onSizes={(it) => {
              sizes.current = it;
            }}
            onDropBlueprint={(id, at) => insertBlueprint(store, Number(id), at)}
          />
        </div>
        <NodeSettings />
        {panel === 'testrun' && <TestRunPanel onClose={close} />}
        {panel === 'versions' && <VersionsPanel onClose={close} />}
        {panel === 'activity' && <ActivityPanel onClose={close} />}
        {panel === 'problems' && <ProblemsPanel desk={desk} onClose={close} />}
      </div>
      <Windows desk={desk} />
      {conflict && (
        <ConflictDialog
          mine={graph}
          theirs={conflict}
          onClose={() => setConflict(null)}
          onOverwrite={() => keep(conflict.version)}
          onTakeTheirs={() => {
            store.getState().load(conflict);
            setConflict(null);
          }}
        />
      )}
    </div>
  );
}
