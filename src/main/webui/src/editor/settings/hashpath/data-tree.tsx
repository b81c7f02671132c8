import { useMemo, useState } from 'react';
import { Collection, type Key, Button as RawButton, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import type { Json } from '../../../api/types';
import { Button, Icon } from '../../../design';
import type { Step } from './paths';

interface Entry {
  id: string;
  steps: Step[];
  value: Json;
}

const PAGE = 100;

function childrenOf(entry: Entry, most: number): Entry[] {
  const { value, steps } = entry;
  if (value === null || typeof value !== 'object') return [];
  const list = Array.isArray(value);
  return Object.entries(value)
    .slice(0, most)
    .map(([key, item]) => {
      const path = [...steps, list ? Number(key) : key];
      return { id: JSON.stringify(path), steps: path, value: item };
    });
}

function sizeOf(value: Json): string {
  if (Array.isArray(value)) return `[${value.length}]`;
  return value !== null && typeof value === 'object' ? `{${Object.keys(value).length}}` : '';
}

interface DataTreeProps {
  data: Json;
  onKey: (steps: Step[]) => void;
  onValue: (steps: Step[], value: Json) => void;
}

/** JSON as a tree: the keys give paths, the values conditions. Only what is open is drawn, so events may be large. */
export function DataTree({ data, onKey, onValue }: DataTreeProps) {
  const [open, setOpen] = useState<Set<Key>>(new Set(['["Event"]']));
  const [most, setMost] = useState<ReadonlyMap<string, number>>(new Map());
  const atTop = most.get('') ?? PAGE;
  const top = useMemo(() => childrenOf({ id: '', steps: [], value: data }, atTop), [data, atTop]);
  const left = data !== null && typeof data === 'object' ? Object.keys(data).length - atTop : 0;

  function row(entry: Entry) {
    const shown = most.get(entry.id) ?? PAGE;
    const size = sizeOf(entry.value);
    const count = entry.value !== null && typeof entry.value === 'object' ? Object.keys(entry.value).length : 0;
    const label = String(entry.steps.at(-1));
    return (
      <TreeItem id={entry.id} key={entry.id} textValue={label} className="data-row">
        <TreeItemContent>
          {({ hasChildItems, level }) => (
            <span className="data-line" style={{ paddingInlineStart: (level - 1) * 18 }}>
              {hasChildItems || count > 0 ? (
                <RawButton slot="chevron" className="data-chevron">
                  <Icon name={open.has(entry.id) ? 'chevron-down' : 'chevron-right'} />
                </RawButton>
              ) : (
                <span className="data-chevron" />
              )}
              <Button look="quiet" small onPress={() => onKey(entry.steps)}>
                {label}
              </Button>
              {size ? (
                <span className="soft small">{size}</span>
              ) : (
                <Button look="quiet" small onPress={() => onValue(entry.steps, entry.value)}>
                  <code className="data-value">{JSON.stringify(entry.value)}</code>
                </Button>
              )}
              {count > shown && open.has(entry.id) && (
                <Button small onPress={() => setMost(new Map(most).set(entry.id, shown + PAGE))}>
                  show more ({count - shown} left)
                </Button>
              )}
            </span>
          )}
        </TreeItemContent>
        {count > 0 && (
          <Collection items={open.has(entry.id) ? childrenOf(entry, shown) : childrenOf(entry, 1)}>{row}</Collection>
        )}
      </TreeItem>
    );
  }

  return (
    <>
      <Tree
        aria-label="Data"
        className="data-tree"
        items={top}
        dependencies={[open, most]}
        expandedKeys={open}
        onExpandedChange={(keys) => setOpen(new Set(keys))}
        selectionMode="none"
      >
        {row}
      </Tree>
      {left > 0 && (
        <Button small onPress={() => setMost(new Map(most).set('', atTop + PAGE))}>
          show more ({left} left)
        </Button>
      )}
    </>
  );
}
