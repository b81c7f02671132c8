import { Badge, Button, Empty, IconButton, Words } from '../../design';
import { useEditor, useEditorStore } from '../store';
import { type Desk, show } from './commands';

/** Everything the check has to say of the graph; a press goes to the node. */
export function ProblemsPanel({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  const store = useEditorStore();
  const problems = useEditor((it) => it.problems);
  const graph = useEditor((it) => it.history.graph);

  function go(id: string) {
    store.getState().select([id]);
    show(desk, id);
  }

  return (
    <section className="drawer" aria-label="Problems">
      <header>
        <h2>Problems</h2>
        <IconButton small icon="xmark" label="Close" onPress={onClose} />
      </header>
      {problems.length === 0 ? (
        <Empty icon="circle-check" title="No problems">
          <p>The graph is looked at after every change: cycles, wires, parameters, paths, modules that are off.</p>
        </Empty>
      ) : (
        <ul className="problem-list">
          {problems.map((it, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be alike in everything
            <li key={at}>
              <Badge
                tone={it.refuses ? 'bad' : 'warn'}
                icon={it.refuses ? 'circle-exclamation' : 'triangle-exclamation'}
              >
                {it.refuses ? 'cannot be saved' : 'warning'}
              </Badge>
              <p>
                <Words>{it.message}</Words>
              </p>
              <div className="row">
                {[...new Set(it.nodes)].map((id) => (
                  <Button key={id} small icon="location-crosshairs" onPress={() => go(id)}>
                    {graph.nodes.get(id)?.name ?? 'node'} ({id})
                  </Button>
                ))}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
