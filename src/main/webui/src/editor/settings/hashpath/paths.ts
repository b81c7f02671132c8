import type { Json } from '../../../api/types';

export type Step = string | number;

/** How a value is turned into a condition, under the names of MISP's picker. */
export const MATCHES = [
  { value: 'has', label: 'Has key', sign: '' },
  { value: '=', label: 'Match', sign: '=' },
  { value: '!=', label: 'Differs', sign: '!=' },
  { value: '>', label: 'Greater', sign: '>' },
  { value: '>=', label: 'Greater or equal', sign: '>=' },
  { value: '<', label: 'Less', sign: '<' },
  { value: '<=', label: 'Less or equal', sign: '<=' },
  { value: 'regex', label: 'Regular expression', sign: '=' },
] as const;
export type Match = (typeof MATCHES)[number]['value'];

function isIndex(step: Step): boolean {
  return typeof step === 'number' || /^(0|[1-9][0-9]*)$/.test(step);
}

/** Names with these signs cannot be written in a path, as there is nothing to escape them with. */
const UNSPEAKABLE = /[.[\]]|^\s|\s$/;

function token(step: Step): string {
  if (isIndex(step)) return '{n}';
  return UNSPEAKABLE.test(String(step)) ? '{s}' : String(step);
}

/** The path of a key, with {n} where lists are gone through, and {s} for names that paths cannot say. */
export function pathOf(steps: readonly Step[]): string {
  return steps.map(token).join('.');
}

/** Brackets go by their numbers: they would end the condition, or leave it open. */
function escaped(text: string): string {
  return text
    .replace(/[.*+?^${}()|\\/]/g, '\\$&')
    .replaceAll('[', '\\x5B')
    .replaceAll(']', '\\x5D')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}

/** Whether a condition may compare with this as it is: not with nothing, brackets, a regular expression's look. */
function isPlain(text: string): boolean {
  return text !== '' && !/[[\]\r\n]|^[\s/]/.test(text);
}

/**
 * The path of the item that has this value, with the condition that it has. Where no condition can say it, the path of
 * the value: in a list of plain values, at the top of the data, and for what conditions cannot compare with.
 */
export function conditionOf(steps: readonly Step[], value: Json, match: Match): string {
  const key = steps.at(-1);
  const parent = pathOf(steps.slice(0, -1));
  if (key === undefined || parent === '' || isIndex(key) || /[=<>![\]]/.test(key.toString())) return pathOf(steps);
  const text = value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  if (match === 'has') return `${parent}[${key}]`;
  if (match === 'regex') return `${parent}[${key}=/\\S*${escaped(text)}\\S*/]`;
  if (isPlain(text)) return `${parent}[${key}${match}${text}]`;
  return match === '=' ? `${parent}[${key}=/^${escaped(text)}$/]` : pathOf(steps);
}

export const QUICK: ReadonlyArray<{ label: string; path: string }> = [
  { label: 'All Attributes', path: 'Event._AttributeFlattened.{n}' },
  { label: 'All tags attached to all Attributes', path: 'Event._AttributeFlattened.{n}.Tag.{n}.name' },
  { label: 'All tags attached to the Event', path: 'Event.Tag.{n}.name' },
];

export const QUICK_RELATIVE: ReadonlyArray<{ label: string; path: string }> = [
  { label: 'Attribute type', path: 'type' },
  { label: 'All tags', path: 'Tag.{n}.name' },
  { label: 'Warnings from warninglists', path: 'warnings.{n}.warninglist_category' },
  { label: 'Feed correlation', path: 'Feed.{n}.name' },
  { label: 'All enrichments', path: 'enrichment.{n}' },
];
