import { Page } from '../design';

export default function RunsPage() {
  return <Page title="Runs">{null}</Page>;
}
