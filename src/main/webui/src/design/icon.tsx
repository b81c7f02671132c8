/** An icon of Font Awesome by its name, as MISP's modules give it; only seen, never read aloud. */
export function Icon({ name, family = 'fas', title }: { name: string; family?: string; title?: string }) {
  const known = /^[a-z0-9-]+$/.test(name) ? name : 'cube';
  const kind = family === 'fab' ? 'fab' : family === 'far' ? 'far' : 'fas';
  return <i className={`${kind} fa-fw fa-${known}`} aria-hidden="true" title={title} />;
}
