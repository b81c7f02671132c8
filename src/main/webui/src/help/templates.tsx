import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { call, messageOf } from '../api/client';
import { Code, Notice, Pre } from '../design';
import { SAMPLE } from '../editor/settings/hashpath/sample';

const FIRST = `{{ Event.info }} has {{ Event._AttributeFlattened | length }} attributes:
{% for attribute in Event._AttributeFlattened -%}
- {{ attribute.value }} ({{ attribute.type }}){% if attribute.to_ids %}, for detection{% endif %}
{% endfor %}
Tags: {{ Event.Tag | map(attribute='name') | join(', ') }}`;

export function Templates() {
  const [template, setTemplate] = useState(FIRST);
  const asked = useDeferredValue(template);
  const rendered = useQuery({
    queryKey: ['template', asked],
    queryFn: () => call<{ text: string }>('POST', 'api/v1/tools/template', { template: asked, data: SAMPLE }),
    retry: false,
  });
  return (
    <div className="prose">
      <h2>Jinja templates</h2>
      <p>
        Fields marked Jinja are templates: what stands in <code>{'{{ … }}'}</code> is replaced by a value of the data,
        and <code>{'{% … %}'}</code> repeats or chooses. They are rendered in Sluice itself, with the data as the node
        sees it. What is in the data is never taken for a template.
      </p>
      <div className="try-template">
        <div className="stack">
          <h3>Template</h3>
          <Code label="Template" language="jinja" value={template} onChange={setTemplate} minHeight="180px" />
        </div>
        <div className="stack">
          <h3>With the sample event it becomes</h3>
          {rendered.error && <Notice tone="bad">{messageOf(rendered.error)}</Notice>}
          {rendered.data && <Pre className="help-result">{rendered.data.text}</Pre>}
        </div>
      </div>
      <h2>What there is</h2>
      <ul>
        <li>
          Conditions and loops: <code>if</code>, <code>elif</code>, <code>else</code>, <code>for</code>,{' '}
          <code>set</code>, <code>macro</code>.
        </li>
        <li>
          Filters behind a bar: <code>join</code>, <code>length</code>, <code>default</code>, <code>map</code>,{' '}
          <code>select</code>, <code>selectattr</code>, <code>groupby</code>, <code>tojson</code>, <code>upper</code>{' '}
          and the others of Jinja 3.
        </li>
        <li>A key that is missing is empty text; reaching into what is missing is an error, which the node reports.</li>
        <li>
          A template may use one second and a bounded amount of text; beyond that the node fails with the reason, and
          nothing else suffers.
        </li>
      </ul>
    </div>
  );
}
