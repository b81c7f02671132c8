import { Page } from '../design';

export default function TriggersPage() {
  return <Page title="Triggers">{null}</Page>;
}
