import type { Point } from '../graph/edits';
import { SaveBlueprintDialog } from './blueprint/save-dialog';
import { centre, type Desk } from './canvas/commands';
import { ConnectDialog } from './canvas/connect-dialog';
import { FrameDialog } from './canvas/frame-dialog';
import { QuickAdd } from './canvas/quick-add';
import { ShortcutsDialog } from './canvas/shortcuts-dialog';
import { useUi } from './canvas/ui';
import { FilterDialog } from './settings/filter-dialog';
import { JsonDialog } from './settings/json-dialog';
import { DetailsDialog } from './toolbar/details-dialog';

/** Whatever window is open over the editor. */
export function Windows({ desk }: { desk: Desk }) {
  const { window, subject, open } = useUi();
  const close = () => open(null);
  switch (window) {
    case 'add':
      return <QuickAdd desk={desk} at={subject ? (JSON.parse(subject) as Point) : null} onClose={close} />;
    case 'connect':
      return subject ? <ConnectDialog id={subject} onClose={close} /> : null;
    case 'frame':
      return <FrameDialog id={subject} onClose={close} />;
    case 'details':
      return <DetailsDialog onClose={close} />;
    case 'save-blueprint':
      return <SaveBlueprintDialog onClose={close} />;
    case 'filters':
      return subject ? <FilterDialog nodeId={subject} onClose={close} /> : null;
    case 'json':
      return <JsonDialog place={() => centre(desk)} onClose={close} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />;
    default:
      return null;
  }
}
