import type { DeedKind } from '../../domain/deed.ts';
import type { Handle } from '../database.ts';
import { knownKeys } from '../names.ts';
import { utf8 } from '../packed.ts';
import { padded, pieces } from '../projection/insert-rows.ts';
import { deedById } from './deeds.ts';

/** The number of a deed in the ledger; undefined for an unknown id. */
export async function deedNumber(db: Handle, id: string): Promise<number | undefined> {
  return (await deedById(db, id))?.n;
}

/** Which of these deeds do not stand because another took them back. */
export async function takenBackAmong(db: Handle, numbers: Iterable<number>): Promise<Set<number>> {
  const found = new Set<number>();
  for (const some of pieces([...numbers], 256)) {
    const rows = await db
      .selectFrom('deed')
      .select('n')
      .where('n', 'in', padded(some))
      .where('takenBackBy', 'is not', null)
      .execute();
    for (const row of rows) found.add(row.n);
  }
  return found;
}

/** The first deed that mentions each id: for a record, the deed that made it. */
export async function firstMentions(db: Handle, refs: Iterable<string>): Promise<Map<string, number>> {
  const keys = await knownKeys(db, refs);
  const ids = new Map([...keys].map(([id, key]) => [key, id]));
  const found = new Map<string, number>();
  for (const some of pieces([...ids.keys()], 256)) {
    const rows = await db
      .selectFrom('mention')
      .select((eb) => ['refKey', eb.fn.min('n').as('n')])
      .where('refKey', 'in', padded(some))
      .groupBy('refKey')
      .execute();
    for (const row of rows) {
      const id = ids.get(row.refKey);
      if (id !== undefined) found.set(id, Number(row.n));
    }
  }
  return found;
}

/** The numbers of all deeds of one kind, ascending. */
export async function deedsOfKind(db: Handle, kind: DeedKind): Promise<number[]> {
  const rows = await db.selectFrom('deed').select('n').where('kind', '=', kind).orderBy('n').execute();
  return rows.map((row) => row.n);
}

/** The last standing deed of an actor among those kinds: what an undo takes back. */
export async function lastDeedBy(db: Handle, actor: string, kinds: readonly DeedKind[]): Promise<number | undefined> {
  const rows = await db
    .selectFrom('deed')
    .select('n')
    .where('actor', '=', utf8(actor))
    .where('kind', 'in', kinds)
    .where('takenBackBy', 'is', null)
    .orderBy('n', 'desc')
    .limit(1)
    .execute();
  return rows[0]?.n;
}
