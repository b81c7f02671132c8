import './settings.css';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Notifications } from '../../api/types';
import { ask, Badge, Button, IconButton, Notice, TextInput, Words } from '../../design';
import { removeNodes, removeParam, rename, setParam, setPolicy } from '../../graph/edits';
import { hasFilters, hasPolicy, type Node } from '../../graph/model';
import { useUi } from '../canvas/ui';
import { moduleOf, useEditor, useEditorStore, useNode } from '../store';
import { ParamForm } from './form/param-form';
import { PolicyForm } from './policy-form';

/** The settings of the node that is open, beside the canvas. What is changed counts at once, and can be undone. */
export function NodeSettings() {
  const open = useEditor((it) => it.open);
  const node = useNode(open ?? '');
  return open && node ? <Settings key={open} node={node} /> : null;
}

function versionOf(node: Node): string {
  const data = node.raw.data as { module_version?: unknown } | null;
  return String(data?.module_version ?? '?');
}

function Settings({ node }: { node: Node }) {
  const store = useEditorStore();
  const module = useEditor((it) => moduleOf(it, node));
  const problems = useEditor((it) => it.problems);
  const place = useRef<HTMLElement>(null);
  const { edit, openNode } = store.getState();
  const notes = useEditor((it) => it.notifications[node.module]);
  const mine = problems.filter((it) => it.nodes.includes(node.id));
  const stored = versionOf(node);

  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    place.current?.focus();
    return () => before?.focus?.();
  }, []);

  async function remove() {
    const yes = await ask({
      title: `Delete ${node.name}?`,
      text: 'Its wires go with it. It can be brought back with Undo until you leave.',
      yes: 'Delete',
      danger: true,
    });
    if (!yes) return;
    openNode(null);
    edit('Delete a node', (graph) => removeNodes(graph, new Set([node.id])));
  }

  return (
    <section
      className="drawer node-settings"
      aria-label={`Settings of ${node.name}`}
      ref={place}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.stopPropagation();
          openNode(null);
        }
      }}
    >
      <header>
        <h2>{node.name}</h2>
        <IconButton small icon="xmark" label="Close the settings" onPress={() => openNode(null)} />
      </header>
      <div className="drawer-body stack">
        <p className="soft small">
          {node.type} <code>{node.module}</code>, node {node.id}
          {stored !== '?' && `, drawn with version ${stored}`}
          {module && module.version !== stored && `, installed is ${module.version}`}
        </p>
        {module ? (
          <p>
            <Words>{module.description}</Words>
          </p>
        ) : (
          <Notice tone="bad">
            There is no module <code>{node.module}</code> here. Install it, or replace the node.
          </Notice>
        )}
        {module && !module.enabled && node.type !== 'trigger' && (
          <p>
            <Link href={`/modules/${node.type}/${node.module}`}>Enable it on its page.</Link>
          </p>
        )}
        <NotesOf notes={notes} />
        {mine.map((it) => (
          <Notice key={it.message} tone={it.refuses ? 'bad' : 'warn'}>
            {it.message}
          </Notice>
        ))}
        <ParamForm
          params={module?.params ?? []}
          values={node.params}
          context={{ moduleType: node.type, moduleId: node.module }}
          onChange={(id, value) =>
            edit(`Change ${id}`, (graph) => setParam(graph, node.id, id, value), `${node.id}:${id}`)
          }
          onRemove={(id) => edit(`Remove ${id}`, (graph) => removeParam(graph, node.id, id))}
        />
        {node.type !== 'trigger' && (
          <>
            {(module?.supportFilters || hasFilters(node.filters)) && (
              <Button icon="filter" onPress={() => useUi.getState().open('filters', node.id)}>
                Filters {hasFilters(node.filters) && <Badge tone="good">set</Badge>}
              </Button>
            )}
            <TextInput
              label="Name on the canvas"
              value={node.name}
              onChange={(name) => edit('Rename a node', (graph) => rename(graph, node.id, name), `${node.id}:name`)}
            />
            <details open={hasPolicy(node.policy)}>
              <summary>When it is slow or breaks</summary>
              <PolicyForm
                policy={node.policy}
                onChange={(policy) =>
                  edit('Change the policy', (graph) => setPolicy(graph, node.id, policy), `${node.id}:policy`)
                }
              />
            </details>
            <Button look="danger" icon="trash" onPress={remove}>
              Delete node
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

const TONES = { error: 'bad', warning: 'warn', info: 'info' } as const;

/** What there is to say about the module in this workflow. */
function NotesOf({ notes }: { notes?: Notifications }) {
  if (!notes) return null;
  return (['error', 'warning', 'info'] as const).flatMap((severity) =>
    notes[severity].map((it) => (
      <Notice key={severity + it.text} tone={TONES[severity]}>
        {it.text !== it.description && <strong>{it.text}. </strong>}
        {it.description}
      </Notice>
    )),
  );
}
