import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { call } from '../api/client';
import type { Trigger, Workflow } from '../api/types';
import {
  ask,
  Badge,
  Button,
  Hint,
  Icon,
  IconButton,
  Menu,
  Switch,
  say,
  sayFailure,
  Time,
  type Tone,
  Words,
} from '../design';
import { go } from '../frame/location';
import { workflowOf } from './open-workflow';
import { type Bucket, Sparkline } from './sparkline';

const OVERHEAD: Record<string, Tone> = { low: 'good', medium: 'warn', high: 'bad' };

interface TriggerRowProps {
  trigger: Trigger;
  workflow?: Workflow;
  buckets?: readonly Bucket[];
}

export function TriggerRow({ trigger: it, workflow, buckets }: TriggerRowProps) {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['triggers'] });

  async function enable(enabled: boolean) {
    const act = () => call('PATCH', `api/v1/triggers/${it.id}`, { enabled }).then(refresh);
    try {
      if (enabled) await act();
      else {
        await ask({
          title: `Disable ${it.name}?`,
          text: it.blocking
            ? 'Nothing is held back any more: the platform is told to proceed without its workflow being run.'
            : 'Its workflow does not run any more.',
          yes: 'Disable',
          danger: true,
          act,
        });
      }
    } catch (error) {
      sayFailure(error);
    }
  }

  async function debug(on: boolean) {
    try {
      await call('PATCH', `api/v1/workflows/${it.workflowId}`, { debug: on });
      await queries.invalidateQueries({ queryKey: ['workflows'] });
      say(on ? 'Debug mode is on.' : 'Debug mode is off.');
    } catch (error) {
      sayFailure(error);
    }
  }

  async function edit() {
    try {
      const id = await workflowOf(it);
      if (!it.workflowId) await refresh();
      go(`/workflows/${id}`);
    } catch (error) {
      sayFailure(error);
    }
  }

  return (
    <tr onDoubleClick={edit}>
      <td>
        <Link href={`/triggers/${it.id}`} className="trigger-name">
          <Icon name={it.icon || 'bolt'} /> {it.name}
        </Link>
      </td>
      <td>{it.scope}</td>
      <td>
        {it.overheadMessage ? (
          <Hint text={it.overheadMessage}>
            <Button look="quiet bare">
              <Badge tone={it.enabled ? OVERHEAD[it.overhead] : 'plain'}>{it.overhead}</Badge>
            </Button>
          </Hint>
        ) : (
          <Badge tone={it.enabled ? OVERHEAD[it.overhead] : 'plain'}>{it.overhead}</Badge>
        )}
      </td>
      <td className="trigger-description">
        <Words>{it.description}</Words>
      </td>
      <td className="number">{it.counter ?? 0}</td>
      <td>
        <Sparkline buckets={buckets} />
      </td>
      <td>{it.blocking && <Badge tone="bad">blocking</Badge>}</td>
      <td>{it.coreFormat && <Icon name="check" title="yes" />}</td>
      <td>
        {it.workflowId ? (
          <Link href={`/workflows/${it.workflowId}`}>{it.workflowId}</Link>
        ) : (
          <span className="soft">–</span>
        )}
      </td>
      <td>
        <Time at={it.updatedAt} />
      </td>
      <td>{workflow && <Switch label={`Debug mode of ${it.name}`} value={workflow.debug} onChange={debug} />}</td>
      <td>
        <Switch label={`${it.name} enabled`} value={it.enabled} onChange={enable} />
      </td>
      <td className="actions">
        <IconButton small icon="diagram-project" label={`Edit the workflow of ${it.name}`} onPress={edit} />
        <Menu
          label={`More of ${it.name}`}
          commands={[
            { id: 'runs', label: 'Runs', icon: 'clock-rotate-left', run: () => go(`/runs?trigger=${it.id}`) },
            { id: 'logs', label: 'Execution logs', icon: 'file-lines', run: () => go(`/logs?trigger=${it.id}`) },
            { id: 'details', label: 'Details and settings', icon: 'sliders', run: () => go(`/triggers/${it.id}`) },
          ]}
        >
          <IconButton small icon="ellipsis" label={`More of ${it.name}`} />
        </Menu>
      </td>
    </tr>
  );
}
