import { expect, it } from 'vitest';
import { keepMine } from './keep-mine';

it('puts the drawing on the clipboard', async () => {
  const written: string[] = [];
  const clipboard = { writeText: async (text: string) => void written.push(text) };
  let files = 0;
  expect(await keepMine('{"1":{}}', clipboard, () => files++)).toBe('clipboard');
  expect(written).toEqual(['{"1":{}}']);
  expect(files).toBe(0);
});

it('makes a file where there is no clipboard, as without https', async () => {
  let files = 0;
  expect(await keepMine('{}', undefined, () => files++)).toBe('file');
  expect(files).toBe(1);
});

it('makes a file where the browser refuses its clipboard', async () => {
  const clipboard = { writeText: () => Promise.reject(new Error('not allowed')) };
  let files = 0;
  expect(await keepMine('{}', clipboard, () => files++)).toBe('file');
  expect(files).toBe(1);
});
