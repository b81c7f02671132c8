import { useReactFlow } from '@xyflow/react';
import { useState } from 'react';
import { call, messageOf } from '../../api/client';
import type { Json, Page, Run } from '../../api/types';
import { ago, ask, Button, Choose, Code, IconButton, Menu, Notice, Segments } from '../../design';
import { EVENTS } from '../../examples/examples';
import { RunResult } from '../../runs/run-result';
import { useEditor, useEditorStore } from '../store';
import { runAndFollow } from './follow';

const MOST_IN_SIGHT = 40;

const pretty = (data: Json) => JSON.stringify(data, null, 2);

function parse(text: string): { data?: Json; fault?: string } {
  try {
    const data = JSON.parse(text) as Json;
    if (data === null || typeof data !== 'object' || Array.isArray(data))
      return { fault: 'Give a JSON object, as the platform would send it.' };
    return { data };
  } catch (error) {
    return { fault: `This is no JSON: ${messageOf(error)}` };
  }
}

/** Runs the workflow on data of one's choice; dry unless one asks for more. */
export function TestRunPanel({ onClose }: { onClose: () => void }) {
  const store = useEditorStore();
  const flow = useReactFlow();
  const head = useEditor((it) => it.head);
  const selected = useEditor((it) => it.selected);
  const [text, setText] = useState(() => pretty(EVENTS[0]?.data ?? {}));
  const [what, setWhat] = useState<'drawing' | 'saved'>('drawing');
  const [kind, setKind] = useState<'dry' | 'real'>('dry');
  const [past, setPast] = useState<Run[] | null>(null);
  const [run, setRun] = useState<Run | null>(null);
  const [pending, setPending] = useState(false);
  const [fault, setFault] = useState('');

  async function start() {
    const { data, fault: wrong } = parse(text);
    if (data === undefined) return setFault(wrong ?? '');
    const real = what === 'saved' && kind === 'real';
    if (
      real &&
      !(await ask({
        title: 'Run for real?',
        text: 'Everything the workflow does is done: tags on the platform, mails, webhooks, messages.',
        yes: 'Run for real',
        danger: true,
      }))
    ) {
      return;
    }
    setFault('');
    setPending(true);
    // One wants to see the nodes light up, and this panel may lie where they were.
    if (store.getState().history.graph.nodes.size <= MOST_IN_SIGHT) {
      void flow.fitView({ maxZoom: 1, padding: 0.15, duration: 200 });
    }
    try {
      setRun(await runAndFollow(store, { what, dryRun: !real, data }));
    } catch (error) {
      setRun(null);
      setFault(messageOf(error));
    } finally {
      setPending(false);
    }
  }

  async function loadPast() {
    if (past) return;
    try {
      setPast(
        (await call<Page<Run>>('GET', `api/v1/runs?workflow=${head.id}&size=15`)).items.filter(
          (it) => !it.notRepeatable,
        ),
      );
    } catch (error) {
      setFault(messageOf(error));
    }
  }

  async function takeInput(id: string) {
    try {
      setText(pretty(await call<Json>('GET', `api/v1/runs/${id}/input`)));
    } catch (error) {
      setFault(messageOf(error));
    }
  }

  function pick(id: string) {
    store.getState().select([id]);
  }

  const [chosen] = selected.size === 1 ? selected : [];

  return (
    <section className="drawer wide" aria-label="Test run">
      <header>
        <h2>Test run</h2>
        <IconButton small icon="xmark" label="Close the test run" onPress={onClose} />
      </header>
      <div className="drawer-body stack">
        <div className="row">
          <Menu
            label="Sample events"
            commands={EVENTS.map((it) => ({
              id: it.id,
              label: it.label,
              icon: 'file-code',
              run: () => setText(pretty(it.data)),
            }))}
          >
            <Button small icon="file-code">
              Sample event
            </Button>
          </Menu>
          {past === null ? (
            <Button small icon="clock-rotate-left" onPress={loadPast}>
              Input of a past run
            </Button>
          ) : (
            <Choose
              bare
              label="Input of a past run"
              value={null}
              placeholder={past.length === 0 ? 'No run with an input yet' : 'Choose a run'}
              options={past.map((it) => ({ value: it.runId, label: `${ago(new Date(it.startedAt))}, ${it.outcome}` }))}
              onChange={takeInput}
            />
          )}
        </div>
        <Code
          label="Data of the run"
          language="json"
          value={text}
          onChange={setText}
          minHeight="120px"
          maxHeight="260px"
        />
        <div className="row">
          <Segments
            label="Which graph"
            value={what}
            onChange={setWhat}
            options={[
              { value: 'drawing', label: 'As drawn' },
              { value: 'saved', label: `Version ${head.version}` },
            ]}
          />
          {what === 'saved' && (
            <Segments
              label="How"
              value={kind}
              onChange={setKind}
              options={[
                { value: 'dry', label: 'Dry' },
                { value: 'real', label: 'For real' },
              ]}
            />
          )}
          <span className="push" />
          <Button look="primary" icon="play" isPending={pending} onPress={start}>
            {what === 'saved' && kind === 'real' ? 'Run for real' : 'Run dry'}
          </Button>
        </div>
        {fault && <Notice tone="bad">{fault}</Notice>}
        {run && (
          <RunResult
            link
            run={run}
            selected={chosen ?? null}
            onSelect={pick}
            nameOf={(it) => store.getState().history.graph.nodes.get(String(it.nodeId))?.name ?? it.module}
          />
        )}
      </div>
    </section>
  );
}
