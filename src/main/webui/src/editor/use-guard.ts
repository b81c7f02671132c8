import { useEffect } from 'react';
import { ask } from '../design';
import { go, keepHere } from '../frame/location';
import { useDirty } from './store';

/** Asks before unsaved changes are left behind: by a link of ours, the back button, or closing the window. */
export function useGuard(): void {
  const dirty = useDirty();
  useEffect(() => {
    if (!dirty) return;

    function closing(event: BeforeUnloadEvent) {
      event.preventDefault();
    }

    function stop() {
      letGo();
      removeEventListener('beforeunload', closing);
    }

    const letGo = keepHere((to) => {
      ask({
        title: 'Leave without saving?',
        text: 'What was drawn since the last save is lost if you leave now.',
        yes: 'Leave',
        danger: true,
      }).then((yes) => {
        if (!yes) return;
        stop();
        go(to);
      });
      return true;
    });
    addEventListener('beforeunload', closing);
    return stop;
  }, [dirty]);
}
