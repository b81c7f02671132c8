import type { CodeProps } from './codemirror';
import { Later, type Part } from './later';

// CodeMirror is a third of what the editor loads, and most pages never show it.
const codeMirror: Part<CodeProps> = { load: () => import('./codemirror') };

/** A text of many lines: JSON, a template, or plain. */
export function Code(props: CodeProps) {
  return <Later part={codeMirror} props={props} />;
}
