import { Dialog } from '../../design';
import { ShortcutList } from './shortcut-list';

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open size="wide" title="Shortcuts" onClose={onClose}>
      <ShortcutList />
    </Dialog>
  );
}
