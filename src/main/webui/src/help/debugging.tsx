import { Link } from 'wouter';

export function Debugging() {
  return (
    <div className="prose">
      <h2>When a workflow does not do what it should</h2>
      <ol>
        <li>
          <strong>Look at the problems.</strong> The editor checks the graph after each change: press P for the list.
        </li>
        <li>
          <strong>Try it dry.</strong> Press T in the editor, choose an event or the input of a past run, and watch the
          nodes light up. Nothing is done outside; what would have been is listed.
        </li>
        <li>
          <strong>Look at a run.</strong> <Link href="/runs">Runs</Link> keep what each node answered, how long it took,
          and what it changed in the data. “Show in the editor” lays the run over the drawing.
        </li>
        <li>
          <strong>Replay it.</strong> With the workflow as it was or as it is now, from the beginning or from a node;
          the results are compared.
        </li>
        <li>
          <strong>Debug mode</strong> records what each step of a workflow sees, as MISP’s debug mode posts it: switch
          it on in the editor, and see Activity, Debug messages.
        </li>
      </ol>
      <h2>When nothing happens at all</h2>
      <ul>
        <li>
          Is the trigger enabled, and does a workflow listen? See <Link href="/triggers">triggers</Link>.
        </li>
        <li>
          Did the platform tell Sluice? Every call is a run, also one that was skipped: see{' '}
          <Link href="/runs">runs</Link>.
        </li>
        <li>
          Is a module disabled, or the platform unreachable? See <Link href="/status">status</Link>.
        </li>
        <li>
          Background work that failed waits among the <Link href="/tasks?state=dead">dead letters</Link>.
        </li>
      </ul>
    </div>
  );
}
