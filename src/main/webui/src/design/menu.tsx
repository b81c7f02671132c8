import type { ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from './icon';

export interface Command {
  id: string;
  label: string;
  icon?: string;
  danger?: boolean;
  disabled?: boolean;
  run: () => void;
}

/** What can be done with a thing, behind the button inside it. */
export function Menu({ label, commands, children }: { label: string; commands: Command[]; children: ReactElement }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover">
        <AriaMenu aria-label={label} disabledKeys={commands.filter((it) => it.disabled).map((it) => it.id)}>
          {commands.map((it) => (
            <MenuItem
              key={it.id}
              id={it.id}
              className={`option ${it.danger ? 'danger' : ''}`}
              textValue={it.label}
              onAction={it.run}
            >
              {it.icon && <Icon name={it.icon} />}
              {it.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
