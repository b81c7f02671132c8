import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  Select as AriaSelect,
  Switch as AriaSwitch,
  Button,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  SelectValue,
  Text,
  TextArea,
  TextField,
} from 'react-aria-components';
import { Icon } from './icon';

interface TextInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  /** What is wrong with the value. */
  fault?: string;
  placeholder?: string;
  required?: boolean;
  disabled?: boolean;
  multiline?: boolean;
  rows?: number;
  mono?: boolean;
  autoFocus?: boolean;
  type?: 'text' | 'password' | 'number' | 'datetime-local';
  /** The label is read aloud but not shown. */
  bare?: boolean;
}

export function TextInput(props: TextInputProps) {
  const { label, value, onChange, hint, fault, placeholder, required, disabled, multiline, rows, mono, type } = props;
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={!!fault}
      isRequired={required}
      isDisabled={disabled}
      type={type === 'number' || type === 'datetime-local' ? undefined : (type ?? 'text')}
      aria-label={props.bare ? label : undefined}
      autoFocus={props.autoFocus}
      validationBehavior="aria"
    >
      {!props.bare && <Label>{label}</Label>}
      {multiline ? (
        <TextArea className="input" placeholder={placeholder} rows={rows} spellCheck={false} />
      ) : (
        <Input className={`input ${mono ? 'mono' : ''}`} placeholder={placeholder} type={type} spellCheck={false} />
      )}
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="fault">{fault}</FieldError>
    </TextField>
  );
}

interface SearchProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  autoFocus?: boolean;
}

export function Search({ label, value, onChange, placeholder, autoFocus }: SearchProps) {
  return (
    <SearchField className="input-group" aria-label={label} value={value} onChange={onChange} autoFocus={autoFocus}>
      <Icon name="magnifying-glass" />
      <Input className="input" placeholder={placeholder ?? label} />
    </SearchField>
  );
}

export interface Choice {
  value: string;
  label: string;
  description?: string;
}

interface ChooseProps {
  label: string;
  value: string | null;
  options: readonly Choice[];
  onChange: (value: string) => void;
  hint?: ReactNode;
  bare?: boolean;
  disabled?: boolean;
  placeholder?: string;
}

/** One of several choices, in a list that opens. */
export function Choose({ label, value, options, onChange, hint, bare, disabled, placeholder }: ChooseProps) {
  return (
    <AriaSelect
      className="field"
      aria-label={bare ? label : undefined}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      isDisabled={disabled}
      placeholder={placeholder}
    >
      {!bare && <Label>{label}</Label>}
      <Button className="button select-button">
        <SelectValue />
        <Icon name="chevron-down" />
      </Button>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <Popover className="popover">
        <ListBox>
          {options.map((it) => (
            <ListBoxItem key={it.value} id={it.value} className="option" textValue={it.label}>
              {it.label}
              {it.description && <span className="soft">{it.description}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

interface TickProps {
  children?: ReactNode;
  /** Read aloud where there is no text beside it. */
  label?: string;
  value: boolean;
  onChange: (value: boolean) => void;
  disabled?: boolean;
  some?: boolean;
}

export function Checkbox({ children, label, value, onChange, disabled, some }: TickProps) {
  return (
    <AriaCheckbox
      className="check"
      aria-label={label}
      isSelected={value}
      isIndeterminate={some}
      onChange={onChange}
      isDisabled={disabled}
    >
      <span className="box">{some ? <Icon name="minus" /> : value ? <Icon name="check" /> : null}</span>
      {children}
    </AriaCheckbox>
  );
}

/** Something that is on or off, and is so at once. */
export function Switch({ children, label, value, onChange, disabled }: TickProps) {
  return (
    <AriaSwitch className="check" aria-label={label} isSelected={value} onChange={onChange} isDisabled={disabled}>
      <span className="track" />
      {children}
    </AriaSwitch>
  );
}
