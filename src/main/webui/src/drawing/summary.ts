import type { Json, Module, Param } from '../api/types';
import type { Node } from '../graph/model';

export interface Line {
  id: string;
  label: string;
  value: string;
}

const MOST = 4;

/** A stored value in the words of the form. */
export function worded(param: Param, value: Json | undefined): string {
  const word = (it: Json): string => {
    const known = param.options.find((option) => option.value === it || String(option.value) === String(it));
    if (known) return known.label;
    return it !== null && typeof it === 'object' ? JSON.stringify(it) : String(it ?? '');
  };
  return Array.isArray(value) ? value.map(word).filter(Boolean).join(', ') : word(value ?? null);
}

/** The parameters whose fields are shown beside these values; what is not set counts with its default. */
export function shownParams(params: readonly Param[], values: { [id: string]: Json }): Param[] {
  const inForce = new Map(params.map((it) => [it.id, String(values[it.id] ?? it.standard ?? '')]));
  return params.filter((param) => {
    const conditions = Object.entries(param.displayOn);
    return conditions.length === 0 || conditions.some(([id, wanted]) => wanted.includes(inForce.get(id) ?? ''));
  });
}

/** What a block tells of its settings: those that say something, the first few. */
export function summary(node: Node, module: Module | undefined): Line[] {
  if (!module) {
    return Object.entries(node.params)
      .slice(0, MOST)
      .map(([id, value]) => ({ id, label: id, value: typeof value === 'string' ? value : JSON.stringify(value) }));
  }
  const lines = shownParams(module.params, node.params)
    .map((it) => ({ id: it.id, label: it.label, value: worded(it, node.params[it.id] ?? it.standard) }))
    .filter((it) => it.value !== '');
  return lines.slice(0, MOST);
}

/** What the output of a node is called; nothing where there is only one. */
export function exitLabel(exit: string, module: Module | undefined): string {
  if (exit === 'error') return 'on error';
  const at = Number.parseInt(exit.replace('output_', ''), 10) - 1;
  const name = module?.exits[at] ?? exit;
  return name === 'out' ? '' : name;
}
