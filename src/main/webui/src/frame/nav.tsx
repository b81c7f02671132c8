import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Icon, IconButton, Menu, sayFailure } from '../design';
import { signOut, useSession } from './session';
import { type Theme, takeTheme, theme } from './theme';

const PAGES: ReadonlyArray<{ path: string; title: string; icon: string; role?: string }> = [
  { path: '/triggers', title: 'Triggers', icon: 'bolt' },
  { path: '/runs', title: 'Runs', icon: 'clock-rotate-left' },
  { path: '/tasks', title: 'Tasks', icon: 'list-check' },
  { path: '/modules', title: 'Modules', icon: 'cubes' },
  { path: '/blueprints', title: 'Blueprints', icon: 'shapes' },
  { path: '/logs', title: 'Logs', icon: 'file-lines' },
  { path: '/access', title: 'Access', icon: 'key', role: 'admin' },
  { path: '/status', title: 'Status', icon: 'heart-pulse' },
  { path: '/help', title: 'Help', icon: 'circle-question' },
];

const THEMES: Record<Theme, string> = { system: 'circle-half-stroke', light: 'sun', dark: 'moon' };

export function Nav() {
  const [location] = useLocation();
  const session = useSession((it) => it.session);
  const [look, setLook] = useState(theme());

  function choose(next: Theme) {
    takeTheme(next);
    setLook(next);
  }

  return (
    <nav className="nav" aria-label="Pages of Sluice">
      <Link href="/triggers" className="brand">
        <Icon name="water" /> Sluice
      </Link>
      <ul>
        {PAGES.filter((it) => !it.role || it.role === session?.role).map((it) => (
          <li key={it.path}>
            <Link href={it.path} aria-current={location.startsWith(it.path) ? 'page' : undefined}>
              <Icon name={it.icon} />
              <span>{it.title}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="nav-foot">
        <Menu
          label="Colours"
          commands={(Object.keys(THEMES) as Theme[]).map((it) => ({
            id: it,
            label: it === 'system' ? 'As the system' : it === 'light' ? 'Light' : 'Dark',
            icon: THEMES[it],
            run: () => choose(it),
          }))}
        >
          <IconButton icon={THEMES[look]} label="Colours" />
        </Menu>
        <Menu
          label="Session"
          commands={[
            { id: 'out', label: 'Sign out', icon: 'right-from-bracket', run: () => signOut().catch(sayFailure) },
          ]}
        >
          <IconButton icon="user" label={`Signed in as ${session?.name} (${session?.role})`} />
        </Menu>
      </div>
    </nav>
  );
}
