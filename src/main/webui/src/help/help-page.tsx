import './help.css';
import { useParams } from 'wouter';
import { Page, Tabs } from '../design';
import { go } from '../frame/location';
import { Blueprints } from './blueprints';
import { Concepts } from './concepts';
import { DataFormat } from './data-format';
import { Debugging } from './debugging';
import { HashPathHelp } from './hash-path';
import { Shortcuts } from './shortcuts';
import { Templates } from './templates';

const TOPICS = [
  { id: 'concepts', title: 'Concepts', content: <Concepts /> },
  { id: 'hash-path', title: 'Hash path', content: <HashPathHelp /> },
  { id: 'data-format', title: 'Data format', content: <DataFormat /> },
  { id: 'templates', title: 'Templates', content: <Templates /> },
  { id: 'blueprints', title: 'Blueprints', content: <Blueprints /> },
  { id: 'debugging', title: 'Debugging', content: <Debugging /> },
  { id: 'shortcuts', title: 'Usage and shortcuts', content: <Shortcuts /> },
];

/** What one needs to know, with things to try. */
export default function HelpPage() {
  const { topic = 'concepts' } = useParams<{ topic?: string }>();
  return (
    <Page title="Help">
      <Tabs label="Topics" tabs={TOPICS} selected={topic} onSelect={(it) => go(`/help/${it}`)} />
    </Page>
  );
}
