import { type ReactNode, useEffect } from 'react';
import { IconButton } from './button';

interface PageProps {
  title: string;
  /** One sentence on what one sees here. */
  what?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function Page({ title, what, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Sluice`;
  }, [title]);
  return (
    <div className="page">
      <header>
        <div className="stack">
          <h1>{title}</h1>
          {what && <p className="what">{what}</p>}
        </div>
        <div className="row push">{actions}</div>
      </header>
      {children}
    </div>
  );
}

interface PagerProps {
  page: number;
  size: number;
  total: number;
  /** Beyond this Sluice does not count. */
  counted?: number;
  onPage: (page: number) => void;
}

/** Which part of a list one sees, and the way to the others. Pages are numbered from 1 as the API does. */
export function Pager({ page, size, total, counted = 10_001, onPage }: PagerProps) {
  const last = Math.max(1, Math.ceil(total / size));
  const from = total === 0 ? 0 : (page - 1) * size + 1;
  return (
    <nav className="pager" aria-label="Pages">
      <span>
        {from}–{Math.min(total, page * size)} of {total >= counted ? `more than ${counted - 1}` : total}
      </span>
      <IconButton
        small
        icon="chevron-left"
        label="Previous page"
        isDisabled={page <= 1}
        onPress={() => onPage(page - 1)}
      />
      <IconButton
        small
        icon="chevron-right"
        label="Next page"
        isDisabled={page >= last}
        onPress={() => onPage(page + 1)}
      />
    </nav>
  );
}
