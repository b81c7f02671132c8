import { Page } from '../design';

export default function BlueprintsPage() {
  return <Page title="Blueprints">{null}</Page>;
}
