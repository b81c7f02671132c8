import './hashpath.css';
import { useState } from 'react';
import type { Json } from '../../../api/types';
import { Button, Menu, TextInput } from '../../../design';
import { HashPathPicker } from './hash-path-picker';
import { QUICK, QUICK_RELATIVE } from './paths';

interface HashPathFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** The path starts at each item that another one selects. */
  relative?: boolean;
  sample?: Json;
}

/** A path into the data: to type, or to pick from what is at hand. */
export function HashPathField({ label, value, onChange, placeholder, relative, sample }: HashPathFieldProps) {
  const [picking, setPicking] = useState(false);
  const quick = relative ? QUICK_RELATIVE : QUICK;
  return (
    <div className="hash-path-field">
      <TextInput label={label} value={value} onChange={onChange} placeholder={placeholder || quick[0]?.path} mono />
      <Menu
        label={`Ways to pick: ${label}`}
        commands={[
          { id: 'picker', label: 'Show picker', icon: 'crosshairs', run: () => setPicking(true) },
          ...quick.map((it) => ({ id: it.path, label: `${it.label}: ${it.path}`, run: () => onChange(it.path) })),
        ]}
      >
        <Button icon="crosshairs">Pick</Button>
      </Menu>
      {picking && (
        <HashPathPicker
          value={value}
          relative={relative}
          sample={sample}
          onPick={onChange}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  );
}
