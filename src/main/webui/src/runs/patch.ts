import type { Change, Json } from '../api/types';

/** One place that changed, with what stood there before and after. */
export interface Difference {
  op: string;
  path: string;
  before?: Json;
  after?: Json;
}

type Holder = { [key: string]: Json } | Json[];

function keysOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((it) => it.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function isHolder(value: Json | undefined): value is Holder {
  return value !== null && typeof value === 'object';
}

/** What stands at a place of the data (RFC 6901); undefined where there is nothing. */
export function valueAt(data: Json, pointer: string): Json | undefined {
  let value: Json | undefined = data;
  for (const key of keysOf(pointer)) {
    if (!isHolder(value)) return undefined;
    value = (value as { [key: string]: Json })[key];
  }
  return value;
}

function put(data: Json, pointer: string, value: Json, insert: boolean): void {
  const keys = keysOf(pointer);
  const last = keys.pop();
  const holder = valueAt(data, keys.map((it) => `/${it.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''));
  if (last === undefined || !isHolder(holder)) return;
  if (Array.isArray(holder)) {
    if (last === '-') holder.push(value);
    else holder.splice(Number(last), insert ? 0 : 1, value);
  } else holder[last] = value;
}

function drop(data: Json, pointer: string): void {
  const keys = keysOf(pointer);
  const last = keys.pop();
  const holder = valueAt(data, keys.map((it) => `/${it.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''));
  if (last === undefined || !isHolder(holder)) return;
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
}

/** Does the changes (RFC 6902) to the data, and tells each with what it met. Changes of the data itself are seen by later ones. */
export function applied(data: Json, changes: readonly Change[]): Difference[] {
  return changes.map(({ op, path, value, from }) => {
    const before = valueAt(data, path);
    const moved = from === undefined ? undefined : valueAt(data, from);
    if (op === 'remove') drop(data, path);
    else if (op === 'move' || op === 'copy') {
      if (op === 'move' && from !== undefined) drop(data, from);
      if (moved !== undefined) put(data, path, structuredClone(moved), true);
    } else if (value !== undefined) put(data, path, structuredClone(value), op === 'add');
    const inserted = op === 'add' && Array.isArray(valueAt(data, path.slice(0, path.lastIndexOf('/'))));
    const after = op === 'remove' ? undefined : (value ?? moved);
    return {
      op,
      path,
      ...(before === undefined || inserted ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    };
  });
}
