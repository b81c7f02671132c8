import { Page } from '../design';

export default function TriggerPage() {
  return <Page title="Trigger">{null}</Page>;
}
