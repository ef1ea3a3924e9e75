import { Kbd } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { codeWord, t } from '../../words.ts';
import { RecordLink } from '../record-link.tsx';
import { inOneLine, type Adding } from './adding.ts';
import { recordQuery } from './record-query.ts';

/** Which record words are looked for, and how they are given to it; it stays in view while the text is read. */
export function AddingLine({ adding: { record, field } }: { readonly adding: Adding }) {
  const { data } = useQuery(recordQuery(record));
  if (data === undefined) return null;
  return (
    <p className="adding" role="status">
      <span>
        {t('reader.add-how', { field: field === null ? t('reader.add-value') : codeWord('field', field) })}{' '}
        <Kbd size="xs">B</Kbd>
      </span>
      <RecordLink id={record}>{inOneLine(data)}</RecordLink>
    </p>
  );
}
