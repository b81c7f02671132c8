import type { Json } from '../api/types';
import type { Difference } from './patch';

function shown(value: Json | undefined): string {
  return value === undefined ? '' : JSON.stringify(value, null, 2);
}

const WORDS: Record<string, string> = {
  add: 'added',
  remove: 'removed',
  replace: 'changed',
  move: 'moved',
  copy: 'copied',
};

/** What a node did to the data, one line for each place. */
export function Changes({ changes, cut }: { changes: readonly Difference[]; cut?: boolean }) {
  return (
    <table className="table" aria-label="Changes of the data">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Where</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((it, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one place may change more than once
          <tr key={at}>
            <td className={`change-${it.op}`}>{WORDS[it.op] ?? it.op}</td>
            <td>
              <code>{it.path}</code>
            </td>
            <td>
              <pre className="was">{shown(it.before)}</pre>
            </td>
            <td>
              <pre className="is">{shown(it.after)}</pre>
            </td>
          </tr>
        ))}
        {cut && (
          <tr>
            <td colSpan={4} className="soft">
              It changed more than is kept.
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
