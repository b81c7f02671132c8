import { expect, it } from 'vitest';
import { applied, valueAt } from './patch';

const data = () => ({ Event: { info: 'a', Tag: [{ name: 'x' }, { name: 'y' }], 'odd/key~': 1 } });

it('tells what stood there before', () =>
  expect(applied(data(), [{ op: 'replace', path: '/Event/info', value: 'b' }])).toEqual([
    { op: 'replace', path: '/Event/info', before: 'a', after: 'b' },
  ]));

it('sees what an earlier change did', () =>
  expect(
    applied(data(), [
      { op: 'replace', path: '/Event/info', value: 'b' },
      { op: 'replace', path: '/Event/info', value: 'c' },
    ])[1],
  ).toEqual({ op: 'replace', path: '/Event/info', before: 'b', after: 'c' }));

it('puts into lists, and takes out of them', () => {
  const event = data();
  const told = applied(event, [
    { op: 'add', path: '/Event/Tag/0', value: { name: 'new' } },
    { op: 'remove', path: '/Event/Tag/2' },
    { op: 'add', path: '/Event/Tag/-', value: { name: 'last' } },
  ]);
  expect(event.Event.Tag.map((it) => it.name)).toEqual(['new', 'x', 'last']);
  expect(told[0]).toEqual({ op: 'add', path: '/Event/Tag/0', after: { name: 'new' } });
  expect(told[1]).toEqual({ op: 'remove', path: '/Event/Tag/2', before: { name: 'y' } });
});

it('reads names with signs in them', () => expect(valueAt(data(), '/Event/odd~1key~0')).toBe(1));

it('moves', () => {
  const event = data();
  applied(event, [{ op: 'move', from: '/Event/info', path: '/Event/title' }]);
  expect(valueAt(event, '/Event/title')).toBe('a');
  expect(valueAt(event, '/Event/info')).toBeUndefined();
});

it('is not upset by a place that is not there', () =>
  expect(applied(data(), [{ op: 'remove', path: '/no/such/place' }])).toEqual([
    { op: 'remove', path: '/no/such/place' },
  ]));
