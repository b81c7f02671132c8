import { useCallback, useMemo, useSyncExternalStore } from 'react';

/** The address within the pages stands behind the #, so that they work under any path prefix: #/runs?outcome=blocked */
function current(): string {
  return `/${location.hash.replace(/^#?\/?/, '')}`;
}

const listeners = new Set<() => void>();

// What is shown follows the event and not the address, which is another a moment earlier.
let shown = current();
let keeper: ((to: string) => boolean) | null = null;

addEventListener('hashchange', () => {
  const to = current();
  if (keeper && to.split('?')[0] !== pathOf() && keeper(to)) {
    history.replaceState(null, '', `#${shown}`);
    return;
  }
  shown = to;
  for (const it of [...listeners]) it();
});

/** Asks before another page is shown, whichever way one goes there; true stays here. Answers how to stop asking. */
export function keepHere(asked: (to: string) => boolean): () => void {
  keeper = asked;
  return () => {
    if (keeper === asked) keeper = null;
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const pathOf = () => shown.split('?')[0] ?? '/';
const queryOf = () => shown.split('?')[1] ?? '';

export function go(to: string, options?: { replace?: boolean }): void {
  const address = `#${to}`;
  if (options?.replace) {
    history.replaceState(null, '', address);
    dispatchEvent(new HashChangeEvent('hashchange'));
  } else location.hash = address;
}

/** For the router: the path without its query. */
export function useHashPath(): [string, typeof go] {
  return [useSyncExternalStore(subscribe, pathOf), go];
}
useHashPath.hrefs = (href: string) => `#${href}`;

/** The query of the address, and a way to change some of it; what is empty goes away. A list can so be linked. */
export function useQueryParams(): [URLSearchParams, (changes: Record<string, string | null>) => void] {
  const text = useSyncExternalStore(subscribe, queryOf);
  const params = useMemo(() => new URLSearchParams(text), [text]);
  const change = useCallback((changes: Record<string, string | null>) => {
    const next = new URLSearchParams(queryOf());
    for (const [key, value] of Object.entries(changes)) {
      if (value === null || value === '') next.delete(key);
      else next.set(key, value);
    }
    const query = next.toString();
    go(query ? `${pathOf()}?${query}` : pathOf(), { replace: true });
  }, []);
  return [params, change];
}
