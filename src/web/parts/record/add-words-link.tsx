import { Link } from '@tanstack/react-router';
import type { RecordDetail } from '../../../http/api-register.ts';
import { codeWord, t } from '../../words.ts';
import { wordsToAddBy } from './rows.ts';

interface AddWordsLinkProps {
  readonly record: RecordDetail;
  readonly field: string;
  /** Whether words say it already. */
  readonly has: boolean;
}

/** To the reader, at words of this record, to select more that say this field. */
export function AddWordsLink({ record, field, has }: AddWordsLinkProps) {
  const words = wordsToAddBy(record, field);
  if (words === undefined) return null;
  const { start, end } = words.span;
  return (
    <Link
      className="more-words"
      to="/read/$textId"
      params={{ textId: words.text }}
      search={{ span: `${start}-${end}`, add: record.id, field }}
      aria-label={t(has ? 'record.more-words-for' : 'record.find-words-for', { field: codeWord('field', field) })}
    >
      {t(has ? 'record.more-words' : 'record.find-words')}
    </Link>
  );
}
