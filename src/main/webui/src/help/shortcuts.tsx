import { ShortcutList } from '../editor/canvas/shortcut-list';

export function Shortcuts() {
  return (
    <div className="prose">
      <h2>In the editor</h2>
      <ShortcutList />
    </div>
  );
}
