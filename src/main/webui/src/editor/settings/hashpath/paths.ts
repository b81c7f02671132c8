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

function token(step: Step): string {
  return isIndex(step) ? '{n}' : String(step);
}

/** The path of a key, with {n} where lists are gone through. */
export function pathOf(steps: readonly Step[]): string {
  return steps.map(token).join('.');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|\\/]/g, '\\$&');
}

/** The path of the item that has this value, with the condition that it has. */
export function conditionOf(steps: readonly Step[], value: Json, match: Match): string {
  const key = steps.at(-1);
  const parent = pathOf(steps.slice(0, -1));
  // A value in a list of plain values has no key that a condition could name.
  if (key === undefined || isIndex(key)) return pathOf(steps);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  switch (match) {
    case 'has':
      return `${parent}[${key}]`;
    case 'regex':
      return `${parent}[${key}=/\\S*${escaped(text)}\\S*/]`;
    default:
      return `${parent}[${key}${match}${text}]`;
  }
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
