import { Page } from '../design';

export default function HelpPage() {
  return <Page title="Help">{null}</Page>;
}
