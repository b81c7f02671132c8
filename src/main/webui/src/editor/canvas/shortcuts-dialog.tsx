import { Dialog } from '../../design';
import { ShortcutList } from './shortcut-list';

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open size="wide" title="Shortcuts" onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls the list by this */}
      <div tabIndex={0}>
        <ShortcutList />
      </div>
    </Dialog>
  );
}
