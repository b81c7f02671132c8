import { Page, Tabs } from '../design';
import { useQueryParams } from '../frame/location';
import { AuditTable } from './audit-table';
import { Keys } from './keys';
import { OpenSessions } from './open-sessions';

/** Who may call, who is signed in, and who changed what; for admins. */
export default function AccessPage() {
  const [query, change] = useQueryParams();
  return (
    <Page
      title="Access"
      what="Keys of platforms, scripts and people, the browsers that are signed in, and the log of every change. The admin key of the file or the environment is not listed: it always opens."
    >
      <Tabs
        label="Access"
        selected={query.get('tab') ?? 'keys'}
        onSelect={(tab) => change({ tab: tab === 'keys' ? null : tab, page: null })}
        tabs={[
          { id: 'keys', title: 'Keys', content: <Keys /> },
          { id: 'sessions', title: 'Sessions', content: <OpenSessions /> },
          { id: 'audit', title: 'Audit log', content: <AuditTable /> },
        ]}
      />
    </Page>
  );
}
