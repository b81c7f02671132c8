import './blueprints.css';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { call } from '../api/client';
import type { Blueprint, Page as PageOf } from '../api/types';
import {
  ask,
  Badge,
  Button,
  Empty,
  Failure,
  IconButton,
  Loading,
  Menu,
  Page,
  Pager,
  Search,
  say,
  sayFailure,
  TableScroll,
} from '../design';
import { go, useQueryParams } from '../frame/location';
import { download } from './download';
import { ImportDialog } from './import-dialog';

interface Loaded {
  folder: string;
  created: number;
  updated: number;
  unchanged: number;
  problems: Array<{ file: string; message: string }>;
}

export async function exportBlueprint({ id, name }: Blueprint): Promise<void> {
  const file = `blueprint_${name.toLowerCase().replace(/\s+/g, '-')}_${Math.floor(Date.now() / 1000)}.json`;
  download(file, await call('GET', `api/v1/blueprints/${id}/export`));
}

/** Asks, then deletes; whether it did. */
export function deleteBlueprint({ id, name }: Blueprint): Promise<boolean> {
  return ask({
    title: `Delete ${name}?`,
    text: 'Workflows into which it was inserted stay as they are.',
    yes: 'Delete',
    danger: true,
    act: () => call('DELETE', `api/v1/blueprints/${id}`),
  });
}

/** Parts of workflows that are kept to be used again. */
export default function BlueprintsPage() {
  const queries = useQueryClient();
  const [query, change] = useQueryParams();
  const [importing, setImporting] = useState(false);
  const [updating, setUpdating] = useState(false);
  const page = query.get('page') ?? '1';
  const text = query.get('text') ?? '';
  const asked = new URLSearchParams({ size: '50', page, sort: 'name' });
  if (text) asked.set('text', text);
  const list = useQuery({
    queryKey: ['blueprints', page, text],
    queryFn: () => call<PageOf<Blueprint>>('GET', `api/v1/blueprints?${asked}`),
    placeholderData: keepPreviousData,
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ['blueprints'] });

  async function update(force: boolean) {
    setUpdating(true);
    try {
      const told = await call<Loaded>('POST', `api/v1/blueprints/library?force=${force}`);
      await refresh();
      say(`From the library: ${told.created} new, ${told.updated} updated, ${told.unchanged} as they were.`);
      for (const it of told.problems) say(`${it.file}: ${it.message}`, 'bad');
    } catch (error) {
      sayFailure(error);
    } finally {
      setUpdating(false);
    }
  }

  async function forceUpdate() {
    const yes = await ask({
      title: 'Update all from the library?',
      text: 'Every blueprint of the library is taken anew, also those that were changed here.',
      yes: 'Update all',
      danger: true,
    });
    if (yes) await update(true);
  }

  return (
    <Page
      title="Blueprints"
      what="Parts of workflows, kept to be inserted into others. Save one from the editor, or import one that was exported from MISP."
      actions={
        <>
          <Button icon="file-import" onPress={() => setImporting(true)}>
            Import
          </Button>
          <Button icon="book" isPending={updating} onPress={() => update(false)}>
            Update from the library
          </Button>
          <Menu
            label="More"
            commands={[
              { id: 'force', label: 'Update all, even if changed here', icon: 'book', danger: true, run: forceUpdate },
            ]}
          >
            <IconButton icon="ellipsis" label="More ways to update" />
          </Menu>
        </>
      }
    >
      <div className="filters">
        <Search label="Search blueprints" value={text} onChange={(it) => change({ text: it, page: null })} />
      </div>
      {list.isPending && <Loading />}
      {list.error && <Failure error={list.error} retry={list.refetch} />}
      {list.data?.items.length === 0 && (
        <Empty icon="shapes" title="No blueprint here">
          <p>Select nodes in the editor and press B, import a file, or update from the library.</p>
        </Empty>
      )}
      {list.data && list.data.items.length > 0 && (
        <>
          <TableScroll>
            <table className="table" aria-label="Blueprints">
              <thead>
                <tr>
                  <th scope="col">Id</th>
                  <th scope="col">Name</th>
                  <th scope="col">Default</th>
                  <th scope="col">Description</th>
                  <th scope="col" className="number">
                    Nodes
                  </th>
                  <th scope="col">Modules</th>
                  <th scope="col">Timestamp</th>
                  <th scope="col">UUID</th>
                  <th scope="col">
                    <span className="visually-hidden">Actions</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {list.data.items.map((it) => (
                  <tr key={it.id}>
                    <td className="number">{it.id}</td>
                    <td>
                      <Link href={`/blueprints/${it.id}`} className="blueprint-name">
                        {it.name}
                      </Link>
                    </td>
                    <td>{it.default && <Badge tone="good">default</Badge>}</td>
                    <td className="blueprint-description">{it.description}</td>
                    <td className="number">{it.nodes}</td>
                    <td>
                      <span className="row">
                        {it.modules.map((module) => (
                          <Badge
                            key={module}
                            tone={it.unknownModules.includes(module) ? 'warn' : 'plain'}
                            icon={it.unknownModules.includes(module) ? 'triangle-exclamation' : undefined}
                          >
                            {module}
                          </Badge>
                        ))}
                      </span>
                    </td>
                    <td>{new Date(it.timestamp * 1000).toLocaleDateString('en-GB')}</td>
                    <td>
                      <code>{it.uuid}</code>
                    </td>
                    <td className="actions">
                      <IconButton
                        small
                        icon="file-export"
                        label={`Export ${it.name}`}
                        onPress={() => exportBlueprint(it).catch(sayFailure)}
                      />
                      <IconButton
                        small
                        icon="trash"
                        label={`Delete ${it.name}`}
                        onPress={() =>
                          deleteBlueprint(it).then((yes) => {
                            if (yes) refresh();
                          })
                        }
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
          <Pager {...list.data} onPage={(next) => change({ page: String(next) })} />
        </>
      )}
      {importing && (
        <ImportDialog
          onClose={() => setImporting(false)}
          onImported={(it) => {
            refresh();
            go(`/blueprints/${it.id}`);
          }}
        />
      )}
    </Page>
  );
}
