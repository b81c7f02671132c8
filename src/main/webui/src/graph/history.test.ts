import { expect, it } from 'vitest';
import { read } from './drawflow';
import { begin, redo, take, undo } from './history';

const graph = (x: number) => read({ '1': { id: 1, pos_x: x, data: { id: 'a', module_type: 'trigger' } } });
const [a, b, c] = [graph(1), graph(2), graph(3)];

it('goes back and forth step by step', () => {
  const done = take(take(begin(a), 'first', b), 'second', c);
  expect(undo(done).graph).toBe(b);
  expect(undo(undo(done)).graph).toBe(a);
  expect(undo(undo(undo(done))).graph).toBe(a);
  expect(redo(undo(done)).graph).toBe(c);
  expect(undo(done).future[0]?.label).toBe('second');
});

it('forgets what was undone once something else is done', () => {
  const other = take(undo(take(begin(a), 'first', b)), 'other', c);
  expect(redo(other)).toBe(other);
  expect(undo(other).graph).toBe(a);
});

it('takes typing on in one field as one step', () => {
  const typed = take(take(begin(a), 'type', b, '1:name', 0), 'type', c, '1:name', 500);
  expect(undo(typed).graph).toBe(a);
  const later = take(take(begin(a), 'type', b, '1:name', 0), 'type', c, '1:name', 5_000);
  expect(undo(later).graph).toBe(b);
});

it('does not count what changed nothing', () => {
  const start = begin(a);
  expect(take(start, 'nothing', a)).toBe(start);
});
