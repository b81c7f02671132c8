import './shortcuts.css';
import { COMMANDS } from './commands';
import { keysShown } from './keys';

const GROUPS = ['Workflow', 'Edit', 'Nodes', 'View'] as const;
const POINTER: ReadonlyArray<[string, string]> = [
  ['Drag from an output to an input', 'draws a wire'],
  ['Right click on a wire', 'removes it'],
  ['Drop a block on a wire', 'puts it into the wire'],
  ['Double click on the canvas', 'adds a node there'],
  ['Double click on a node', 'opens its settings'],
  ['Shift and drag', 'selects all that the rectangle touches'],
  ['Ctrl and click', 'adds to the selection'],
  ['Wheel', 'zooms'],
];

/** All shortcuts, made from the commands themselves. */
export function ShortcutList() {
  return (
    <div className="shortcuts">
      {GROUPS.map((group) => (
        <section key={group}>
          <h3>{group}</h3>
          <dl className="facts">
            {COMMANDS.filter((it) => it.group === group && it.keys).map((it) => (
              <div key={it.id}>
                <dt>
                  {it.keys?.map((keys) => (
                    <kbd key={keys}>{keysShown(keys)}</kbd>
                  ))}
                </dt>
                <dd>{it.title}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section>
        <h3>Pointer</h3>
        <dl className="facts">
          {POINTER.map(([what, does]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
