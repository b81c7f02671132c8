import { useMemo, useState } from 'react';
import type { Module } from '../../api/types';
import { Badge, Segments, type Tone } from '../../design';
import { Drawing } from '../../drawing';
import { compare, type Fate } from '../../graph/diff';
import { type Graph, wireId } from '../../graph/model';

const TONES: Record<Fate, Tone> = { added: 'good', removed: 'bad', changed: 'warn', moved: 'info', same: 'plain' };

interface DifferenceProps {
  before: Graph;
  after: Graph;
  modules: ReadonlyMap<string, Module>;
  names: [before: string, after: string];
}

/** How two graphs differ: drawn, and in words. */
export function Difference({ before, after, modules, names }: DifferenceProps) {
  const [side, setSide] = useState<'before' | 'after'>('after');
  const difference = useMemo(() => compare(before, after), [before, after]);
  const shown = side === 'after' ? after : before;
  const wireFates = useMemo(
    () =>
      new Map<string, 'added' | 'removed'>([
        ...difference.wires.added.map((it) => [wireId(it), 'added'] as const),
        ...difference.wires.removed.map((it) => [wireId(it), 'removed'] as const),
      ]),
    [difference],
  );
  const changed = [...difference.nodes].filter(([, fate]) => fate !== 'same');
  const nameOf = (id: string) => (after.nodes.get(id) ?? before.nodes.get(id))?.name ?? id;
  const nothing = changed.length === 0 && wireFates.size === 0;

  return (
    <div className="stack">
      <div className="row">
        <Segments
          label="Which side"
          value={side}
          onChange={setSide}
          options={[
            { value: 'before', label: names[0] },
            { value: 'after', label: names[1] },
          ]}
        />
        {nothing && <Badge>no difference in the drawing</Badge>}
      </div>
      <Drawing
        key={side}
        label={`Graph of ${side === 'after' ? names[1] : names[0]}`}
        graph={shown}
        modules={modules}
        fates={difference.nodes}
        wireFates={wireFates}
        height="330px"
      />
      <ul className="differences" aria-label="Differences">
        {changed.map(([id, fate]) => (
          <li key={id}>
            <Badge tone={TONES[fate]}>{fate}</Badge> <strong>{nameOf(id)}</strong> <span className="soft">({id})</span>
            {difference.details.has(id) && (
              <dl className="facts small">
                {difference.details.get(id)?.map((it) => (
                  <div key={it.what}>
                    <dt>{it.what}</dt>
                    <dd>
                      <del>{it.before || '(empty)'}</del> <ins>{it.after || '(empty)'}</ins>
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
        {[
          ...difference.wires.removed.map((it) => ['removed', it] as const),
          ...difference.wires.added.map((it) => ['added', it] as const),
        ].map(([fate, it]) => (
          <li key={fate + wireId(it)}>
            <Badge tone={TONES[fate]}>wire {fate}</Badge> {nameOf(it.from)} ({it.from}, {it.exit}) → {nameOf(it.to)} (
            {it.to})
          </li>
        ))}
      </ul>
    </div>
  );
}
