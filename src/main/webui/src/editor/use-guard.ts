import { useEffect } from 'react';
import { ask } from '../design';
import { useDirty } from './store';

/** Asks before unsaved changes are left behind: by a link of ours, the back button, or closing the window. */
export function useGuard(): void {
  const dirty = useDirty();
  useEffect(() => {
    if (!dirty) return;
    const here = location.hash;

    function closing(event: BeforeUnloadEvent) {
      event.preventDefault();
    }

    function leave(to: string) {
      removeEventListener('hashchange', moved, true);
      removeEventListener('beforeunload', closing);
      location.hash = to;
    }

    function moved(event: HashChangeEvent) {
      const to = location.hash;
      if (to.split('?')[0] === here.split('?')[0]) return;
      event.stopImmediatePropagation();
      history.replaceState(null, '', here);
      ask({
        title: 'Leave without saving?',
        text: 'What was drawn since the last save is lost if you leave now.',
        yes: 'Leave',
        danger: true,
      }).then((yes) => yes && leave(to));
    }

    addEventListener('beforeunload', closing);
    addEventListener('hashchange', moved, true);
    return () => {
      removeEventListener('beforeunload', closing);
      removeEventListener('hashchange', moved, true);
    };
  }, [dirty]);
}
