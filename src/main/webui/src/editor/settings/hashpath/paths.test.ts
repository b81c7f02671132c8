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
