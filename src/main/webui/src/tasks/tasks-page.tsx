import { Page } from '../design';

export default function TasksPage() {
  return <Page title="Tasks">{null}</Page>;
}
