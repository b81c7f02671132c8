import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Button as RawButton } from 'react-aria-components';
import { api } from '../../../api/client';
import type { Json, Option, Param } from '../../../api/types';
import { Failure, Icon, IconButton, Notice } from '../../../design';
import { useSettled } from '../use-settled';
import type { FormContext } from './param-form';

interface PickerProps {
  param: Param;
  label: string;
  value: Json | undefined;
  onChange: (value: Json) => void;
  context: FormContext;
}

const CHOICE = 'choice:';

/** What is chosen; a single text of older workflows is a list of one. */
export function chosenOf(value: Json | undefined): Json[] {
  if (Array.isArray(value)) return value.filter((it) => it !== '');
  if (value === null || value === undefined || value === '' || value === false) return [];
  return typeof value === 'object' ? Object.values(value) : [value];
}

function useOptions(moduleId: string, param: Param, q: string) {
  return useQuery({
    queryKey: ['options', moduleId, param.id, q],
    queryFn: async () => {
      const { data } = await api.GET('/api/v1/modules/options/{module}/{param}', {
        params: { path: { module: moduleId, param: param.id }, query: { q, page: 1 } },
      });
      return data as { options: Option[]; total: number; diagnostic?: string };
    },
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

/** Some of many choices, searched on the server, as a platform may have twenty thousand. */
export function Picker({ param, label, value, onChange, context }: PickerProps) {
  const [text, setText] = useState('');
  const chosen = chosenOf(value);
  const typed = text.trim();
  const asked = useSettled(typed);
  const found = useOptions(context.moduleId, param, asked);
  const waiting = asked !== typed || found.isPlaceholderData;
  // While the answer to what was typed is on its way, those of the answer before it that fit are shown.
  const fits = (it: Option) => !waiting || it.label.toLowerCase().includes(typed.toLowerCase());
  const options = (found.data?.options ?? []).filter(
    (it) => fits(it) && !chosen.some((has) => String(has) === String(it.value)),
  );
  const labelOf = (it: Json) =>
    [...param.options, ...(found.data?.options ?? [])].find((option) => String(option.value) === String(it))?.label ??
    String(it);

  function choose(entry: Json) {
    setText('');
    if (!param.multiple && !param.freeEntries) onChange(entry);
    else if (!chosen.some((it) => String(it) === String(entry))) onChange([...chosen, entry]);
  }

  function without(entry: Json) {
    const rest = chosen.filter((it) => it !== entry);
    onChange(param.multiple || param.freeEntries ? rest : '');
  }

  // A name that is not offered may still exist on the platform the workflow runs beside. Where the answer then offers it,
  // it is the same item, so that it stays the one the keys are at.
  const items = [
    ...options.map((it) => ({ id: CHOICE + String(it.value), label: it.label, fresh: false })),
    ...(typed !== '' && !options.some((it) => String(it.value) === typed || it.label === typed)
      ? [{ id: CHOICE + typed, label: typed, fresh: true }]
      : []),
  ];

  /** Escape closes an open list first, and not what is around it, too. */
  function keepEscape(event: KeyboardEvent) {
    if (event.key === 'Escape' && (event.target as HTMLElement).ariaExpanded === 'true') event.stopPropagation();
  }

  /** Enter takes what was typed where no choice of the list is meant. */
  function takeTyped(event: KeyboardEvent) {
    const at = event.target as HTMLElement;
    if (event.key !== 'Enter' || typed === '' || at.role !== 'combobox' || at.hasAttribute('aria-activedescendant'))
      return;
    event.preventDefault();
    event.stopPropagation();
    choose(options.find((it) => it.label === typed || String(it.value) === typed)?.value ?? typed);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the field within
    <div className="field" onKeyDown={keepEscape} onKeyDownCapture={takeTyped}>
      <ComboBox
        className="field"
        inputValue={text}
        onInputChange={setText}
        selectedKey={null}
        onSelectionChange={(key) => {
          if (key === null) return;
          const option = options.find((it) => CHOICE + String(it.value) === key);
          choose(option ? option.value : String(key).slice(CHOICE.length));
        }}
        items={items}
        allowsEmptyCollection
        menuTrigger="focus"
      >
        <Label>{label}</Label>
        {chosen.length > 0 && (
          <ul className="tags" aria-label={`Chosen: ${param.label}`}>
            {chosen.map((it) => (
              <li key={String(it)} className="tag">
                {labelOf(it)}
                <IconButton small icon="xmark" label={`Remove ${labelOf(it)}`} onPress={() => without(it)} />
              </li>
            ))}
          </ul>
        )}
        <div className="input-group">
          <Input className="input" placeholder={param.placeholder || 'Type to search'} />
          <RawButton className="button quiet icon-only small" aria-label={`Show the choices of ${param.label}`}>
            <Icon name="chevron-down" />
          </RawButton>
        </div>
        <Popover className="popover">
          <ListBox
            renderEmptyState={() => (
              <p className="soft small option">
                {waiting || found.isFetching ? 'Searching …' : 'Nothing to choose from; type a name.'}
              </p>
            )}
          >
            {(it: (typeof items)[number]) => (
              <ListBoxItem id={it.id} className="option" textValue={it.label}>
                {it.fresh && <Icon name="plus" />}
                {it.label}
              </ListBoxItem>
            )}
          </ListBox>
          {found.data && found.data.total > found.data.options.length && (
            <p className="soft small option">
              {found.data.options.length} of {found.data.total}: type on to narrow them down.
            </p>
          )}
        </Popover>
      </ComboBox>
      {found.error && <Failure error={found.error} retry={found.refetch} />}
      {found.data?.diagnostic && <Notice tone="warn">{found.data.diagnostic}</Notice>}
    </div>
  );
}
