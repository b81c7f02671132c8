import { call } from '../../api/client';
import type { Blueprint, Json } from '../../api/types';
import { say, sayFailure } from '../../design';
import type { Point } from '../../graph/edits';
import { pasteNodes } from '../clipboard';
import type { EditorStore } from '../store';

/** Puts a copy of a blueprint on the canvas, in a frame of its name; one step, and nothing is saved by it. */
export async function insertBlueprint(store: EditorStore, id: number, at: Point): Promise<void> {
  try {
    const { name, data, unknownModules } = await call<Blueprint>('GET', `api/v1/blueprints/${id}`);
    const count = pasteNodes(store, (data ?? []) as Json, at, `Insert ${name}`, name);
    if (count === 0) say(`${name} holds nothing but a trigger.`, 'info');
    else if (unknownModules.length > 0) {
      say(`Inserted ${name}. Not installed here, and so without effect: ${unknownModules.join(', ')}.`, 'warn');
    } else say(`Inserted ${name}: ${count} nodes.`);
  } catch (error) {
    sayFailure(error);
  }
}
