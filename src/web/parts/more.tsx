import { Button } from '@mantine/core';
import type { Rows } from '../state/pages.ts';
import { t } from '../words.ts';

/** Asks for the next page of a short list. */
export function More({ rows }: { readonly rows: Pick<Rows<object>, 'ended' | 'pending' | 'more'> }) {
  if (rows.pending || rows.ended) return null;
  return <Button onClick={rows.more}>{t('more')}</Button>;
}
