import { Page } from '../design';

export default function StatusPage() {
  return <Page title="Status">{null}</Page>;
}
