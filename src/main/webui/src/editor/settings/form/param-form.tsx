import './form.css';
import type { Json, Param } from '../../../api/types';
import { Badge, Button, Checkbox, Choose, Code, Hint, Notice, TextInput } from '../../../design';
import { shownParams } from '../../../drawing';
import type { Tree } from '../../../graph/model';
import { HashPathField } from '../hashpath/hash-path-field';
import { Picker } from './picker';

export interface FormContext {
  moduleType: string;
  moduleId: string;
}

interface ParamFormProps {
  params: readonly Param[];
  values: Tree;
  onChange: (id: string, value: Json) => void;
  context: FormContext;
  /** What the node would see, to try paths on. */
  sample?: Json;
  onRemove?: (id: string) => void;
}

/** The settings form of a module, made from what the module asks for. */
export function ParamForm({ params, values, onChange, context, sample, onRemove }: ParamFormProps) {
  const unknown = Object.keys(values).filter((id) => !params.some((it) => it.id === id));
  return (
    <div className="param-form">
      {params.length === 0 && <p className="soft">This module asks for nothing.</p>}
      {shownParams(params, values).map((it) => (
        <Field
          key={it.id}
          param={it}
          value={values[it.id] ?? it.standard}
          onChange={(value) => onChange(it.id, value)}
          context={context}
          sample={sample}
        />
      ))}
      {unknown.map((id) => (
        <Notice
          key={id}
          tone="warn"
          action={
            onRemove && (
              <Button small onPress={() => onRemove(id)}>
                Remove
              </Button>
            )
          }
        >
          Invalid parameter: the module does not know <code>{id}</code> ({shown(values[id])}). It is kept, and without
          effect.
        </Notice>
      ))}
    </div>
  );
}

interface FieldProps {
  param: Param;
  value: Json | undefined;
  onChange: (value: Json) => void;
  context: FormContext;
  sample?: Json;
}

function shown(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** Of a list the first, as older workflows store one as several and the other way round. */
function textOf(value: Json | undefined): string {
  if (Array.isArray(value)) return textOf(value[0]);
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
}

function isOn(value: Json | undefined): boolean {
  return value === true || value === 1 || value === '1' || value === 'true';
}

function Field({ param, value, onChange, context, sample }: FieldProps) {
  const label = param.required ? `${param.label} (needed)` : param.label;
  switch (param.type) {
    case 'textarea':
      return (
        <div className="field">
          <span className="field-label">
            {label} {param.jinjaSupported && <Jinja />}
          </span>
          <Code
            label={param.label}
            language={param.jinjaSupported ? 'jinja' : 'text'}
            value={textOf(value)}
            onChange={onChange}
            placeholder={param.placeholder}
            maxHeight="320px"
          />
        </div>
      );
    case 'hashpath':
      return (
        <HashPathField
          label={label}
          value={textOf(value)}
          onChange={onChange}
          placeholder={param.placeholder}
          relative={param.subSelector}
          sample={sample}
        />
      );
    case 'picker':
      return <Picker param={param} label={label} value={value} onChange={onChange} context={context} />;
    case 'checkbox':
      return (
        <Checkbox value={isOn(value)} onChange={onChange}>
          {label}
        </Checkbox>
      );
    case 'select':
    case 'radio':
      return <SelectField param={param} label={label} value={value} onChange={onChange} />;
    default:
      return (
        <div className="field marked">
          <TextInput label={label} value={textOf(value)} onChange={onChange} placeholder={param.placeholder} />
          {param.jinjaSupported && <Jinja />}
        </div>
      );
  }
}

function SelectField({ param, label, value, onChange }: Omit<FieldProps, 'context'> & { label: string }) {
  const stored = textOf(value);
  const options = param.options.map((it) => ({ value: String(it.value), label: it.label }));
  // What is stored stays to be seen, also where the module does not offer it any more.
  if (!options.some((it) => it.value === stored)) {
    options.unshift({ value: stored, label: stored === '' ? '(nothing chosen)' : `${stored} (not offered)` });
  }
  return (
    <Choose
      label={label}
      value={stored}
      options={options}
      onChange={(key) => onChange(param.options.find((it) => String(it.value) === key)?.value ?? key)}
    />
  );
}

function Jinja() {
  return (
    <Hint text="A Jinja template: {{ … }} is replaced by values of the data, as in {{ Event.info }}">
      <Button look="quiet bare">
        <Badge tone="accent">Jinja</Badge>
      </Button>
    </Hint>
  );
}
