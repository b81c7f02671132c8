import { type ReactNode, useMemo, useState } from 'react';
import type { Module } from '../../api/types';
import { Badge, Button, Empty, Hint, Icon, IconButton, Search, Segments, Tabs, Words } from '../../design';
import { placeModule } from '../canvas/drop';
import { useEditor, useEditorStore } from '../store';

type Kind = 'enabled' | 'misp-module' | 'blocking' | 'all';

const KINDS: ReadonlyArray<{ value: Kind; label: string }> = [
  { value: 'enabled', label: 'Enabled' },
  { value: 'misp-module', label: 'misp-module' },
  { value: 'blocking', label: 'Blocking' },
  { value: 'all', label: 'All' },
];

function isOf(kind: Kind, it: Module): boolean {
  switch (kind) {
    case 'enabled':
      return it.enabled;
    case 'misp-module':
      return it.origin === 'misp-modules';
    case 'blocking':
      return it.blocking;
    case 'all':
      return true;
  }
}

/** Why a module cannot work now, or null. */
function trouble(module: Module): string | null {
  if (!module.enabled) return 'It is disabled: enable it on the page of modules.';
  return module.diagnostics[0] ?? null;
}

function Entry({ module, onAdd }: { module: Module; onAdd: () => void }) {
  const why = trouble(module);
  return (
    <li
      className={`palette-entry ${module.type} ${module.enabled ? '' : 'off'}`}
      draggable={module.enabled}
      onDragStart={(event) => {
        event.dataTransfer.setData('application/x-sluice-module', JSON.stringify({ type: module.type, id: module.id }));
        event.dataTransfer.effectAllowed = 'copy';
      }}
    >
      <span className="palette-icon">
        <Icon name={module.icon || 'cube'} family={module.iconClass} />
      </span>
      <span className="palette-words">
        <strong>{module.name}</strong> <span className="soft small">v{module.version}</span>
        <span className="soft small palette-description">
          <Words>{module.description}</Words>
        </span>
        <span className="row">
          {module.blocking && (
            <Badge tone="bad" icon="ban">
              blocking
            </Badge>
          )}
          {module.origin !== 'built-in' && <Badge tone="info">{module.origin}</Badge>}
          {why && (
            <Hint text={why}>
              <Button look="quiet" small icon="triangle-exclamation">
                {module.enabled ? 'not ready' : 'disabled'}
              </Button>
            </Hint>
          )}
        </span>
      </span>
      <IconButton small icon="plus" label={`Add ${module.name}`} isDisabled={!module.enabled} onPress={onAdd} />
    </li>
  );
}

interface ListProps {
  type: 'action' | 'logic';
  onAdd: (module: Module) => void;
}

function ModuleList({ type, onAdd }: ListProps) {
  const modules = useEditor((it) => it.modules);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<Kind>(type === 'action' ? 'enabled' : 'all');
  const shown = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    return [...modules.values()]
      .filter((it) => it.type === type && isOf(kind, it))
      .filter((it) => `${it.name} ${it.id} ${it.description}`.toLowerCase().includes(wanted))
      .sort((a, b) => a.name.localeCompare(b.name));
  }, [modules, type, kind, text]);
  return (
    <div className="palette-list">
      {type === 'action' && <Segments label="Which actions" value={kind} options={KINDS} onChange={setKind} />}
      <Search label={type === 'action' ? 'Search actions' : 'Search logic modules'} value={text} onChange={setText} />
      {shown.length === 0 ? (
        <Empty icon="cube" title="Nothing here">
          <p>
            {kind === 'enabled'
              ? 'Choose “All” to see disabled modules, too.'
              : 'No module has this in its name or description.'}
          </p>
        </Empty>
      ) : (
        <ul>
          {shown.map((it) => (
            <Entry key={`${it.type}:${it.id}`} module={it} onAdd={() => onAdd(it)} />
          ))}
        </ul>
      )}
    </div>
  );
}

interface PaletteProps {
  /** where a node goes that is added without dragging */
  place: () => { x: number; y: number };
  blueprints: ReactNode;
}

/** What can be put on the canvas, to drag there or to add with a button. */
export function Palette({ place, blueprints }: PaletteProps) {
  const store = useEditorStore();
  const [open, setOpen] = useState(true);
  const add = (module: Module) => void placeModule(store, module, place());
  if (!open) {
    return (
      <aside className="palette closed" aria-label="Modules">
        <IconButton icon="angles-right" label="Show the modules" onPress={() => setOpen(true)} />
      </aside>
    );
  }
  return (
    <aside className="palette" aria-label="Modules">
      <IconButton small icon="angles-left" label="Hide the modules" onPress={() => setOpen(false)} />
      <Tabs
        label="Modules"
        tabs={[
          { id: 'action', title: 'Actions', content: <ModuleList type="action" onAdd={add} /> },
          { id: 'logic', title: 'Logic', content: <ModuleList type="logic" onAdd={add} /> },
          { id: 'blueprints', title: 'Blueprints', content: blueprints },
        ]}
      />
    </aside>
  );
}
