import { Page } from '../design';

export default function EditorPage() {
  return <Page title="Editor">{null}</Page>;
}
