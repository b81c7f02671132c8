import type { Run } from '../api/types';
import { Badge, type Tone } from '../design';

export const OUTCOMES = ['success', 'blocked', 'failure', 'skipped'] as const;

const TONES: Record<Run['outcome'], Tone> = { success: 'good', blocked: 'warn', failure: 'bad', skipped: 'plain' };
const ICONS: Record<Run['outcome'], string> = {
  success: 'circle-check',
  blocked: 'hand',
  failure: 'circle-exclamation',
  skipped: 'forward',
};

export function Outcome({ run }: { run: Pick<Run, 'outcome'> }) {
  return (
    <Badge tone={TONES[run.outcome] ?? 'plain'} icon={ICONS[run.outcome]}>
      {run.outcome}
    </Badge>
  );
}
