import type { ReactNode } from 'react';

// What scrolls can be reached with the keyboard, which would not scroll it otherwise.

/** Around a table that may be wider than the window. */
export function TableScroll({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <div className="card table-scroll" tabIndex={0}>
      {children}
    </div>
  );
}

/** Text as it is, which may be longer than its place. */
export function Pre({ className, children }: { className: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <pre className={className} tabIndex={0}>
      {children}
    </pre>
  );
}
