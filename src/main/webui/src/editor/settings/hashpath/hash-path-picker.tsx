import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, messageOf } from '../../../api/client';
import type { Json } from '../../../api/types';
import { Button, Choose, Code, Dialog, Notice, Pre, Segments, TextInput } from '../../../design';
import { useHead } from '../../store';
import { useSettled } from '../use-settled';
import { DataTree } from './data-tree';
import { conditionOf, MATCHES, type Match, pathOf, type Step } from './paths';
import { RunInput } from './run-input';
import { SAMPLE } from './sample';

type Source = 'sample' | 'run' | 'own';

interface HashPathPickerProps {
  value: string;
  relative?: boolean;
  sample?: Json;
  onPick: (path: string) => void;
  onClose: () => void;
}

/** The first item of a list, where paths start at an item. */
function firstItem(data: Json): Json {
  const event = (data as { Event?: { _AttributeFlattened?: Json[] } } | null)?.Event;
  return event?._AttributeFlattened?.[0] ?? data;
}

const names = new WeakMap<object, number>();
let named = 0;

/** Stands for data in the key of a query: to write out a large event at every key typed takes long. */
function nameOf(data: Json): Json {
  if (data === null || typeof data !== 'object') return data;
  const name = names.get(data) ?? ++named;
  names.set(data, name);
  return name;
}

export function useResult(data: Json, path: string) {
  const asked = useSettled(path);
  return useQuery({
    queryKey: ['hash-path', asked, nameOf(data)],
    queryFn: () => call<{ result: Json }>('POST', 'api/v1/tools/hash-path', { data, path: asked }),
    enabled: asked !== '',
    retry: false,
  });
}

function countOf(result: Json | undefined): string {
  if (result === undefined) return '';
  const count = result !== null && typeof result === 'object' ? Object.keys(result).length : 1;
  return count === 1 ? '1 value' : `${count} values`;
}

/** Shows data as a tree to click a path together, and what the path selects. */
export function HashPathPicker({ value, relative, sample, onPick, onClose }: HashPathPickerProps) {
  const head = useHead();
  const [path, setPath] = useState(value);
  const [match, setMatch] = useState<Match>('=');
  const [source, setSource] = useState<Source>('sample');
  const [own, setOwn] = useState('');
  const [ofRun, setOfRun] = useState<Json | null>(null);
  const parsed = parse(own);
  const whole = source === 'own' ? parsed.value : source === 'run' ? ofRun : (sample ?? SAMPLE);
  const data = relative && whole !== null ? firstItem(whole) : whole;
  const result = useResult(data, path);

  return (
    <Dialog
      open
      size="full"
      title="Hash path picker"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            onPress={() => {
              onPick(path);
              onClose();
            }}
          >
            Take this path
          </Button>
        </>
      }
    >
      <div className="picker">
        <div className="stack">
          <div className="row">
            <Segments
              label="Data"
              value={source}
              onChange={setSource}
              options={[
                { value: 'sample', label: 'Sample event' },
                ...(head ? [{ value: 'run' as const, label: 'A past run' }] : []),
                { value: 'own', label: 'My own JSON' },
              ]}
            />
            <span className="push" />
            <Choose
              bare
              label="Clicking a value gives"
              value={match}
              onChange={(it) => setMatch(it as Match)}
              options={MATCHES}
            />
          </div>
          {source === 'own' && (
            <Code
              label="Your JSON"
              language="json"
              value={own}
              onChange={setOwn}
              minHeight="90px"
              maxHeight="180px"
              placeholder="Paste JSON here"
            />
          )}
          {source === 'run' && head && <RunInput head={head} onInput={setOfRun} />}
          {parsed.error && source === 'own' && <Notice tone="warn">{parsed.error}</Notice>}
          {data !== null && typeof data === 'object' && (
            <DataTree
              data={data}
              onKey={(steps: Step[]) => setPath(pathOf(steps))}
              onValue={(steps: Step[], it: Json) => setPath(conditionOf(steps, it, match))}
            />
          )}
        </div>
        <div className="stack">
          <TextInput label="Hash path" value={path} onChange={setPath} mono autoFocus />
          <p className="soft small" role="status">
            {path === ''
              ? 'An empty path is the whole data.'
              : result.data
                ? `Selects ${countOf(result.data.result)}.`
                : ''}
          </p>
          {result.error && <Notice tone="bad">{messageOf(result.error)}</Notice>}
          {result.data && (
            <Pre className="picker-result">{JSON.stringify(result.data.result, null, 2).slice(0, 20_000)}</Pre>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function parse(text: string): { value: Json; error: string | null } {
  if (text.trim() === '') return { value: null, error: null };
  try {
    return { value: JSON.parse(text), error: null };
  } catch (error) {
    return { value: null, error: `This is no JSON: ${messageOf(error)}` };
  }
}
