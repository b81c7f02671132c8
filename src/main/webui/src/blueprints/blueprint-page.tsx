import { Page } from '../design';

export default function BlueprintPage() {
  return <Page title="Blueprint">{null}</Page>;
}
