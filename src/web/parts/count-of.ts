import type { Rows } from '../state/pages.ts';
import { t, type Word } from '../words.ts';

/** How many rows there are; where the server did not count them and there are more, how many at least. */
export function countOf(word: Word, rows: Pick<Rows<object>, 'total' | 'rows' | 'ended'>): string {
  const words = t(word, { n: rows.total ?? rows.rows.length });
  return rows.total === null && !rows.ended ? t('count.at-least', { words }) : words;
}
