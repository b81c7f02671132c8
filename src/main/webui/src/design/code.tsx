import { lazy, Suspense } from 'react';
import type { CodeProps } from './codemirror';
import { Loading } from './notice';

// CodeMirror is a third of what the editor loads, and most pages never show it.
const CodeMirror = lazy(() => import('./codemirror'));

/** A text of many lines: JSON, a template, or plain. */
export function Code(props: CodeProps) {
  return (
    <Suspense fallback={<Loading />}>
      <CodeMirror {...props} />
    </Suspense>
  );
}
