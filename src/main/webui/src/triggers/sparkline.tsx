import type { ReactNode } from 'react';

/** Runs of one hour, by what came of them. */
export interface Bucket {
  success: number;
  blocked: number;
  failure: number;
  skipped: number;
}

const WIDTH = 96;
const HEIGHT = 24;
const KINDS = ['failure', 'blocked', 'success', 'skipped'] as const;

function total(bucket: Bucket): number {
  return KINDS.reduce((sum, kind) => sum + bucket[kind], 0);
}

function bars(buckets: readonly Bucket[]): ReactNode[] {
  const most = Math.max(...buckets.map(total));
  const step = WIDTH / buckets.length;
  const drawn: ReactNode[] = [];
  for (const [at, bucket] of buckets.entries()) {
    let y = HEIGHT;
    for (const kind of KINDS) {
      const height = (bucket[kind] / most) * (HEIGHT - 1);
      y -= height;
      if (height > 0) {
        drawn.push(
          <rect
            key={`${kind} ${at}`}
            className={kind}
            x={at * step}
            y={y}
            width={Math.max(1, step - 1)}
            height={Math.max(1, height)}
          />,
        );
      }
    }
  }
  return drawn;
}

/** The last day of a trigger, an hour a bar, coloured by outcome. */
export function Sparkline({ buckets }: { buckets: readonly Bucket[] | undefined }) {
  if (!buckets || buckets.every((it) => total(it) === 0)) return <span className="soft small">no runs</span>;
  const sums = KINDS.map((kind) => [kind, buckets.reduce((sum, it) => sum + it[kind], 0)] as const).filter(
    ([, sum]) => sum > 0,
  );
  const words = `Last day: ${sums.map(([kind, sum]) => `${sum} ${kind}`).join(', ')}`;
  return (
    <svg className="sparkline" width={WIDTH} height={HEIGHT} role="img" aria-label={words}>
      <title>{words}</title>
      {bars(buckets)}
    </svg>
  );
}
