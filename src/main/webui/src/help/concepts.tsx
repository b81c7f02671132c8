import { Link } from 'wouter';
import { Badge } from '../design';

export function Concepts() {
  return (
    <div className="prose">
      <h2>How it works</h2>
      <ol>
        <li>Something happens on the platform, such as an event about to be published. That is a trigger.</li>
        <li>The platform tells Sluice of it, with the data it is about.</li>
        <li>
          The workflow of the trigger is walked: node by node along the wires, depth first, in the order the wires were
          drawn.
        </li>
        <li>Sluice answers whether the platform may proceed, and why.</li>
      </ol>
      <h2>Words</h2>
      <dl>
        <dt>Trigger</dt>
        <dd>
          Where a workflow begins; it has one output. A <Badge tone="bad">blocking</Badge> trigger makes the platform
          wait for the answer, and can stop what was about to happen. A non-blocking one runs in the background,
          afterwards.
        </dd>
        <dt>Logic</dt>
        <dd>
          A node that chooses the way on, such as <code>IF :: Tag</code> with its outputs then and else. A Concurrent
          Task sends a branch off into the background; nothing behind it can stop anything any more.
        </dd>
        <dt>Action</dt>
        <dd>
          A node that does something: tag, edit, enrich, mail, call a webhook. A blocking action that says no ends the
          walk, and the platform must not proceed.
        </dd>
        <dt>Roaming data</dt>
        <dd>
          What the nodes look at and change on their way. All branches see the same: a later one sees what an earlier
          one changed.
        </dd>
        <dt>Filter</dt>
        <dd>
          The funnel of a node chooses the items that this node works on. The modules <code>Filter :: Generic</code> and{' '}
          <code>Filter :: Remove filter</code> narrow down what all nodes behind them see; the wires carry their labels.
        </dd>
        <dt>Core format</dt>
        <dd>
          The shape in which modules see MISP events: <Link href="/help/data-format">data format</Link>.
        </dd>
        <dt>Overhead</dt>
        <dd>
          How often a trigger fires. A slow workflow on one that fires for every attribute slows down the whole
          platform.
        </dd>
      </dl>
      <h2>What comes of a run</h2>
      <dl>
        <dt>success</dt>
        <dd>Nothing objected: the platform may proceed.</dd>
        <dt>blocked</dt>
        <dd>A node of a blocking workflow said no: the platform must not proceed, and is told the reasons.</dd>
        <dt>failure</dt>
        <dd>
          No decision could be made, because something broke or took longer than the deadline. The trigger’s setting
          decides: closed means that the platform must not proceed, open that it may.
        </dd>
        <dt>skipped</dt>
        <dd>The trigger is disabled, or nothing listens: the platform may proceed.</dd>
      </dl>
      <h2>Modules of your own</h2>
      <p>
        A Python file of the misp-modules kind in <code>modules/action</code> of the data folder becomes a module at
        once, a jar in <code>modules/java</code> at the next start. A file that cannot be loaded is shown on the page of{' '}
        <Link href="/modules">modules</Link> with the reason. A misp-modules service is connected with{' '}
        <code>SLUICE_MODULES_ACTION_URL</code>.
      </p>
    </div>
  );
}
