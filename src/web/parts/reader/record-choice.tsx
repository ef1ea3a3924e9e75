import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { RECORD_KINDS } from '../../../domain/record.ts';
import type { RecordDetail, RecordRow, SearchAnswer } from '../../../http/api-register.ts';
import type { Page } from '../../../http/api-types.ts';
import { get } from '../../state/api.ts';
import { codeWord, t } from '../../words.ts';
import { inOneLine, recordsFound, type RecordHere } from './adding.ts';
import { ChoiceList } from './choice-list.tsx';
import { recordQuery } from './record-query.ts';

const OFFERED = 6;
const PAUSE = 200;

interface Found {
  readonly id: string;
  readonly title: string;
}

/** Records of one kind by their words; of any kind as the search of the case finds them. */
async function found(kind: string, q: string): Promise<readonly Found[]> {
  if (kind !== '') return (await get<Page<RecordRow>>('/records', { kind, q })).rows;
  const { hits } = await get<SearchAnswer>('/search', { q });
  return hits.flatMap(({ record, title }) => (record === null ? [] : [{ id: record, title }]));
}

/** What the record says now; what was proposed until that has come. */
function titleOf({ title }: RecordHere, record: RecordDetail | undefined): string {
  const said = record === undefined ? '' : inOneLine(record);
  return said === '' ? title : said;
}

interface RecordChoiceProps {
  /** The records this text has, in the order they are offered. */
  readonly here: readonly RecordHere[];
  readonly onChoose: (record: string) => void;
}

/** Which record: one this text has, or any that is found by its words. */
export function RecordChoice({ here, onChoose }: RecordChoiceProps) {
  const [kind, setKind] = useState('');
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), PAUSE);
  const { data } = useQuery({
    queryKey: ['records', 'add', kind, asked],
    queryFn: () => found(kind, asked),
    enabled: asked.length > 1 || kind !== '',
  });
  const near = recordsFound(here, kind, typed).slice(0, OFFERED);
  const recorded = useQueries({ queries: near.map(({ id }) => recordQuery(id)) });
  const others = asked.length > 1 || kind !== '' ? (data ?? []) : [];
  const choices = [
    ...near.map((record, at) => ({
      key: record.id,
      title: record.covered ? t('reader.covered') : titleOf(record, recorded[at]?.data),
      beside: codeWord('kind', record.kind),
      choose: () => onChoose(record.id),
    })),
    ...others
      .filter(
        ({ id }, at) => !near.some((record) => record.id === id) && others.findIndex((other) => other.id === id) === at,
      )
      .slice(0, OFFERED)
      .map(({ id, title }) => ({ key: id, title, beside: t('reader.in-register'), choose: () => onChoose(id) })),
  ];
  return (
    <div className="record-choice">
      <div className="record-choice-by">
        <NativeSelect
          size="xs"
          aria-label={t('reader.add-kind')}
          value={kind}
          data={[
            { value: '', label: t('review.all') },
            ...RECORD_KINDS.map((each) => ({ value: each, label: codeWord('kind', each) })),
          ]}
          onChange={(event) => setKind(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          data-first
          aria-label={t('reader.add-which')}
          placeholder={t('reader.add-which')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <ChoiceList label={t('reader.add-which')} choices={choices} />
      {choices.length > 0 ? null : (
        <p className="hint">{t(typed.trim() === '' ? 'reader.add-none-here' : 'reader.add-none')}</p>
      )}
    </div>
  );
}
