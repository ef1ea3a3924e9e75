import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecordRow } from '../../../http/api-register.ts';
import type { Page } from '../../../http/api-types.ts';
import type { ValueKind } from '../../../domain/record.ts';
import { get } from '../../state/api.ts';
import { t } from '../../words.ts';
import { ChoiceList } from './choice-list.tsx';
import type { Draft } from './drafts.ts';
import { personsFound, type PersonHere } from './persons-here.ts';

const OFFERED = 5;

interface RecordInputProps {
  readonly holds: ValueKind;
  readonly draft: Extract<Draft, { kind: 'record' }>;
  readonly label: string;
  /** Persons this text names: offered before those of the register. */
  readonly here?: readonly PersonHere[] | undefined;
  readonly onChange: (draft: Draft) => void;
}

/** Chooses a record by its name: a person, an event, an act, a figure. What is there may be replaced as soon as it is gone to. */
export function RecordInput({ holds, draft, label, here = [], onChange }: RecordInputProps) {
  const [open, setOpen] = useState(false);
  const asked = open && draft.record === '' ? draft.name.trim() : '';
  const { data } = useQuery({
    queryKey: ['records', 'choose', holds, asked],
    queryFn: () => get<Page<RecordRow>>('/records', { kind: holds, q: asked }),
    enabled: asked.length > 1,
  });
  const named = personsFound(here, draft.name).slice(0, OFFERED);
  const rows = asked.length > 1 ? (data?.rows.filter((row) => !row.proposed).slice(0, OFFERED) ?? []) : [];
  const choices = [
    ...named.map((person) => ({
      key: `here ${person.name}`,
      title: person.name,
      beside: t('reader.in-this-text'),
      draft: {
        kind: 'record',
        record: person.record ?? '',
        name: person.name,
        mention: person.record === null ? person.proposal : null,
      } as const,
    })),
    ...rows
      .filter((row) => !named.some((person) => person.record === row.id))
      .map((row) => ({
        key: row.id,
        title: row.title,
        beside: t('reader.in-register'),
        draft: { kind: 'record', record: row.id, name: row.title, mention: null } as const,
      })),
  ];
  const choose = (chosen: Draft): void => {
    onChange(chosen);
    setOpen(false);
  };
  return (
    <div
      className="record-input"
      onFocus={() => setOpen(true)}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <TextInput
        size="xs"
        aria-label={label}
        placeholder={t('reader.choose')}
        value={draft.name}
        onChange={(event) => onChange({ kind: 'record', record: '', name: event.currentTarget.value, mention: null })}
        onClick={() => setOpen(true)}
      />
      {open ? (
        <ChoiceList
          label={t('reader.choose')}
          choices={choices.map(({ draft: chosen, ...choice }) => ({ ...choice, choose: () => choose(chosen) }))}
        />
      ) : null}
      {data !== undefined && asked.length > 1 && choices.length === 0 ? <small>{t('reader.nobody-yet')}</small> : null}
    </div>
  );
}
