import { useState } from 'react';
import { messageOf } from '../api/client';
import { Badge, Button, Notice, Pre, TextInput } from '../design';
import { useResult } from '../editor/settings/hashpath/hash-path-picker';
import { SAMPLE } from '../editor/settings/hashpath/sample';

const EXAMPLES: ReadonlyArray<[path: string, what: string]> = [
  ['Event.info', 'one value'],
  ['Event.Tag.{n}.name', 'the names of the event’s tags'],
  ['Event._AttributeFlattened.{n}', 'all attributes, those of objects too'],
  ['Event._AttributeFlattened.{n}.Tag.{n}.name', 'all tags of all attributes'],
  ['Event._AttributeFlattened.{n}[type=url].value', 'values of one type'],
  ['Event._AttributeFlattened.{n}[type=/ip-.*/].value', 'values of types that match a regular expression'],
  ['Event._AttributeFlattened.{n}[to_ids=true][type=ip-dst]', 'two conditions, both must hold'],
  ['Event._AttributeFlattened.{n}[warnings]', 'attributes that have a key'],
];

/** A path to try on the sample event. */
export function TryPath() {
  const [path, setPath] = useState('Event.Tag.{n}.name');
  const result = useResult(SAMPLE, path);
  return (
    <section className="card padded stack" aria-label="Try a path">
      <h3>Try it on the sample event</h3>
      <TextInput label="Hash path" value={path} onChange={setPath} mono />
      <div className="row">
        {EXAMPLES.map(([it, what]) => (
          <Button key={it} small onPress={() => setPath(it)}>
            {what}
          </Button>
        ))}
      </div>
      {result.error && <Notice tone="bad">{messageOf(result.error)}</Notice>}
      {result.data && (
        <>
          <Badge>result</Badge>
          <Pre className="help-result">{JSON.stringify(result.data.result, null, 2)}</Pre>
        </>
      )}
    </section>
  );
}
