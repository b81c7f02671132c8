import './blueprints.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useParams } from 'wouter';
import { call, messageOf } from '../api/client';
import { useModules } from '../api/queries';
import type { Blueprint, Json } from '../api/types';
import { Badge, Button, Code, Dialog, Failure, Loading, Notice, Page, say, sayFailure, TextInput } from '../design';
import { Drawing } from '../drawing';
import { go } from '../frame/location';
import { read } from '../graph/drawflow';
import { deleteBlueprint, exportBlueprint } from './blueprints-page';

/** One blueprint: its drawing and its data. */
export default function BlueprintPage() {
  const { id } = useParams<{ id: string }>();
  const queries = useQueryClient();
  const modules = useModules();
  const [editing, setEditing] = useState(false);
  const [shown, setShown] = useState(false);
  const blueprint = useQuery({
    queryKey: ['blueprints', id],
    queryFn: () => call<Blueprint>('GET', `api/v1/blueprints/${id}`),
  });
  const graph = useMemo(() => read((blueprint.data?.data ?? []) as Json), [blueprint.data]);
  if (blueprint.isPending) return <Loading />;
  if (blueprint.error) {
    return (
      <Page title="Blueprint">
        <Failure error={blueprint.error} retry={blueprint.refetch} />
      </Page>
    );
  }
  const it = blueprint.data;

  async function remove() {
    if (!(await deleteBlueprint(it))) return;
    await queries.invalidateQueries({ queryKey: ['blueprints'] });
    go('/blueprints');
  }

  return (
    <Page
      title={it.name}
      what={<span className="blueprint-description">{it.description}</span>}
      actions={
        <>
          <Button icon="pen" onPress={() => setEditing(true)}>
            Edit
          </Button>
          <Button icon="file-export" onPress={() => exportBlueprint(it).catch(sayFailure)}>
            Export
          </Button>
          <Button look="danger" icon="trash" onPress={remove}>
            Delete
          </Button>
        </>
      }
    >
      {it.unknownModules.length > 0 && (
        <Notice tone="warn">Not installed here, and so without effect: {it.unknownModules.join(', ')}.</Notice>
      )}
      <section className="card padded">
        <dl className="facts">
          <dt>Id</dt>
          <dd>{it.id}</dd>
          <dt>UUID</dt>
          <dd>
            <code>{it.uuid}</code>
          </dd>
          <dt>Default</dt>
          <dd>{it.default ? <Badge tone="good">as the library has it</Badge> : 'no'}</dd>
          <dt>Timestamp</dt>
          <dd>
            {it.timestamp} ({new Date(it.timestamp * 1000).toLocaleString('en-GB')})
          </dd>
          <dt>Nodes</dt>
          <dd>{it.nodes}</dd>
        </dl>
      </section>
      {modules.data && <Drawing label={`Drawing of ${it.name}`} graph={graph} modules={modules.data} />}
      <section className="stack">
        <div className="row">
          <h2>Data</h2>
          <Button small aria-expanded={shown} onPress={() => setShown(!shown)}>
            {shown ? 'Hide' : 'Show'}
          </Button>
        </div>
        {shown && (
          <Code label="Data of the blueprint" language="json" readOnly value={JSON.stringify(it.data, null, 2)} />
        )}
      </section>
      {editing && <EditDialog blueprint={it} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function EditDialog({ blueprint, onClose }: { blueprint: Blueprint; onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState(blueprint.name);
  const [description, setDescription] = useState(blueprint.description);
  const [error, setError] = useState<unknown>(null);

  async function keep() {
    try {
      await call('PUT', `api/v1/blueprints/${blueprint.id}`, { name, description });
      await queries.invalidateQueries({ queryKey: ['blueprints'] });
      say('Kept.');
      onClose();
    } catch (problem) {
      setError(problem);
    }
  }

  return (
    <Dialog
      open
      title="Edit the blueprint"
      onClose={onClose}
      actions={
        <Button look="primary" isDisabled={name.trim() === ''} onPress={keep}>
          Keep
        </Button>
      }
    >
      <div className="stack">
        <TextInput label="Name" value={name} onChange={setName} required autoFocus />
        <TextInput label="Description" value={description} onChange={setDescription} multiline rows={5} />
        {blueprint.default && <Notice>It will not be updated from the library any more, unless by force.</Notice>}
        {error !== null && <Notice tone="bad">{messageOf(error)}</Notice>}
      </div>
    </Dialog>
  );
}
