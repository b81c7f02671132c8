import './runs.css';
import { Link } from 'wouter';
import type { Run } from '../api/types';
import { Badge, duration, Empty, TableScroll, Time } from '../design';
import { Outcome } from './outcome';

/** Runs in a table, the newest first. */
export function RunTable({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0) {
    return (
      <Empty icon="clock-rotate-left" title="No runs here">
        <p>A run is kept whenever a trigger fires. Make a test run in the editor, or fire a trigger with curl.</p>
      </Empty>
    );
  }
  return (
    <TableScroll>
      <table className="table" aria-label="Runs">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Outcome</th>
            <th scope="col">Trigger</th>
            <th scope="col">Workflow</th>
            <th scope="col">Event</th>
            <th scope="col">Reasons</th>
            <th scope="col" className="number">
              Took
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((it) => (
            <tr key={it.runId}>
              <td className="nowrap">
                <Link href={`/runs/${it.runId}`}>
                  <Time at={it.startedAt} />
                </Link>
              </td>
              <td className="nowrap">
                <Outcome run={it} /> {it.dryRun && <Badge>dry</Badge>} {it.parentId && <Badge>branch</Badge>}{' '}
                {it.replayOf && <Badge>replay</Badge>}
              </td>
              <td>{it.trigger}</td>
              <td className="nowrap">
                {it.workflowId > 0 ? (
                  <Link href={`/workflows/${it.workflowId}`}>
                    {it.workflowId}, {it.workflowVersion === 0 ? 'as drawn' : `version ${it.workflowVersion}`}
                  </Link>
                ) : (
                  <span className="soft">–</span>
                )}
              </td>
              <td>{it.eventUuid && <Link href={`/runs?event=${it.eventUuid}`}>{it.eventUuid.slice(0, 8)}…</Link>}</td>
              <td className="reasons">{it.reasons.join(' · ')}</td>
              <td className="number">{duration(it.durationMicros)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
