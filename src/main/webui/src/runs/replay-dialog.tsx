import { useState } from 'react';
import { Link } from 'wouter';
import { call, messageOf } from '../api/client';
import type { Json, Run } from '../api/types';
import { Button, Checkbox, Choose, Dialog, Notice, Segments } from '../design';
import { Outcome } from './outcome';

interface ReplayDialogProps {
  run: Run;
  /** the node that is selected */
  from: string | null;
  onClose: () => void;
}

const START = 'start';

/** Runs a run again, and compares what comes of it with what came of it then. */
export function ReplayDialog({ run, from, onClose }: ReplayDialogProps) {
  const [version, setVersion] = useState<'now' | 'then'>('now');
  const [start, setStart] = useState(from ?? START);
  const [dryRun, setDryRun] = useState(true);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState('');
  const [again, setAgain] = useState<Run | null>(null);

  async function replay() {
    setPending(true);
    setError('');
    try {
      const body: Record<string, Json> = { version, dryRun };
      if (start !== START) body.from = Number.isNaN(Number(start)) ? start : Number(start);
      setAgain(await call<Run>('POST', `api/v1/runs/${run.runId}/replay`, body));
    } catch (problem) {
      setError(messageOf(problem));
    } finally {
      setPending(false);
    }
  }

  return (
    <Dialog
      open
      size="wide"
      title="Replay"
      onClose={onClose}
      actions={
        <Button look="primary" icon="rotate-right" isPending={pending} onPress={replay}>
          {dryRun ? 'Replay dry' : 'Replay for real'}
        </Button>
      }
    >
      <div className="stack">
        <Segments
          label="Version"
          value={version}
          onChange={setVersion}
          options={[
            { value: 'now', label: 'The workflow as it is now' },
            { value: 'then', label: `As it was then (version ${run.workflowVersion})` },
          ]}
        />
        <Choose
          label="From"
          value={start}
          onChange={setStart}
          options={[
            { value: START, label: 'The beginning' },
            ...[...new Map((run.nodes ?? []).map((it) => [String(it.nodeId), it])).values()].map((it) => ({
              value: String(it.nodeId),
              label: `${it.module} (${it.nodeId}), with the data as it found it`,
            })),
          ]}
        />
        <Checkbox value={dryRun} onChange={setDryRun}>
          Dry: nothing is done outside
        </Checkbox>
        {!dryRun && (
          <Notice tone="warn">Everything the workflow does is done again: tags, mails, webhooks, messages.</Notice>
        )}
        {error && <Notice tone="bad">{error}</Notice>}
        {again && <Comparison then={run} now={again} />}
      </div>
    </Dialog>
  );
}

function Comparison({ then, now }: { then: Run; now: Run }) {
  const before = new Map((then.nodes ?? []).map((it) => [String(it.nodeId), it.result]));
  const after = new Map((now.nodes ?? []).map((it) => [String(it.nodeId), it.result]));
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return (
    <section className="stack" aria-label="Then and now">
      <p>
        Then: <Outcome run={then} /> Now: <Outcome run={now} /> <Link href={`/runs/${now.runId}`}>See the new run</Link>
      </p>
      {now.reasons.map((it) => (
        <p key={it}>{it}</p>
      ))}
      <table className="table" aria-label="Results of the nodes, then and now">
        <thead>
          <tr>
            <th scope="col">Node</th>
            <th scope="col">Then</th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {ids.map((id) => (
            <tr key={id} className={before.get(id) === after.get(id) ? '' : 'differs'}>
              <th scope="row">{id}</th>
              <td>{before.get(id) ?? 'not reached'}</td>
              <td>{after.get(id) ?? 'not reached'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
