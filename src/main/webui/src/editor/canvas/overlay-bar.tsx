import { Button, Icon } from '../../design';
import { useEditor, useEditorStore } from '../store';

/** Says what lies over the drawing, and takes it away. */
export function OverlayBar() {
  const store = useEditorStore();
  const overlay = useEditor((it) => it.overlay);
  if (!overlay) return null;
  return (
    <div className="overlay-bar card" role="status">
      <Icon name="layer-group" />
      <span>
        {overlay.title}: {overlay.results.size} {overlay.results.size === 1 ? 'node' : 'nodes'} visited
      </span>
      <Button small onPress={() => store.getState().setOverlay(null)}>
        Clear
      </Button>
    </div>
  );
}
