import './modules.css';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { call, messageOf } from '../api/client';
import { useModules } from '../api/queries';
import type { Module } from '../api/types';
import {
  Badge,
  Button,
  Checkbox,
  Empty,
  Failure,
  Icon,
  Loading,
  Notice,
  Page,
  Search,
  Segments,
  Switch,
  say,
  sayFailure,
  TableScroll,
} from '../design';
import { useQueryParams } from '../frame/location';

const KINDS = [
  { value: 'all', label: 'All' },
  { value: 'action', label: 'Action' },
  { value: 'logic', label: 'Logic' },
  { value: 'misp-module', label: 'misp-module' },
  { value: 'custom', label: 'Custom' },
];
const STATES = [
  { value: 'all', label: 'All' },
  { value: 'blocking', label: 'Blocking' },
  { value: 'enabled', label: 'Enabled' },
  { value: 'disabled', label: 'Disabled' },
];

const keyOf = (it: Module) => `${it.type}/${it.id}`;

function isOf(kind: string, it: Module): boolean {
  switch (kind) {
    case 'all':
      return true;
    case 'action':
    case 'logic':
      return it.type === kind;
    case 'misp-module':
      return it.origin === 'misp-modules';
    default:
      return it.origin !== 'built-in' && it.origin !== 'misp-modules';
  }
}

/** Every module that nodes can be made of. */
export default function ModulesPage() {
  const queries = useQueryClient();
  const modules = useModules();
  const [query, change] = useQueryParams();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [progress, setProgress] = useState<string | null>(null);
  const kind = query.get('kind') ?? 'all';
  const state = query.get('state') ?? 'all';
  const text = (query.get('text') ?? '').toLowerCase();
  const all = (modules.data ?? []).filter((it) => it.type !== 'trigger');
  const broken = all.filter((it) => it.origin !== 'built-in' && it.diagnostics.length > 0);
  const shown = all
    .filter((it) => isOf(kind, it))
    .filter((it) => state === 'all' || (state === 'blocking' ? it.blocking : it.enabled === (state === 'enabled')))
    .filter((it) => `${it.id} ${it.name} ${it.description}`.toLowerCase().includes(text))
    .sort((a, b) => a.name.localeCompare(b.name));
  const chosen = shown.filter((it) => picked.has(keyOf(it)));

  async function enable(which: readonly Module[], enabled: boolean) {
    const failed: string[] = [];
    for (const [at, it] of which.entries()) {
      if (which.length > 1) setProgress(`${at + 1} of ${which.length}`);
      try {
        await call('PATCH', `api/v1/modules/${keyOf(it)}`, { enabled });
      } catch (error) {
        failed.push(`${it.name}: ${messageOf(error)}`);
      }
    }
    setProgress(null);
    setPicked(new Set());
    await queries.invalidateQueries({ queryKey: ['modules'] });
    if (failed.length > 0) sayFailure(new Error(failed.join(' ')));
    else if (which.length > 1) say(`${enabled ? 'Enabled' : 'Disabled'} ${which.length} modules.`);
  }

  function pick(keys: readonly string[], on: boolean) {
    const next = new Set(picked);
    for (const it of keys) on ? next.add(it) : next.delete(it);
    setPicked(next);
  }

  return (
    <Page
      title="Modules"
      what="What nodes can be made of. A disabled module does nothing, and says so in every run that meets it."
      actions={
        <>
          {progress && <span role="status">{progress}</span>}
          <Button isDisabled={chosen.length === 0 || progress !== null} onPress={() => enable(chosen, true)}>
            Enable selected
          </Button>
          <Button isDisabled={chosen.length === 0 || progress !== null} onPress={() => enable(chosen, false)}>
            Disable selected
          </Button>
        </>
      }
    >
      {broken.length > 0 && (
        <Notice tone="bad">
          <strong>Some custom modules do not work:</strong>
          {broken.map((it) => (
            <p key={keyOf(it)}>
              <Link href={`/modules/${keyOf(it)}`}>{it.name}</Link>: {it.diagnostics[0]}
            </p>
          ))}
        </Notice>
      )}
      <div className="filters">
        <Segments
          label="Kind"
          value={kind}
          options={KINDS}
          onChange={(it) => change({ kind: it === 'all' ? null : it })}
        />
        <Segments
          label="State"
          value={state}
          options={STATES}
          onChange={(it) => change({ state: it === 'all' ? null : it })}
        />
        <Search label="Search modules" value={query.get('text') ?? ''} onChange={(it) => change({ text: it })} />
      </div>
      {modules.isPending && <Loading />}
      {modules.error && <Failure error={modules.error} retry={modules.refetch} />}
      {modules.data && shown.length === 0 && (
        <Empty icon="cubes" title="No module fits">
          <p>
            Connect misp-modules, or drop a Python or Java module into the data folder:{' '}
            <Link href="/help/concepts">how</Link>.
          </p>
        </Empty>
      )}
      {shown.length > 0 && (
        <TableScroll>
          <table className="table" aria-label="Modules">
            <thead>
              <tr>
                <th scope="col">
                  <Checkbox
                    label="Select all"
                    value={chosen.length === shown.length}
                    some={chosen.length > 0 && chosen.length < shown.length}
                    onChange={(on) => pick(shown.map(keyOf), on)}
                  />
                </th>
                <th scope="col">Module name</th>
                <th scope="col">Description</th>
                <th scope="col">Type</th>
                <th scope="col">Blocking</th>
                <th scope="col">Core format</th>
                <th scope="col">Origin</th>
                <th scope="col">Enabled</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((it) => (
                <tr key={keyOf(it)}>
                  <td>
                    <Checkbox
                      label={`Select ${it.name}`}
                      value={picked.has(keyOf(it))}
                      onChange={(on) => pick([keyOf(it)], on)}
                    />
                  </td>
                  <td>
                    <Link href={`/modules/${keyOf(it)}`} className="module-name">
                      <Icon name={it.icon || 'cube'} family={it.iconClass} /> {it.name}
                    </Link>
                  </td>
                  <td className="module-description">
                    {it.description}
                    {it.enabled && it.diagnostics.length > 0 && (
                      <p className="module-diagnostic">
                        <Icon name="triangle-exclamation" /> {it.diagnostics[0]}
                      </p>
                    )}
                  </td>
                  <td>{it.type}</td>
                  <td>{it.blocking && <Badge tone="bad">blocking</Badge>}</td>
                  <td>{it.coreFormat && <Icon name="check" title="yes" />}</td>
                  <td className="nowrap">{it.origin}</td>
                  <td>
                    <Switch label={`${it.name} enabled`} value={it.enabled} onChange={(on) => enable([it], on)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </Page>
  );
}
