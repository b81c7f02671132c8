import './status.css';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/client';
import { Badge, Button, Failure, Icon, Loading, Notice, Page, TableScroll, Time } from '../design';

interface Part {
  name: string;
  /** up, down, off (not configured) */
  state: string;
  detail: string;
}

interface Status {
  at: string;
  parts: Part[];
  versions: Record<string, string>;
  figures: Array<{ name: string; value: string }>;
  settings: Array<{ name: string; value: string; source: string }>;
}

const LOOK: Record<string, { tone: 'good' | 'bad' | 'plain'; icon: string; word: string }> = {
  up: { tone: 'good', icon: 'circle-check', word: 'works' },
  down: { tone: 'bad', icon: 'circle-exclamation', word: 'does not work' },
  off: { tone: 'plain', icon: 'circle-minus', word: 'not set up' },
};

/** What Sluice stands on and talks to, and the settings in force. */
export default function StatusPage() {
  const status = useQuery({ queryKey: ['status'], queryFn: () => call<Status>('GET', 'api/v1/status') });
  const down = status.data?.parts.filter((it) => it.state === 'down') ?? [];
  return (
    <Page
      title="Status"
      what={
        status.data && (
          <>
            Looked at <Time at={status.data.at} />.
          </>
        )
      }
      actions={
        <Button icon="rotate-right" isPending={status.isFetching} onPress={() => status.refetch()}>
          Look again
        </Button>
      }
    >
      {status.isPending && <Loading what="Looking" />}
      {status.error && <Failure error={status.error} retry={status.refetch} />}
      {status.data && (
        <>
          {down.length > 0 ? (
            <Notice tone="bad">{down.map((it) => it.name).join(', ')}: see below what to do.</Notice>
          ) : (
            <Notice tone="good">Everything that is set up works.</Notice>
          )}
          <div className="parts">
            {status.data.parts.map((it) => {
              const look = LOOK[it.state] ?? { tone: 'plain' as const, icon: 'circle-question', word: it.state };
              return (
                <section key={it.name} className="card padded stack">
                  <div className="row">
                    <h2>{it.name}</h2>
                    <span className="push" />
                    <Badge tone={look.tone} icon={look.icon}>
                      {look.word}
                    </Badge>
                  </div>
                  <p className="part-detail">{it.detail}</p>
                </section>
              );
            })}
          </div>
          <div className="parts">
            <section className="card padded stack">
              <h2>
                <Icon name="code-branch" /> Versions
              </h2>
              <dl className="facts">
                {Object.entries(status.data.versions).map(([name, value]) => (
                  <div key={name} className="pair">
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </section>
            <section className="card padded stack">
              <h2>
                <Icon name="gauge" /> Figures
              </h2>
              <dl className="facts">
                {status.data.figures.map((it) => (
                  <div key={it.name} className="pair">
                    <dt>{it.name}</dt>
                    <dd>{it.value}</dd>
                  </div>
                ))}
              </dl>
            </section>
          </div>
          <section className="stack">
            <h2>Settings in force</h2>
            <p className="soft">Secrets are masked. README tells what each does.</p>
            <TableScroll>
              <table className="table" aria-label="Settings in force">
                <thead>
                  <tr>
                    <th scope="col">Setting</th>
                    <th scope="col">Value</th>
                    <th scope="col">From</th>
                  </tr>
                </thead>
                <tbody>
                  {status.data.settings.map((it) => (
                    <tr key={it.name}>
                      <td>
                        <code>{it.name}</code>
                      </td>
                      <td>
                        <code>{it.value}</code>
                      </td>
                      <td className="soft">{it.source}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          </section>
        </>
      )}
    </Page>
  );
}
