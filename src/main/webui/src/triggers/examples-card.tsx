import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { call } from '../api/client';
import type { Run, Workflow } from '../api/types';
import { Badge, Button, Icon, Notice, sayFailure, Words } from '../design';
import { EXAMPLES, type Example } from '../examples/examples';

interface Tried {
  workflow: Workflow;
  runs: Array<{ label: string; run: Run }>;
}

/** Loads a worked example, switches on what it needs, and fires its events dry. */
async function load(example: Example): Promise<Tried> {
  const workflow = await call<Workflow>('POST', 'api/v1/workflows/import', example.workflow);
  for (const [type, id] of example.modules) await call('PATCH', `api/v1/modules/${type}/${id}`, { enabled: true });
  await call('PATCH', `api/v1/triggers/${workflow.trigger}`, { enabled: true });
  const runs = [];
  for (const event of example.events) {
    const run = await call<Run>('POST', `api/v1/triggers/${workflow.trigger}/runs?dryRun=true&wait=true`, event.data);
    runs.push({ label: event.label, run });
  }
  return { workflow, runs };
}

/** With no workflow yet: the two of the training slides, to load and try in one click. */
export function ExamplesCard() {
  const queries = useQueryClient();
  const [tried, setTried] = useState<Tried | null>(null);
  const [pending, setPending] = useState<string | null>(null);

  async function tryOut(example: Example) {
    setPending(example.id);
    try {
      setTried(await load(example));
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['triggers'] }),
        queries.invalidateQueries({ queryKey: ['workflows'] }),
        queries.invalidateQueries({ queryKey: ['modules'] }),
      ]);
    } catch (error) {
      sayFailure(error);
    } finally {
      setPending(null);
    }
  }

  if (tried) {
    return (
      <section className="card padded stack" aria-label="Example">
        <h2>{tried.workflow.name} is loaded</h2>
        <p className="soft">These events were sent to it, dry: nothing was done outside.</p>
        {tried.runs.map(({ label, run }) => (
          <Notice key={run.runId} tone={run.proceed ? 'good' : 'bad'}>
            <strong>{label}:</strong> {run.outcome}
            {run.reasons.map((it) => (
              <p key={it}>
                <Words>{it}</Words>
              </p>
            ))}
            <p>
              <Link href={`/runs/${run.runId}`}>See the run</Link>
            </p>
          </Notice>
        ))}
        <div className="row">
          <Link href={`/workflows/${tried.workflow.id}`} className="button primary">
            Open it in the editor
          </Link>
        </div>
      </section>
    );
  }
  return (
    <section className="examples" aria-label="Examples to begin with">
      {EXAMPLES.map((it) => (
        <article key={it.id} className="card padded stack">
          <h2>
            <Icon name="flask" /> {it.title}
          </h2>
          <p>{it.what}</p>
          <div className="row">
            <Badge>
              {String((it.workflow as { Workflow?: { trigger_id?: string } }).Workflow?.trigger_id ?? 'event-publish')}
            </Badge>
            <span className="push" />
            <Button
              look="primary"
              icon="play"
              isPending={pending === it.id}
              isDisabled={pending !== null}
              onPress={() => tryOut(it)}
            >
              Load and try
            </Button>
          </div>
        </article>
      ))}
    </section>
  );
}
