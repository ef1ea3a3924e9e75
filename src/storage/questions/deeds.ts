import type { Selectable } from 'kysely';
import { isUuid } from '../../domain/ids.ts';
import type { Handle } from '../database.ts';
import { keyOf } from '../names.ts';
import { fromUtf8 } from '../packed.ts';
import type { Tables } from '../tables.ts';
import { PAGE, pageOf, placeIn, type Page } from './page.ts';

/** A deed's public face; its payload is in the ledger, under `n`. */
export interface FoundDeed {
  readonly n: number;
  readonly id: string;
  readonly kind: string;
  readonly actor: string;
  readonly at: string;
  readonly takenBackBy: number | null;
}

/** One page of deeds, newest first; with `mentions`, only those that mention that id: the history of a record or source. */
export async function deedsPage(
  db: Handle,
  question: { readonly mentions?: string; readonly after: string | null },
): Promise<Page<FoundDeed>> {
  let query = db.selectFrom('deed').selectAll('deed');
  if (question.mentions !== undefined) {
    const key = await keyOf(db, question.mentions);
    if (key === undefined) return { rows: [], next: null };
    query = query.innerJoin('mention', 'mention.n', 'deed.n').where('mention.refKey', '=', key);
  }
  const place = placeIn(question.after);
  if (place !== null) query = query.where('deed.n', '<', place);
  const found = await query
    .orderBy('deed.n', 'desc')
    .limit(PAGE + 1)
    .execute();
  return pageOf(
    found,
    (row) => row.n,
    (kept) => kept.map(shown),
  );
}

export async function deedById(db: Handle, id: string): Promise<FoundDeed | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await db.selectFrom('deed').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : shown(row);
}

/** How many deeds the projection holds: the number of the next one it lacks. */
export async function deedCount(db: Handle): Promise<number> {
  const row = await db
    .selectFrom('deed')
    .select((eb) => eb.fn.max('n').as('last'))
    .executeTakeFirst();
  return row?.last === null || row?.last === undefined ? 0 : Number(row.last) + 1;
}

function shown(row: Selectable<Tables['deed']>): FoundDeed {
  return { ...row, actor: fromUtf8(row.actor) };
}
