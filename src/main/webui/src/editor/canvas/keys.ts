import { useEffect } from 'react';
import { COMMANDS, type Desk } from './commands';

const isMac = navigator.platform.startsWith('Mac');

/** What was pressed, as commands name it. */
function pressed(event: KeyboardEvent): string {
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  // A sign such as ? or + is typed with Shift on some keyboards and without on others.
  const shift = event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key));
  return `${mod ? 'Mod+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

/** Where keys are for typing, or belong to what has the focus. */
function isTaken(event: KeyboardEvent): boolean {
  const at = event.target as HTMLElement | null;
  if (
    !at ||
    document.querySelector('[role="dialog"], [role="alertdialog"], [role="listbox"], [role="menu"]')?.contains(at)
  ) {
    return true;
  }
  if (at.closest('input, textarea, select, [contenteditable="true"]')) return !(event.ctrlKey && event.key === 's');
  const onControl = at.closest('button, a, [role="tab"], [role="option"], [role="treeitem"], [role="row"]');
  return !!onControl && ['Enter', ' ', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].includes(event.key);
}

export function keysShown(keys: string): string {
  return keys
    .replace('Mod', isMac ? '⌘' : 'Ctrl')
    .replace('ArrowLeft', '←')
    .replace('ArrowRight', '→')
    .replace('ArrowUp', '↑')
    .replace('ArrowDown', '↓');
}

/** Runs the command of a key, wherever the focus is on the page. */
export function useKeys(desk: Desk): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.altKey || isTaken(event)) return;
      const text = pressed(event);
      const found = COMMANDS.find((it) => it.keys?.includes(text));
      // A text that is marked on the page is meant when it is copied.
      if (!found || (found.id === 'copy' && String(getSelection()) !== '')) return;
      event.preventDefault();
      if (found.enabled?.(desk) ?? true) found.run(desk);
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [desk]);
}
