import './runs.css';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link, useParams } from 'wouter';
import { call } from '../api/client';
import { useModules } from '../api/queries';
import type { Json, Page as PageOf, Run } from '../api/types';
import { Badge, Button, Code, duration, Failure, Icon, Loading, Notice, Page, Time } from '../design';
import { Drawing } from '../drawing';
import { read } from '../graph/drawflow';
import { followedWires, resultsOf } from '../graph/walked';
import { Outcome } from './outcome';
import { ReplayDialog } from './replay-dialog';
import { RunResult } from './run-result';
import { RunTable } from './run-table';
import { Timeline } from './timeline';

/** One run: the answer, the way it took, what each node did, and again. */
export default function RunPage() {
  const { id } = useParams<{ id: string }>();
  const [selected, setSelected] = useState<string | null>(null);
  const [replaying, setReplaying] = useState(false);
  const run = useQuery({ queryKey: ['run', id], queryFn: () => call<Run>('GET', `api/v1/runs/${id}`) });
  if (run.isPending) return <Loading />;
  if (run.error) {
    return (
      <Page title="Run">
        <Failure error={run.error} retry={run.refetch} />
      </Page>
    );
  }
  const it = run.data;
  return (
    <Page
      title={`Run of ${it.trigger}`}
      what={
        <>
          <Outcome run={it} /> <Time at={it.startedAt} />, {duration(it.durationMicros)}{' '}
          {it.dryRun && <Badge>dry run</Badge>}
        </>
      }
      actions={
        <>
          {it.workflowId > 0 && it.workflowVersion > 0 && (
            <Link href={`/workflows/${it.workflowId}?run=${it.runId}`} className="button">
              <Icon name="diagram-project" /> Show in the editor
            </Link>
          )}
          <Button icon="rotate-right" isDisabled={!!it.notRepeatable} onPress={() => setReplaying(true)}>
            Replay
          </Button>
        </>
      }
    >
      {it.notRepeatable && <Notice>{it.notRepeatable}</Notice>}
      <div className="run-columns">
        <section className="card padded">
          <RunResult
            run={it}
            selected={selected}
            onSelect={(node) => setSelected(node === selected ? null : node)}
            nameOf={(node) => node.module}
          />
        </section>
        <div className="stack">
          <Picture run={it} selected={selected} onSelect={setSelected} />
          <Timeline nodes={it.nodes ?? []} total={it.durationMicros} />
        </div>
      </div>
      <Facts run={it} />
      <Branches run={it} />
      <Input run={it} />
      {replaying && <ReplayDialog run={it} from={selected} onClose={() => setReplaying(false)} />}
    </Page>
  );
}

interface PictureProps {
  run: Run;
  selected: string | null;
  onSelect: (id: string | null) => void;
}

/** The version that ran, coloured by what came of it. */
function Picture({ run, selected, onSelect }: PictureProps) {
  const modules = useModules();
  const version = useQuery({
    queryKey: ['version', run.workflowId, run.workflowVersion],
    enabled: run.workflowId > 0 && run.workflowVersion > 0,
    queryFn: async () =>
      read(
        ((await call<{ graph?: Json }>('GET', `api/v1/workflows/${run.workflowId}/versions/${run.workflowVersion}`))
          .graph ?? {}) as Json,
      ),
  });
  const shown = useMemo(() => {
    const graph = version.data;
    if (!graph || !modules.data) return null;
    const known = new Map(modules.data.map((it) => [`${it.type}:${it.id}`, it]));
    const exits = (id: string) => {
      const node = graph.nodes.get(id);
      return (node && known.get(`${node.type}:${node.module}`)?.exits) ?? [];
    };
    return {
      graph,
      known,
      results: resultsOf(run.nodes ?? []),
      followed: followedWires(graph, run.nodes ?? [], exits),
    };
  }, [version.data, modules.data, run]);
  if (run.workflowVersion === 0)
    return <Notice>A drawing that was not saved ran here, so there is no picture of it.</Notice>;
  if (version.error) return <Failure error={version.error} />;
  if (!shown) return run.workflowId > 0 ? <Loading what="Drawing" /> : null;
  return (
    <Drawing
      label="The way the run took"
      graph={shown.graph}
      modules={shown.known}
      results={shown.results}
      followed={shown.followed}
      selected={selected}
      onSelect={onSelect}
      height="380px"
    />
  );
}

function Facts({ run }: { run: Run }) {
  return (
    <section className="card padded">
      <dl className="facts">
        <dt>Run</dt>
        <dd>
          <code>{run.runId}</code>
        </dd>
        <dt>Trigger</dt>
        <dd>
          <Link href={`/triggers/${run.trigger}`}>{run.trigger}</Link>
        </dd>
        {run.workflowId > 0 && (
          <>
            <dt>Workflow</dt>
            <dd>
              <Link href={`/workflows/${run.workflowId}`}>{run.workflowId}</Link>,{' '}
              {run.workflowVersion === 0 ? 'as drawn' : `version ${run.workflowVersion}`}
            </dd>
          </>
        )}
        {run.eventUuid && (
          <>
            <dt>Event</dt>
            <dd>
              <Link href={`/runs?event=${run.eventUuid}`}>{run.eventUuid}</Link>
            </dd>
          </>
        )}
        {run.parentId && (
          <>
            <dt>Branch of</dt>
            <dd>
              <Link href={`/runs/${run.parentId}`}>{run.parentId}</Link>
            </dd>
          </>
        )}
        {run.replayOf && (
          <>
            <dt>Replay of</dt>
            <dd>
              <Link href={`/runs/${run.replayOf}`}>{run.replayOf}</Link>
            </dd>
          </>
        )}
        <dt>Logs</dt>
        <dd>
          <Link href={`/logs?run=${run.runId}`}>entries of this run</Link>
        </dd>
      </dl>
    </section>
  );
}

function Branches({ run }: { run: Run }) {
  const branches = useQuery({
    queryKey: ['runs', { parent: run.runId }],
    queryFn: () => call<PageOf<Run>>('GET', `api/v1/runs?parent=${run.runId}`),
  });
  if (!branches.data || branches.data.items.length === 0) return null;
  return (
    <section className="stack">
      <h2>Branches that ran in the background</h2>
      <RunTable runs={branches.data.items} />
    </section>
  );
}

function Input({ run }: { run: Run }) {
  const [open, setOpen] = useState(false);
  const input = useQuery({
    queryKey: ['input', run.runId],
    enabled: open,
    queryFn: () => call<Json>('GET', `api/v1/runs/${run.runId}/input`),
  });
  if (run.notRepeatable) return null;
  return (
    <section className="stack">
      <div className="row">
        <h2>Input</h2>
        <Button small onPress={() => setOpen(!open)} aria-expanded={open}>
          {open ? 'Hide' : 'Show'}
        </Button>
      </div>
      {open && input.error && <Failure error={input.error} retry={input.refetch} />}
      {open && input.data && (
        <Code label="Input of the run" language="json" readOnly value={JSON.stringify(input.data, null, 2)} />
      )}
    </section>
  );
}
