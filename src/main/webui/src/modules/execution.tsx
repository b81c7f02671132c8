import { useState } from 'react';
import { call, messageOf, ProblemError } from '../api/client';
import type { Effect, Json, Module } from '../api/types';
import { ask, Badge, Button, Checkbox, Code, Notice } from '../design';
import { ParamForm } from '../editor/settings/form/param-form';
import { EVENTS } from '../examples/examples';
import { defaults } from '../graph/edits';
import type { Tree } from '../graph/model';

interface Executed {
  success: boolean;
  exit?: string;
  errors: string[];
  data: Json;
  effects?: Effect[];
}

interface Answer {
  status: number;
  millis: number;
  result?: Executed;
  problem?: string;
}

/** Runs one module alone, without a workflow. */
export function Execution({ module }: { module: Module }) {
  const [params, setParams] = useState<Tree>(() => defaults(module));
  const [text, setText] = useState(() => JSON.stringify(EVENTS[0]?.data ?? {}, null, 2));
  const [convert, setConvert] = useState(true);
  const [dryRun, setDryRun] = useState(true);
  const [pending, setPending] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);

  async function execute() {
    let data: Json;
    try {
      data = JSON.parse(text);
    } catch (error) {
      return setAnswer({ status: 0, millis: 0, problem: `The input is no JSON: ${messageOf(error)}` });
    }
    if (
      !dryRun &&
      !(await ask({
        title: 'Execute for real?',
        text: 'What the module does outside is done.',
        yes: 'Execute',
        danger: true,
      }))
    )
      return;
    setPending(true);
    const start = performance.now();
    const millis = () => Math.round(performance.now() - start);
    try {
      const body = { data, params, convert, dryRun };
      const result = await call<Executed>('POST', `api/v1/modules/${module.type}/${module.id}/executions`, body);
      setAnswer({ status: 200, millis: millis(), result });
    } catch (error) {
      setAnswer({
        status: error instanceof ProblemError ? error.status : 0,
        millis: millis(),
        problem: messageOf(error),
      });
    } finally {
      setPending(false);
    }
  }

  return (
    <section className="card padded stack" aria-label="Stateless module execution">
      <h2>Stateless module execution</h2>
      <div className="execution">
        <ParamForm
          params={module.params}
          values={params}
          onChange={(id, value) => setParams((was) => ({ ...was, [id]: value }))}
          context={{ moduleType: module.type, moduleId: module.id }}
        />
        <div className="stack">
          <span className="field-label">Input data</span>
          <Code
            label="Input data"
            language="json"
            value={text}
            onChange={setText}
            minHeight="160px"
            maxHeight="300px"
          />
          <Checkbox value={convert} onChange={setConvert}>
            Convert input data into MISP core format
          </Checkbox>
          <Checkbox value={dryRun} onChange={setDryRun}>
            Dry: nothing is done outside
          </Checkbox>
          <div className="row">
            <Button look="primary" icon="play" isPending={pending} onPress={execute}>
              Execute module
            </Button>
            {answer && answer.status > 0 && (
              <Badge tone={answer.result?.success ? 'good' : 'bad'}>
                {answer.status} [{answer.millis} ms]
              </Badge>
            )}
          </div>
        </div>
      </div>
      {answer?.problem && <Notice tone="bad">{answer.problem}</Notice>}
      {answer?.result && <Result result={answer.result} />}
    </section>
  );
}

function Result({ result }: { result: Executed }) {
  return (
    <div className="stack">
      <Notice tone={result.success ? 'good' : 'bad'}>
        {result.success ? 'Success' : 'No success'}
        {result.exit && `, left by ${result.exit}`}
        {result.errors.map((it) => (
          <p key={it}>{it}</p>
        ))}
      </Notice>
      {result.effects && result.effects.length > 0 && (
        <>
          <h3>What it would have done outside</h3>
          <Code label="Effects" language="json" readOnly value={JSON.stringify(result.effects, null, 2)} />
        </>
      )}
      <h3>Data after it</h3>
      <Code
        label="Data after it"
        language="json"
        readOnly
        value={JSON.stringify(result.data, null, 2)}
        maxHeight="360px"
      />
    </div>
  );
}
