import { Badge } from '../design';

/** What somebody may do; the more, the louder. */
export function RoleBadge({ role }: { role: string }) {
  return <Badge tone={role === 'admin' ? 'bad' : role === 'editor' ? 'warn' : 'plain'}>{role}</Badge>;
}
