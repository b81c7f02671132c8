import { autocompletion, type CompletionSource, closeBrackets } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { jinja } from '@codemirror/lang-jinja';
import { json, jsonParseLinter } from '@codemirror/lang-json';
import {
  bracketMatching,
  defaultHighlightStyle,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  syntaxHighlighting,
} from '@codemirror/language';
import { linter, lintGutter } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';

export interface CodeProps {
  label: string;
  value: string;
  onChange?: (value: string) => void;
  language?: 'json' | 'jinja' | 'text';
  readOnly?: boolean;
  placeholder?: string;
  minHeight?: string;
  maxHeight?: string;
  complete?: CompletionSource;
}

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

const look = EditorView.theme({
  '&': { fontSize: 'var(--text-s)', color: 'var(--text)', backgroundColor: 'var(--surface)' },
  '.cm-content': { fontFamily: 'var(--mono)', caretColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'var(--surface-2)', color: 'var(--text-2)', borderColor: 'var(--line)' },
  '.cm-placeholder': { color: 'var(--text-2)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--accent-soft)',
  },
  '.cm-tooltip, .cm-panels': { backgroundColor: 'var(--surface)', color: 'var(--text)', borderColor: 'var(--line)' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
});

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.variableName], color: 'var(--info)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--good)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--warn)' },
  { tag: [tags.keyword, tags.brace, tags.operatorKeyword], color: 'var(--accent)' },
  { tag: tags.comment, color: 'var(--text-2)', fontStyle: 'italic' },
]);

function languageOf(props: CodeProps): Extension {
  if (props.language === 'json') {
    return props.readOnly ? json() : [json(), linter(emptyOr(jsonParseLinter())), lintGutter()];
  }
  return props.language === 'jinja' ? jinja() : [];
}

function emptyOr(check: ReturnType<typeof jsonParseLinter>): ReturnType<typeof jsonParseLinter> {
  return (view) => (view.state.doc.length === 0 ? [] : check(view));
}

export default function CodeMirror(props: CodeProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const change = useRef(props.onChange);
  change.current = props.onChange;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once; what may change is handed on below
  useEffect(() => {
    const editor = new EditorView({
      parent: place.current ?? undefined,
      state: EditorState.create({
        doc: props.value,
        extensions: [
          EditorView.cspNonce.of(nonce),
          history(),
          drawSelection(),
          bracketMatching(),
          closeBrackets(),
          highlightSelectionMatches(),
          props.language === 'json' ? [lineNumbers(), foldGutter()] : [],
          languageOf(props),
          syntaxHighlighting(colours),
          syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
          autocompletion(props.complete ? { override: [props.complete] } : {}),
          // Tab does not indent: it leads on, so that nobody is caught here who has no mouse.
          keymap.of([...defaultKeymap, ...historyKeymap, ...foldKeymap, ...searchKeymap]),
          look,
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': props.label, spellcheck: 'false', tabindex: '0' }),
          EditorState.readOnly.of(!!props.readOnly),
          props.placeholder ? placeholder(props.placeholder) : [],
          EditorView.theme({
            '.cm-scroller': {
              minHeight: props.minHeight ?? '60px',
              maxHeight: props.maxHeight ?? '50vh',
              overflow: 'auto',
            },
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) change.current?.(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (editor && editor.state.doc.toString() !== props.value) {
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: props.value } });
    }
  }, [props.value]);

  return <div className="editor-box" ref={place} />;
}
