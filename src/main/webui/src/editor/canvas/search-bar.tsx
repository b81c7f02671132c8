import { useEffect, useMemo, useState } from 'react';
import { IconButton, Search } from '../../design';
import type { Graph, Node } from '../../graph/model';
import { useGraph } from '../store';
import { type Desk, show } from './commands';
import { useUi } from './ui';

function matches(node: Node, text: string): boolean {
  const words = [node.id, node.name, node.module, JSON.stringify(node.params), JSON.stringify(node.filters)];
  return words.join('\n').toLowerCase().includes(text);
}

export function useFound(graph: Graph): ReadonlySet<string> {
  const search = useUi((it) => it.search);
  return useMemo(() => {
    const text = search?.trim().toLowerCase();
    if (!text) return new Set<string>();
    return new Set([...graph.nodes.values()].filter((it) => matches(it, text)).map((it) => it.id));
  }, [graph, search]);
}

/** Finds nodes by name, module, number or anything they are set to. */
export function SearchBar({ desk }: { desk: Desk }) {
  const search = useUi((it) => it.search);
  const find = useUi((it) => it.find);
  const graph = useGraph();
  const found = [...useFound(graph)];
  const [at, setAt] = useState(0);
  const shown = found[at % Math.max(1, found.length)];

  useEffect(() => {
    if (shown) show(desk, shown);
  }, [shown, desk]);

  if (search === null) return null;
  return (
    <search
      className="search-bar card"
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          if (shown) desk.store.getState().select([shown]);
          setAt((it) => (it + (event.shiftKey ? found.length - 1 : 1)) % Math.max(1, found.length));
        }
        if (event.key === 'Escape') {
          event.stopPropagation();
          find(null);
        }
      }}
    >
      <Search
        label="Search in the graph"
        value={search}
        onChange={(text) => {
          setAt(0);
          find(text);
        }}
        autoFocus
      />
      <span className="soft small" role="status">
        {search.trim() === ''
          ? ''
          : found.length === 0
            ? 'nothing found'
            : `${(at % found.length) + 1} of ${found.length}`}
      </span>
      <IconButton small icon="xmark" label="Close the search" onPress={() => find(null)} />
    </search>
  );
}
