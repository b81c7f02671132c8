import type { ReactNode } from 'react';
import { messageOf } from '../api/client';
import { Button } from './button';
import { Icon } from './icon';
import { Spinner } from './spinner';

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'info' | 'accent';

const SIGNS: Record<string, string> = {
  good: 'circle-check',
  warn: 'triangle-exclamation',
  bad: 'circle-exclamation',
  info: 'circle-info',
};

export function Badge({ tone = 'plain', icon, children }: { tone?: Tone; icon?: string; children: ReactNode }) {
  return (
    <span className={`badge ${tone}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}

/** Something the person should know, with what to do about it. */
export function Notice({ tone = 'info', children, action }: { tone?: Tone; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={`notice ${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon name={SIGNS[tone] ?? 'circle-info'} />
      <div>{children}</div>
      {action}
    </div>
  );
}

/** What went wrong, in Sluice's words, and a way to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  return (
    <Notice
      tone="bad"
      action={
        retry && (
          <Button small icon="rotate-right" onPress={retry}>
            Try again
          </Button>
        )
      }
    >
      {messageOf(error)}
    </Notice>
  );
}

export function Loading({ what = 'Loading' }: { what?: string }) {
  return (
    <div className="loading" role="status">
      <Spinner /> {what} …
    </div>
  );
}

/** Nothing here yet: says why, and teaches the next step. */
export function Empty({ icon, title, children }: { icon: string; title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      {children}
    </div>
  );
}
