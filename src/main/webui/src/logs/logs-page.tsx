import { Page } from '../design';

export default function LogsPage() {
  return <Page title="Logs">{null}</Page>;
}
