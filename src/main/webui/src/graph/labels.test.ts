import { expect, it } from 'vitest';
import type { Json } from '../api/types';
import { read } from './drawflow';
import { filterLabels } from './labels';

function node(id: number, module: string, to: number[], label?: string): Json {
  return {
    id,
    data: {
      id: module,
      module_type: id === 1 ? 'trigger' : 'logic',
      indexed_params: label === undefined ? [] : { 'filtering-label': label },
    },
    outputs: { output_1: { connections: to.map((it) => ({ node: String(it), output: 'input_1' })) } },
  };
}

const labelsOf = (...nodes: Json[]) =>
  Object.fromEntries(
    [...filterLabels(read(nodes))].map(([wire, labels]) => [wire.replace(/:.*>/, '>').replace(/:.*/, ''), labels]),
  );

it('adds the label of each filter that is passed', () =>
  expect(
    labelsOf(
      node(1, 'event-publish', [2]),
      node(2, 'generic-filter-data', [3]),
      node(3, 'generic-filter-data', [4], 'B'),
      node(4, 'webhook', []),
    ),
  ).toEqual({ '2>3': ['A'], '3>4': ['A', 'B'] }));

it('takes away the one that is reset', () =>
  expect(
    labelsOf(
      node(1, 'event-publish', [2]),
      node(2, 'generic-filter-data', [3], 'A'),
      node(3, 'generic-filter-data', [4], 'B'),
      node(4, 'generic-filter-reset', [5], 'A'),
      node(5, 'webhook', []),
    )['4>5'],
  ).toEqual(['B']));

it('takes away all', () =>
  expect(
    labelsOf(
      node(1, 'event-publish', [2]),
      node(2, 'generic-filter-data', [3]),
      node(3, 'generic-filter-reset', [4]),
      node(4, 'webhook', []),
    )['3>4'],
  ).toBeUndefined());

it('takes those of each way where ways join', () =>
  expect(
    labelsOf(
      node(1, 'event-publish', [2, 3]),
      node(2, 'generic-filter-data', [4], 'C'),
      node(3, 'generic-filter-data', [4], 'D'),
      node(4, 'webhook', [5]),
      node(5, 'webhook', []),
    )['4>5']?.toSorted(),
  ).toEqual(['C', 'D']));

it('ends on a circle', () =>
  expect(labelsOf(node(1, 'event-publish', [2]), node(2, 'generic-filter-data', [3]), node(3, 'webhook', [2]))).toEqual(
    {
      '2>3': ['A'],
      '3>2': ['A'],
    },
  ));
