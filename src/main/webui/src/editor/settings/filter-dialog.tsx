import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, messageOf } from '../../api/client';
import type { Json } from '../../api/types';
import { Button, Choose, Dialog, Notice, TextInput } from '../../design';
import { setFilters } from '../../graph/edits';
import { type Filters, NO_FILTERS } from '../../graph/model';
import { useEditorStore, useNode } from '../store';
import { HashPathField } from './hashpath/hash-path-field';
import { SAMPLE } from './hashpath/sample';
import { useSettled } from './use-settled';

const OPERATORS = [
  { value: 'in', label: 'In' },
  { value: 'not_in', label: 'Not in' },
  { value: 'equals', label: 'Equals' },
  { value: 'not_equals', label: 'Not equals' },
];

/** What the selector finds in the sample; without one, the top of the data. */
function useItems(selector: string) {
  return useQuery({
    queryKey: ['sample-items', selector],
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: async () =>
      selector === ''
        ? SAMPLE
        : (await call<{ result: Json }>('POST', 'api/v1/tools/hash-path', { data: SAMPLE, path: selector })).result,
  });
}

/** How many items of the sample the filter keeps. */
function useKept(items: Json | undefined, { operator, value, path }: Filters) {
  return useQuery({
    queryKey: ['filtered', items, operator, value, path],
    enabled: items !== undefined && operator !== '' && value !== '',
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const kept = await call<{ items: Json }>('POST', 'api/v1/tools/condition', { items, operator, value, path });
      return { of: Object.keys(items ?? {}).length, kept: Object.keys(kept.items ?? {}).length };
    },
  });
}

/** Which items a node works on; the others stay in the data and are left alone. */
export function FilterDialog({ nodeId, onClose }: { nodeId: string; onClose: () => void }) {
  const store = useEditorStore();
  const node = useNode(nodeId);
  const [filters, set] = useState<Filters>(node?.filters ?? NO_FILTERS);
  const [fault, setFault] = useState('');
  const asked = useSettled(filters);
  const items = useItems(asked.selector);
  const kept = useKept(items.data, asked);
  const says = asked.operator !== '' && asked.value !== '' && !items.error && !kept.error;
  const change = (part: Partial<Filters>) => {
    setFault('');
    set({ ...filters, ...part });
  };

  function keep() {
    const { selector, value, operator, path } = filters;
    if (selector !== '' && (value === '' || operator === '' || path === '')) {
      setFault('Some fields cannot be empty: with an element selector, give a value, an operator and a path.');
      return;
    }
    const none = selector === '' && value === '' && path === '';
    store.getState().edit('Change filters', (graph) => setFilters(graph, nodeId, none ? NO_FILTERS : filters));
    onClose();
  }

  return (
    <Dialog
      open
      size="wide"
      title={`Filters of ${node?.name ?? nodeId}`}
      onClose={onClose}
      actions={
        <>
          <Button look="danger" onPress={() => set(NO_FILTERS)}>
            Clear
          </Button>
          <span className="push" />
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={keep}>
            Keep
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="soft">
          The node works only on the items that the selector finds and that fulfil the condition. Nothing is taken out
          of the data.
        </p>
        <HashPathField
          label="Element selector"
          value={filters.selector}
          onChange={(selector) => change({ selector })}
          placeholder="Event._AttributeFlattened.{n}"
        />
        <TextInput
          label="Value"
          value={filters.value}
          onChange={(value) => change({ value })}
          placeholder="tlp:white"
        />
        <Choose
          label="Operator"
          value={filters.operator || null}
          placeholder="Choose an operator"
          onChange={(operator) => change({ operator })}
          options={
            OPERATORS.some((it) => it.value === filters.operator) || filters.operator === ''
              ? OPERATORS
              : [...OPERATORS, { value: filters.operator, label: filters.operator }]
          }
        />
        <HashPathField
          label="Hash path, from each item"
          relative
          sample={Object.values(items.data ?? {})[0]}
          value={filters.path}
          onChange={(path) => change({ path })}
          placeholder="Tag.{n}.name"
        />
        {fault && <Notice tone="bad">{fault}</Notice>}
        {items.error && <Notice tone="warn">{messageOf(items.error)}</Notice>}
        {kept.error && <Notice tone="warn">{messageOf(kept.error)}</Notice>}
        {says && kept.data && (
          <Notice>
            Of the sample event, {kept.data.kept} of {kept.data.of} items pass.
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
