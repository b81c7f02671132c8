import { Page } from '../design';

export default function RunPage() {
  return <Page title="Run">{null}</Page>;
}
