import { CloseButton, Kbd, NativeSelect, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import type { NoteView } from '../../../http/api-types.ts';
import { leaveField } from '../leave-field.ts';
import { codeWord, t } from '../../words.ts';
import { kindsOf, waits, type NoteFilter } from './review.ts';

interface NoteFilterBarProps {
  readonly notes: readonly NoteView[];
  readonly shown: number;
  readonly filter: NoteFilter;
  readonly onFilter: (filter: NoteFilter) => void;
  readonly input: RefObject<HTMLInputElement | null>;
}

/** Which notes the margin shows: by kind (G goes through them), by their words (`/`). */
export function NoteFilterBar({ notes, shown, filter, onFilter, input }: NoteFilterBarProps) {
  const kinds = kindsOf(notes).map((kind) => ({
    value: kind,
    label: t('reader.kind-count', {
      kind: codeWord('kind', kind),
      n: notes.filter((note) => note.kind === kind).length,
    }),
  }));
  return (
    <div className="note-filter">
      <NativeSelect
        size="xs"
        aria-label={t('reader.filter-kind')}
        value={filter.kind ?? ''}
        data={[{ value: '', label: t('reader.all-kinds', { n: notes.length }) }, ...kinds]}
        onChange={({ currentTarget: { value } }) =>
          onFilter({ ...filter, kind: kindsOf(notes).find((kind) => kind === value) ?? null })
        }
      />
      <TextInput
        ref={input}
        size="xs"
        type="search"
        aria-label={t('reader.filter-words')}
        placeholder={t('reader.filter-words')}
        value={filter.query}
        rightSection={
          filter.query === '' ? (
            <Kbd size="xs">/</Kbd>
          ) : (
            <CloseButton
              size="xs"
              aria-label={t('reader.filter-clear')}
              onClick={() => onFilter({ ...filter, query: '' })}
            />
          )
        }
        onChange={(event) => onFilter({ ...filter, query: event.currentTarget.value })}
        onKeyDown={leaveField}
      />
      <p className="quiet small" aria-live="polite">
        {shown === notes.length
          ? t('reader.waiting', { n: notes.filter(waits).length })
          : t('reader.shown', { n: shown, of: notes.length })}
      </p>
    </div>
  );
}
