import type { ReactElement, ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  ToggleButton,
  ToggleButtonGroup,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import { Icon } from './icon';
import { Spinner } from './spinner';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  children: ReactNode;
  icon?: string;
  /** primary: the one thing most people came for; danger: cannot be taken back; bare: only a place to hover or focus */
  look?: 'plain' | 'primary' | 'danger' | 'quiet' | 'quiet bare';
  small?: boolean;
}

export function Button({ children, icon, look = 'plain', small, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button ${look} ${small ? 'small' : ''}`}>
      {rest.isPending ? <Spinner /> : icon ? <Icon name={icon} /> : null}
      {children}
    </AriaButton>
  );
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
  icon: string;
  /** What it does: read aloud, and shown while the pointer rests on it. */
  label: string;
}

export function IconButton({ icon, label, look = 'quiet', small, ...rest }: IconButtonProps) {
  return (
    <Hint text={label}>
      <AriaButton {...rest} aria-label={label} className={`button icon-only ${look} ${small ? 'small' : ''}`}>
        <Icon name={icon} />
      </AriaButton>
    </Hint>
  );
}

/** Explains the one button inside it. */
export function Hint({ text, children }: { text: ReactNode; children: ReactElement }) {
  return (
    <TooltipTrigger delay={400}>
      {children}
      <Tooltip className="tooltip" offset={6}>
        {text}
      </Tooltip>
    </TooltipTrigger>
  );
}

interface SegmentsProps<T extends string> {
  label: string;
  value: T;
  options: ReadonlyArray<{ value: T; label: string; icon?: string }>;
  onChange: (value: T) => void;
}

/** One of a few choices, all in sight. */
export function Segments<T extends string>({ label, value, options, onChange }: SegmentsProps<T>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="segments"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        if (key !== undefined) onChange(key as T);
      }}
    >
      {options.map((it) => (
        <ToggleButton key={it.value} id={it.value} className="button small">
          {it.icon && <Icon name={it.icon} />}
          {it.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
