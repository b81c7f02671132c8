import { Page } from '../design';

export default function ModulePage() {
  return <Page title="Module">{null}</Page>;
}
