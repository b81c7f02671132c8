import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { call, messageOf } from '../../api/client';
import type { Blueprint, Page } from '../../api/types';
import { Badge, Button, Choose, Dialog, Notice, say, TextInput } from '../../design';
import { writeNodes } from '../../graph/drawflow';
import { hasFilters } from '../../graph/model';
import { useEditor, useEditorStore } from '../store';

const NEW = 'new';

/** Keeps the selected nodes as a blueprint: a new one, or in place of an existing one. */
export function SaveBlueprintDialog({ onClose }: { onClose: () => void }) {
  const store = useEditorStore();
  const queries = useQueryClient();
  const trigger = useEditor((it) => it.head.trigger);
  const [name, setName] = useState('');
  const [description, setDescription] = useState(`[${trigger}]\n`);
  const [over, setOver] = useState(NEW);
  const [error, setError] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  const known = useQuery({
    queryKey: ['blueprints', 'all'],
    queryFn: () => call<Page<Blueprint>>('GET', 'api/v1/blueprints?size=200&sort=name'),
  });
  const [nodes, data] = useMemo(() => {
    const { history, selected } = store.getState();
    return [[...selected].flatMap((id) => history.graph.nodes.get(id) ?? []), writeNodes(history.graph, selected)];
  }, [store]);

  function choose(id: string) {
    setOver(id);
    const found = known.data?.items.find((it) => String(it.id) === id);
    if (found) {
      setName(found.name);
      setDescription(found.description);
    }
  }

  async function keep() {
    setPending(true);
    try {
      const body = { name, description, data };
      await (over === NEW ? call('POST', 'api/v1/blueprints', body) : call('PUT', `api/v1/blueprints/${over}`, body));
      await queries.invalidateQueries({ queryKey: ['blueprints'] });
      say(`Saved the blueprint ${name}.`);
      onClose();
    } catch (problem) {
      setError(problem);
      setPending(false);
    }
  }

  return (
    <Dialog
      open
      title="Save as blueprint"
      onClose={onClose}
      actions={
        <Button look="primary" isPending={pending} isDisabled={name.trim() === ''} onPress={keep}>
          Save the blueprint
        </Button>
      }
    >
      <div className="stack">
        <Choose
          label="Save as"
          value={over}
          onChange={choose}
          options={[
            { value: NEW, label: 'A new blueprint' },
            ...(known.data?.items ?? []).map((it) => ({ value: String(it.id), label: `In place of ${it.name}` })),
          ]}
        />
        <TextInput label="Name" value={name} onChange={setName} required autoFocus />
        <TextInput label="Description" value={description} onChange={setDescription} multiline rows={4} />
        <div>
          <h3>What goes in</h3>
          <ul>
            {nodes.map((it) => (
              <li key={it.id}>
                {it.name} {hasFilters(it.filters) && <Badge tone="good">Has filter</Badge>}{' '}
                {Object.keys(it.params).length > 0 && <Badge>Has {Object.keys(it.params).length} parameters</Badge>}
                {it.type === 'trigger' && <Badge tone="warn">left out on insertion</Badge>}
              </li>
            ))}
          </ul>
        </div>
        {error !== null && <Notice tone="bad">{messageOf(error)}</Notice>}
      </div>
    </Dialog>
  );
}
