import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { call } from '../../api/client';
import type { Blueprint, Page } from '../../api/types';
import { ImportDialog } from '../../blueprints/import-dialog';
import { Badge, Button, Empty, Failure, Icon, IconButton, Loading, Search } from '../../design';
import { useUi } from '../canvas/ui';
import { useEditor } from '../store';

interface BlueprintListProps {
  onInsert: (id: number) => void;
}

/** Blueprints to insert: dragged to a place, or with a button into the middle. */
export function BlueprintList({ onInsert }: BlueprintListProps) {
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [importing, setImporting] = useState(false);
  const some = useEditor((it) => it.selected.size > 0);
  const list = useQuery({
    queryKey: ['blueprints', 'all'],
    queryFn: () => call<Page<Blueprint>>('GET', 'api/v1/blueprints?size=200&sort=name'),
  });
  const wanted = text.trim().toLowerCase();
  const shown = (list.data?.items ?? []).filter((it) =>
    `${it.name} ${it.description} ${it.uuid} ${it.modules.join(' ')}`.toLowerCase().includes(wanted),
  );

  return (
    <div className="palette-list">
      <div className="row">
        <Button small icon="shapes" isDisabled={!some} onPress={() => useUi.getState().open('save-blueprint')}>
          Save selection
        </Button>
        <Button small icon="file-import" onPress={() => setImporting(true)}>
          Import
        </Button>
      </div>
      <Search label="Search blueprints" value={text} onChange={setText} />
      {list.isPending && <Loading />}
      {list.error && <Failure error={list.error} retry={list.refetch} />}
      {list.data && shown.length === 0 && (
        <Empty icon="shapes" title="No blueprint here">
          <p>Select nodes and save them as a blueprint, or import one that was exported from MISP.</p>
        </Empty>
      )}
      <ul>
        {shown.map((it) => (
          <li
            key={it.id}
            className="palette-entry"
            draggable
            onDragStart={(event) => {
              event.dataTransfer.setData('application/x-sluice-blueprint', String(it.id));
              event.dataTransfer.effectAllowed = 'copy';
            }}
          >
            <span className="palette-icon">
              <Icon name="shapes" />
            </span>
            <span className="palette-words">
              <strong>{it.name}</strong> {it.default && <Badge tone="good">default</Badge>}
              <span className="soft small palette-description">{it.description}</span>
              <span className="soft small">
                v{it.timestamp}, {it.nodes} {it.nodes === 1 ? 'node' : 'nodes'},{' '}
                <Link href={`/blueprints/${it.id}`}>…{it.uuid.slice(-8)}</Link>
              </span>
              {it.unknownModules.length > 0 && (
                <Badge tone="warn" icon="triangle-exclamation">
                  {it.unknownModules.length} unknown
                </Badge>
              )}
            </span>
            <IconButton small icon="plus" label={`Insert ${it.name}`} onPress={() => onInsert(it.id)} />
          </li>
        ))}
      </ul>
      {importing && (
        <ImportDialog
          onClose={() => setImporting(false)}
          onImported={() => queries.invalidateQueries({ queryKey: ['blueprints'] })}
        />
      )}
    </div>
  );
}
