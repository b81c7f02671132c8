import { expect, it } from 'vitest';
import type { VisitedNode } from '../api/types';
import { read } from './drawflow';
import { followedWires } from './walked';

const wires = (...to: string[]) => ({ connections: to.map((node) => ({ node, output: 'input_1' })) });
const graph = read({
  '1': { id: 1, data: { id: 'event-publish', module_type: 'trigger' }, outputs: { output_1: wires('2') } },
  '2': { id: 2, data: { id: 'tag-if', module_type: 'logic' }, outputs: { output_1: wires('3'), output_2: wires('4') } },
  '3': { id: 3, data: { id: 'stop-execution', module_type: 'action' } },
  '4': { id: 4, data: { id: 'webhook', module_type: 'action' } },
});
const visited = (nodeId: number, type: string, result: string): VisitedNode => ({
  nodeId,
  module: '',
  type,
  result,
  errors: [],
  durationMicros: 1,
});
const exits = (id: string) => (id === '2' ? ['then', 'else'] : ['out']);

it('marks the ways that a run took', () => {
  const followed = followedWires(graph, [visited(2, 'logic', 'else'), visited(4, 'action', 'continued')], exits);
  expect([...followed]).toEqual(['1:output_1>2:input_1', '2:output_2>4:input_1']);
});

it('marks nothing behind a node that was not reached', () => {
  expect([...followedWires(graph, [], exits)]).toEqual([]);
});
