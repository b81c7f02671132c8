import type { ReactNode } from 'react';

/** Around a table that may be wider than the window. It can be reached with the keyboard, which then scrolls it. */
export function TableScroll({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it would not scroll without a pointer
    <div className="card table-scroll" tabIndex={0}>
      {children}
    </div>
  );
}
