import { expect, it } from 'vitest';
import { conditionOf, pathOf } from './paths';

const tag = ['Event', '_AttributeFlattened', 3, 'Tag', 0, 'name'];

it('goes through lists with {n}', () => expect(pathOf(tag)).toBe('Event._AttributeFlattened.{n}.Tag.{n}.name'));
it('matches a value', () =>
  expect(conditionOf(tag, 'tlp:red', '=')).toBe('Event._AttributeFlattened.{n}.Tag.{n}[name=tlp:red]'));
it('asks for a key', () => expect(conditionOf(['Event', 'info'], 'x', 'has')).toBe('Event[info]'));
it('compares', () => expect(conditionOf(['a', '0', 'score'], 45.5, '>=')).toBe('a.{n}[score>=45.5]'));
it('makes a regular expression of it', () =>
  expect(conditionOf(['Event', 'info'], 'a/b.c', 'regex')).toBe('Event[info=/\\S*a\\/b\\.c\\S*/]'));
it('has no condition for a plain value in a list', () => expect(conditionOf(['list', 1], 'b', '=')).toBe('list.{n}'));
it('has no condition at the top, where no item is named', () => {
  expect(conditionOf(['type'], 'ip-dst', '=')).toBe('type');
});
it.each([
  ['', 'Event[info=/^$/]'],
  [null, 'Event[info=/^$/]'],
  ['/etc/passwd', 'Event[info=/^\\/etc\\/passwd$/]'],
  ['a[0]', 'Event[info=/^a\\x5B0\\x5D$/]'],
  ['two\nlines', 'Event[info=/^two\\nlines$/]'],
  [' led by a space', 'Event[info=/^ led by a space$/]'],
  [true, 'Event[info=true]'],
])('matches %j, also where a plain condition cannot say it', (value, path) => {
  expect(conditionOf(['Event', 'info'], value, '=')).toBe(path);
});
it('gives the path of what cannot be compared with', () => {
  expect(conditionOf(['Event', 'info'], 'a]', '!=')).toBe('Event.info');
  expect(conditionOf(['Event', 'info'], '', '>')).toBe('Event.info');
  expect(conditionOf(['Event', 'a=b'], 'x', '=')).toBe('Event.a=b');
});
it('keeps brackets out of a regular expression', () =>
  expect(conditionOf(['Event', 'info'], '[x', 'regex')).toBe('Event[info=/\\S*\\x5Bx\\S*/]'));
it('goes by {s} where a name cannot be said', () => {
  expect(pathOf(['Event', 'a.b', 'c'])).toBe('Event.{s}.c');
  expect(pathOf(['rows[0]'])).toBe('{s}');
});
