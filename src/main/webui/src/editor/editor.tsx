import './editor.css';
import { ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { sayFailure } from '../design';
import { Canvas } from './canvas/canvas';
import { centre, type Desk } from './canvas/commands';
import { useKeys } from './canvas/keys';
import { ProblemsPanel } from './canvas/problems-panel';
import { SearchBar, useFound } from './canvas/search-bar';
import { Sizes } from './canvas/sizes';
import { useUi } from './canvas/ui';
import { Palette } from './palette/palette';
import { save } from './saving';
import { NodeSettings } from './settings/node-settings';
import { useEditorStore, useGraph } from './store';
import { Toolbar } from './toolbar/toolbar';
import { useCheck } from './use-check';
import { useGuard } from './use-guard';
import { Windows } from './windows';

export function Editor() {
  return (
    <ReactFlowProvider>
      <Workbench />
    </ReactFlowProvider>
  );
}

function Workbench() {
  const store = useEditorStore();
  const flow = useReactFlow();
  const sizes = useRef(new Sizes());
  const [saving, setSaving] = useState(false);
  const panel = useUi((it) => it.panel);
  const show = useUi((it) => it.show);
  const found = useFound(useGraph());

  const keep = useCallback(async () => {
    setSaving(true);
    try {
      await save(store);
    } catch (error) {
      sayFailure(error);
    } finally {
      setSaving(false);
    }
  }, [store]);

  const desk = useMemo<Desk>(
    () => ({
      store,
      flow,
      get sizes() {
        return sizes.current;
      },
      save: keep,
    }),
    [store, flow, keep],
  );
  useKeys(desk);
  useCheck();
  useGuard();

  return (
    <div className="editor">
      <Toolbar desk={desk} saving={saving} />
      <div className="editor-body">
        <Palette place={() => centre(desk)} blueprints={null} />
        <div className="editor-middle">
          <SearchBar desk={desk} />
          <Canvas
            found={found}
            onSizes={(it) => {
              sizes.current = it;
            }}
            onDropBlueprint={() => {}}
          />
        </div>
        <NodeSettings />
        {panel === 'problems' && <ProblemsPanel desk={desk} onClose={() => show(null)} />}
      </div>
      <Windows desk={desk} />
    </div>
  );
}
