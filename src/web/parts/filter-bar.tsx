import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ReactNode, useRef, useState } from 'react';
import { useKeys } from '../state/keys.ts';
import { t } from '../words.ts';
import './filter-bar.css';

const PAUSE = 250;

interface FilterBoxProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Filters the list while one types; `F` brings the focus here, Escape back to the list. */
export function FilterBox({ value, onChange }: FilterBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const later = useDebouncedCallback(onChange, PAUSE);
  useKeys({ f: { does: t('keys.filter'), run: () => box.current?.focus() } });
  return (
    <TextInput
      ref={box}
      className="grow"
      type="search"
      size="xs"
      aria-label={t('filter.label')}
      placeholder={t('filter.label')}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        later(event.currentTarget.value);
      }}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
    />
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceBoxProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}

/** One of a few, as a plain select. */
export function ChoiceBox({ label, value, choices, onChange }: ChoiceBoxProps) {
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={value}
      data={[...choices]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** The line of filters above a table, and how many rows there are. */
export function FilterBar({ count, children }: { readonly count: string; readonly children: ReactNode }) {
  return (
    <div className="filters">
      {children}
      <span className="count" role="status">
        {count}
      </span>
    </div>
  );
}
