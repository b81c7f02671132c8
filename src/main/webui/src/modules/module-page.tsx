import './modules.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { call } from '../api/client';
import type { Module } from '../api/types';
import { Badge, Failure, Icon, Loading, Notice, Page, Switch, sayFailure, TableScroll } from '../design';
import { worded } from '../drawing';
import { Execution } from './execution';

/** One module: what it is, what it asks for, and a way to try it alone. */
export default function ModulePage() {
  const { type, id } = useParams<{ type: string; id: string }>();
  const queries = useQueryClient();
  const module = useQuery({
    queryKey: ['modules', type, id],
    queryFn: () => call<Module>('GET', `api/v1/modules/${type}/${id}`),
  });
  if (module.isPending) return <Loading />;
  if (module.error) {
    return (
      <Page title="Module">
        <Failure error={module.error} retry={module.refetch} />
      </Page>
    );
  }
  const it = module.data;

  async function enable(enabled: boolean) {
    try {
      await call('PATCH', `api/v1/modules/${type}/${id}`, { enabled });
      await queries.invalidateQueries({ queryKey: ['modules'] });
    } catch (error) {
      sayFailure(error);
    }
  }

  return (
    <Page
      title={it.name}
      what={it.description}
      actions={
        it.type !== 'trigger' && (
          <Switch value={it.enabled} onChange={enable}>
            Enabled
          </Switch>
        )
      }
    >
      {it.diagnostics.map((text) => (
        <Notice key={text} tone="warn">
          {text}
        </Notice>
      ))}
      {it.remarks.map((text) => (
        <Notice key={text}>{text}</Notice>
      ))}
      <section className="card padded">
        <dl className="facts">
          <dt>Id</dt>
          <dd>
            <Icon name={it.icon || 'cube'} family={it.iconClass} /> <code>{it.id}</code>, version {it.version}
          </dd>
          <dt>Type</dt>
          <dd>{it.type}</dd>
          <dt>Origin</dt>
          <dd>{it.origin}</dd>
          <dt>Blocking</dt>
          <dd>{it.blocking ? <Badge tone="bad">blocking</Badge> : 'no'}</dd>
          <dt>Expects MISP core format</dt>
          <dd>{it.coreFormat ? 'yes' : 'no'}</dd>
          <dt>Outputs</dt>
          <dd>{it.exits.length === 0 ? 'none: a path ends here' : it.exits.join(', ')}</dd>
          <dt>Filters</dt>
          <dd>{it.supportFilters ? 'can work on chosen items only' : 'no'}</dd>
        </dl>
      </section>
      <Parameters module={it} />
      {it.type !== 'trigger' && <Execution module={it} />}
    </Page>
  );
}

function Parameters({ module }: { module: Module }) {
  if (module.params.length === 0) return null;
  return (
    <section className="stack">
      <h2>Parameters</h2>
      <TableScroll>
        <table className="table" aria-label="Parameters">
          <thead>
            <tr>
              <th scope="col">Label</th>
              <th scope="col">Id</th>
              <th scope="col">Type</th>
              <th scope="col">Default</th>
              <th scope="col">Choices</th>
              <th scope="col">Shown when</th>
            </tr>
          </thead>
          <tbody>
            {module.params.map((it) => (
              <tr key={it.id}>
                <td>
                  {it.label} {it.required && <Badge tone="warn">needed</Badge>}{' '}
                  {it.jinjaSupported && <Badge tone="accent">Jinja</Badge>}
                </td>
                <td>
                  <code>{it.id}</code>
                </td>
                <td>
                  {it.type}
                  {it.multiple && ', several'}
                </td>
                <td>{worded(it, it.standard)}</td>
                <td>{it.options.map((option) => option.label).join(', ')}</td>
                <td>
                  {Object.entries(it.displayOn)
                    .map(([id, values]) => `${id}: ${values.join(' or ')}`)
                    .join('; ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
