import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Json } from '../api/types';
import { read, write, writeNodes } from './drawflow';
import { connect, disconnect, insertInto, insertNodes, moveNodes, removeNodes, setParam } from './edits';
import type { Tree } from './model';
import { refusal } from './rules';

function node(id: number, module: string, type: string, outputs: Json, inputs: Json, more: Tree = {}): Tree {
  return {
    id,
    name: module,
    class: 'block-type-default',
    typenode: false,
    pos_x: id * 100,
    pos_y: 5.5,
    ours: { kept: true },
    data: { id: module, module_type: type, indexed_params: [], saved_filters: [], odd: [1], ...more },
    inputs,
    outputs,
  };
}

const to = (...ids: number[]) => ({ connections: ids.map((id) => ({ node: String(id), output: 'input_1' })) });
const from = (id: number, exit = 'output_1') => ({ connections: [{ node: String(id), input: exit }] });

const STORED: Tree = {
  '1': node(1, 'event-publish', 'trigger', { output_1: to(3) }, []),
  '3': node(3, 'tag-if', 'logic', { output_1: to(4), output_2: to() }, { input_1: from(1) }),
  '4': node(4, 'stop-execution', 'action', [], { input_1: from(3) }, { unknown: 'x' }),
  _frames: { abc: { id: 'abc', text: 'mine', nodes: [3, '4'], class: '', colour: 'red' } },
};

describe('a graph', () => {
  it('comes out as it went in, with what we do not know of', () => {
    expect(write(read(STORED))).toEqual(STORED);
  });

  it('keeps all but what an edit is about', () => {
    const moved = write(moveNodes(read(STORED), new Map([['3', { x: 7, y: 8 }]])));
    expect(moved).toEqual({ ...STORED, '3': { ...(STORED['3'] as Tree), pos_x: 7, pos_y: 8 } });
  });

  it('stores a wire at both its ends', () => {
    const graph = connect(read(STORED), { from: '3', exit: 'output_2', to: '4', entry: 'input_1' });
    const tree = write(graph);
    expect((tree['3'] as Tree).outputs).toEqual({ output_1: to(4), output_2: to(4) });
    expect((tree['4'] as Tree).inputs).toEqual({
      input_1: {
        connections: [
          { node: '3', input: 'output_1' },
          { node: '3', input: 'output_2' },
        ],
      },
    });
    const without = write(disconnect(graph, [{ from: '3', exit: 'output_2', to: '4', entry: 'input_1' }]));
    expect(without).toEqual(STORED);
  });

  it('keeps the wires of the error exit where MISP does not follow them', () => {
    const graph = connect(read(STORED), { from: '4', exit: 'error', to: '3', entry: 'input_1' });
    const tree = write(graph);
    expect((tree['4'] as { data: Tree }).data.sluice).toEqual({ errorExit: to(3) });
    expect((tree['3'] as Tree).inputs).toEqual({ input_1: from(1) });
    expect(read(tree).wires).toHaveLength(3);
  });

  it('reads what PHP wrote as lists', () => {
    const graph = read([
      node(0, 'a', 'trigger', { output_1: to(1) }, []),
      node(1, 'b', 'action', [], { input_1: from(0) }),
    ]);
    expect([...graph.nodes.keys()]).toEqual(['0', '1']);
    expect(graph.wires).toEqual([{ from: '0', exit: 'output_1', to: '1', entry: 'input_1' }]);
  });

  it('drops the labels that are only shown', () => {
    const shown = structuredClone(STORED);
    const input = { node: '1', input: 'output_1', labels: [{ id: 'a', name: 'A', variant: 'info' }] };
    (shown['3'] as Tree).inputs = { input_1: { connections: [input] } };
    const graph = read(shown);
    expect(write(graph)).toEqual(STORED);
  });

  it('loses nodes with their wires, and never its trigger', () => {
    const graph = removeNodes(read(STORED), new Set(['1', '4']));
    expect([...graph.nodes.keys()]).toEqual(['1', '3']);
    expect(graph.wires).toHaveLength(1);
    expect(graph.frames[0]?.nodes).toEqual(['3']);
  });

  it('takes a node into a wire', () => {
    const [graph, [id]] = insertNodes(read(STORED), [STORED['3'] as Tree], { x: 1, y: 2 });
    const wire = graph.wires[0];
    if (!wire || !id) throw new Error('nothing inserted');
    const next = insertInto(graph, wire, id);
    expect(next.wires.map((it) => `${it.from}>${it.to}`)).toEqual(['1>5', '3>4', '5>3']);
  });

  it('takes nodes of another graph under new numbers, without triggers', () => {
    const copied = writeNodes(read(STORED), new Set(['1', '3', '4']));
    const [graph, ids] = insertNodes(read(STORED), copied, { x: 0, y: 0 }, 'a frame');
    expect(ids).toEqual(['5', '6']);
    expect(graph.wires).toHaveLength(3);
    expect(graph.frames).toHaveLength(2);
    const again = read(write(graph));
    expect([...again.nodes.values()].map((it) => it.module)).toEqual([
      'event-publish',
      'tag-if',
      'stop-execution',
      'tag-if',
      'stop-execution',
    ]);
    expect(again.nodes.get('5')?.x).toBe(0);
  });

  it('does not change when nothing is said', () => {
    const graph = setParam(read(STORED), '3', 'scope', 'event');
    expect(setParam(graph, '3', 'scope', 'event')).toBe(graph);
    expect(removeNodes(graph, new Set(['77']))).toBe(graph);
  });
});

describe('a wire is refused', () => {
  const graph = read(STORED);
  const wire = (start: string, exit: string, end: string) => ({ from: start, exit, to: end, entry: 'input_1' });

  it('where it closes a circle', () => expect(refusal(graph, wire('4', 'error', '3'))).toMatch(/cycle/));
  it('where the output has one', () => expect(refusal(graph, wire('1', 'output_1', '4'))).toMatch(/Only one wire/));
  it('into a trigger', () => expect(refusal(graph, wire('3', 'output_2', '1'))).toMatch(/trigger/));
  it('when it is there', () => expect(refusal(graph, wire('3', 'output_1', '4'))).toMatch(/already/));
  it('but not else', () => expect(refusal(graph, wire('3', 'output_2', '4'))).toBeNull());
});

const RECORDED = '../../test/resources/conformance/graphs.json';

describe.skipIf(!existsSync(RECORDED))('the recorded workflows of MISP', () => {
  it('come out as they went in', () => {
    const graphs: Json[] = [];
    const collect = (value: Json) => {
      if (value === null || typeof value !== 'object') return;
      const parts = Object.values(value);
      if (
        !Array.isArray(value) &&
        parts.some((it) => it !== null && typeof it === 'object' && 'outputs' in it && 'data' in it)
      ) {
        graphs.push(value);
      } else parts.forEach(collect);
    };
    collect(JSON.parse(readFileSync(RECORDED, 'utf8')));
    expect(graphs.length).toBeGreaterThan(50);
    for (const graph of graphs) expect(write(read(graph))).toEqual(graph);
  });
});
