import './triggers.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { call, messageOf, ROOT } from '../api/client';
import type { Page as PageOf, Run, Trigger } from '../api/types';
import {
  ask,
  Badge,
  Button,
  Choose,
  Failure,
  Icon,
  Loading,
  Notice,
  Page,
  Switch,
  say,
  sayFailure,
  TextInput,
} from '../design';
import { go } from '../frame/location';
import { RunTable } from '../runs/run-table';
import { workflowOf } from './open-workflow';

function curlOf(trigger: Trigger): string {
  return [
    `curl -X POST '${ROOT}api/v1/triggers/${trigger.id}/runs' \\`,
    `  -H "Authorization: $SLUICE_KEY" -H 'Content-Type: application/json' \\`,
    `  -d @event.json`,
  ].join('\n');
}

/** One trigger: what it is, its settings, how it is fired, its last runs. */
export default function TriggerPage() {
  const { id } = useParams<{ id: string }>();
  const queries = useQueryClient();
  const trigger = useQuery({
    queryKey: ['triggers', id],
    queryFn: () => call<Trigger>('GET', `api/v1/triggers/${id}`),
  });
  const runs = useQuery({
    queryKey: ['runs', { trigger: id, size: 10 }],
    queryFn: () => call<PageOf<Run>>('GET', `api/v1/runs?trigger=${encodeURIComponent(id)}&size=10`),
  });
  if (trigger.isPending) return <Loading />;
  if (trigger.error) {
    return (
      <Page title="Trigger">
        <Failure error={trigger.error} retry={trigger.refetch} />
      </Page>
    );
  }
  const it = trigger.data;

  async function remove() {
    const gone = await ask({
      title: `Delete the trigger ${it.name}?`,
      text: 'The platform can fire it no more. Its workflow must be deleted first.',
      yes: 'Delete',
      danger: true,
      act: () => call('DELETE', `api/v1/triggers/${it.id}`),
    });
    if (!gone) return;
    await queries.invalidateQueries({ queryKey: ['triggers'] });
    go('/triggers');
  }

  return (
    <Page
      title={it.name}
      what={it.description}
      actions={
        <>
          {it.origin === 'declared' && (
            <Button look="danger" icon="trash" onPress={remove}>
              Delete
            </Button>
          )}
          <Button
            look="primary"
            icon="diagram-project"
            onPress={() =>
              workflowOf(it)
                .then((workflow) => go(`/workflows/${workflow}`))
                .catch(sayFailure)
            }
          >
            {it.workflowId ? 'Edit the workflow' : 'Draw a workflow'}
          </Button>
        </>
      }
    >
      <div className="columns">
        <section className="card padded stack">
          <h2>Facts</h2>
          <dl className="facts">
            <dt>Id</dt>
            <dd>
              <code>{it.id}</code>
            </dd>
            <dt>Scope</dt>
            <dd>{it.scope}</dd>
            <dt>Overhead</dt>
            <dd>
              {it.overhead}
              {it.overheadMessage && <p className="soft small">{it.overheadMessage}</p>}
            </dd>
            <dt>Blocking</dt>
            <dd>{it.blocking ? <Badge tone="bad">blocking: the platform waits for the answer</Badge> : 'no'}</dd>
            <dt>MISP core format</dt>
            <dd>{it.coreFormat ? 'yes' : 'no'}</dd>
            <dt>Runs</dt>
            <dd>{it.counter ?? 0}</dd>
            <dt>Origin</dt>
            <dd>{it.origin}</dd>
          </dl>
        </section>
        <Settings key={`${it.deadline}${it.onError}`} trigger={it} />
      </div>
      <section className="card padded stack">
        <h2>
          <Icon name="terminal" /> How it is fired
        </h2>
        <pre className="curl">{curlOf(it)}</pre>
        <p className="soft small">
          {it.blocking
            ? 'The answer says whether to proceed, and why. Add ?dryRun=true to change nothing.'
            : 'It answers at once, and runs in the background. Add ?wait=true for the result, ?dryRun=true to change nothing.'}
        </p>
      </section>
      <section className="stack">
        <div className="row">
          <h2>Last runs</h2>
          <Link href={`/runs?trigger=${it.id}`} className="push">
            all of them
          </Link>
        </div>
        {runs.error && <Failure error={runs.error} retry={runs.refetch} />}
        {runs.data && <RunTable runs={runs.data.items} />}
      </section>
    </Page>
  );
}

function Settings({ trigger }: { trigger: Trigger }) {
  const queries = useQueryClient();
  const [enabled, setEnabled] = useState(trigger.enabled);
  const [deadline, setDeadline] = useState(String(trigger.deadline));
  const [onError, setOnError] = useState(trigger.onError);
  const [error, setError] = useState<unknown>(null);

  async function keep() {
    try {
      const number = Number(deadline);
      await call('PATCH', `api/v1/triggers/${trigger.id}`, {
        enabled,
        deadline: Number.isNaN(number) ? deadline : number,
        onError,
      });
      await queries.invalidateQueries({ queryKey: ['triggers'] });
      setError(null);
      say('Kept.');
    } catch (problem) {
      setError(problem);
    }
  }

  return (
    <section className="card padded stack">
      <h2>Settings</h2>
      <Switch value={enabled} onChange={setEnabled}>
        Enabled
      </Switch>
      <TextInput
        label="Deadline"
        value={deadline}
        onChange={setDeadline}
        hint="how long a decision may take: milliseconds, or as in 10s"
      />
      <Choose
        label="When no decision can be made"
        value={onError}
        onChange={setOnError}
        options={[
          { value: 'closed', label: 'closed: the platform must not proceed' },
          { value: 'open', label: 'open: the platform may proceed' },
        ]}
      />
      {error !== null && <Notice tone="bad">{messageOf(error)}</Notice>}
      <div className="row">
        <Button look="primary" onPress={keep}>
          Keep
        </Button>
      </div>
    </section>
  );
}
