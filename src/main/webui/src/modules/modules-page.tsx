import { Page } from '../design';

export default function ModulesPage() {
  return <Page title="Modules">{null}</Page>;
}
