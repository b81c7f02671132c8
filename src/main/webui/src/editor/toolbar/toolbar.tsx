import { Link } from 'wouter';
import { call } from '../../api/client';
import { Badge, Button, Icon, IconButton, Menu, sayFailure, Time } from '../../design';
import { triggerOf } from '../../graph/model';
import { COMMANDS, command, type Desk } from '../canvas/commands';
import { keysShown } from '../canvas/keys';
import { useUi } from '../canvas/ui';
import { moduleOf, useDirty, useEditor, useEditorStore } from '../store';

function Do({ id, desk, label }: { id: string; desk: Desk; label?: boolean }) {
  const it = command(id);
  // Whether it can be done changes with what is selected and done.
  useEditor((state) => state.history);
  useEditor((state) => state.selected);
  useEditor((state) => state.selectedWires);
  const panel = useUi((state) => state.panel);
  const title = it.keys ? `${it.title} (${keysShown(it.keys[0] ?? '')})` : it.title;
  const disabled = !(it.enabled?.(desk) ?? true);
  if (label) {
    return (
      <Button
        small
        icon={it.icon}
        aria-label={it.title}
        isDisabled={disabled}
        aria-pressed={panel === id ? true : undefined}
        onPress={() => it.run(desk)}
      >
        <span className="do-label">{it.id === 'activity' ? 'Activity' : it.title}</span>
      </Button>
    );
  }
  return <IconButton small icon={it.icon} label={title} isDisabled={disabled} onPress={() => it.run(desk)} />;
}

function Align({ desk }: { desk: Desk }) {
  useEditor((state) => state.selected);
  return (
    <Menu
      label="Align"
      commands={COMMANDS.filter((it) => it.id.startsWith('align-')).map((it) => ({
        id: it.id,
        label: it.title,
        icon: it.icon,
        disabled: !(it.enabled?.(desk) ?? true),
        run: () => it.run(desk),
      }))}
    >
      <IconButton small icon="align-left" label="Align" />
    </Menu>
  );
}

function Title() {
  const head = useEditor((it) => it.head);
  const graph = useEditor((it) => it.history.graph);
  const trigger = useEditor((it) => {
    const node = triggerOf(graph);
    return node && moduleOf(it, node);
  });
  return (
    <div className="editor-title">
      <Link href="/triggers" className="button quiet icon-only small" aria-label="Back to the triggers">
        <Icon name="arrow-left" />
      </Link>
      <h1>{head.name}</h1>
      <IconButton small icon="pen" label="Name and description" onPress={() => useUi.getState().open('details')} />
      <Badge>{head.trigger}</Badge>
      {trigger && (
        <Badge tone={trigger.blocking ? 'bad' : 'good'}>{trigger.blocking ? 'Blocking' : 'Non blocking'}</Badge>
      )}
      {trigger?.coreFormat && <Badge tone="info">MISP format</Badge>}
    </div>
  );
}

function SaveState() {
  const dirty = useDirty();
  const head = useEditor((it) => it.head);
  return (
    <span className={`small ${dirty ? 'unsaved' : 'soft'}`} role="status">
      {dirty ? 'not saved' : 'saved'} – version {head.version}, <Time at={head.updatedAt} />
    </span>
  );
}

function Debug() {
  const { id, debug } = useEditor((it) => it.head);
  const store = useEditorStore();
  async function toggle() {
    try {
      await call('PATCH', `api/v1/workflows/${id}`, { debug: !debug });
      store.getState().setHead({ debug: !debug });
    } catch (error) {
      sayFailure(error);
    }
  }
  return (
    <Button small icon="bug" aria-pressed={debug} onPress={toggle}>
      Debug {debug ? 'on' : 'off'}
    </Button>
  );
}

/** How many problems there are, and the way to them. */
function Problems() {
  const problems = useEditor((it) => it.problems);
  const refusing = problems.some((it) => it.refuses);
  if (problems.length === 0) {
    return (
      <Badge tone="good" icon="circle-check">
        no problems
      </Badge>
    );
  }
  return (
    <Button
      small
      icon={refusing ? 'circle-exclamation' : 'triangle-exclamation'}
      onPress={() => useUi.getState().show('problems')}
    >
      {problems.length} {problems.length === 1 ? 'problem' : 'problems'}
    </Button>
  );
}

export function Toolbar({ desk, saving }: { desk: Desk; saving: boolean }) {
  const dirty = useDirty();
  return (
    <header className="editor-head">
      <div className="editor-bar">
        <Title />
        <span className="push" />
        <SaveState />
        <Button small look="primary" icon="cloud-arrow-up" isPending={saving} isDisabled={!dirty} onPress={desk.save}>
          Save
        </Button>
      </div>
      <div className="editor-bar" role="toolbar" aria-label="What can be done">
        <Do id="undo" desk={desk} />
        <Do id="redo" desk={desk} />
        <span className="bar-line" />
        <Do id="add" desk={desk} />
        <Do id="connect" desk={desk} />
        <Do id="settings" desk={desk} />
        <Do id="duplicate" desk={desk} />
        <Do id="copy" desk={desk} />
        <Do id="paste" desk={desk} />
        <Do id="frame" desk={desk} />
        <Do id="blueprint" desk={desk} />
        <Do id="delete" desk={desk} />
        <span className="bar-line" />
        <Do id="arrange" desk={desk} />
        <Align desk={desk} />
        <Do id="search" desk={desk} />
        <Do id="fit" desk={desk} />
        <Do id="shortcuts" desk={desk} />
        <span className="push" />
        <Problems />
        <Debug />
        <Do id="testrun" desk={desk} label />
        <Do id="versions" desk={desk} label />
        <Do id="activity" desk={desk} label />
        <Do id="json" desk={desk} label />
      </div>
    </header>
  );
}
