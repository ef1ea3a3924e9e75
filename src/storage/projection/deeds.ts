import type { Deed } from '../../domain/deed.ts';
import type { Handle } from '../database.ts';
import { keysFor, knownKeys } from '../names.ts';
import { utf8 } from '../packed.ts';
import { insertRows, padded, pieces } from './insert-rows.ts';

/** A deed with every id it mentions: records, sources, texts, proposals, deeds. */
export interface DeedEntry {
  readonly deed: Deed;
  readonly refs: readonly string[];
}

/** Notes deeds, in the order of the ledger. A deed that is there already is left as it is: replaying is harmless. */
export async function putDeeds(db: Handle, entries: readonly DeedEntry[]): Promise<void> {
  for (const some of pieces(entries, 256)) {
    const keyOf = await keysFor(
      db,
      some.flatMap((entry) => entry.refs),
    );
    const rows = some.map(({ deed }) => ({
      n: deed.n,
      id: deed.id,
      kind: deed.payload.kind,
      actor: utf8(deed.actor),
      at: deed.at,
      takenBackBy: null,
    }));
    await insertRows(db, 'deed', rows, 'ignore');
    const mentions = some.flatMap(({ deed, refs }) =>
      [...new Set(refs)].map((ref) => ({ refKey: keyOf(ref), n: deed.n })),
    );
    await insertRows(db, 'mention', mentions, 'ignore');
  }
}

/** Marks deed `n` as taken back by deed `by`, or as standing again. */
export async function setTakenBack(db: Handle, n: number, by: number | null): Promise<void> {
  await db.updateTable('deed').set({ takenBackBy: by }).where('n', '=', n).execute();
}

/** The numbers of all deeds that mention any of these ids, ascending: what a refold of them needs. */
export async function deedsMentioning(db: Handle, refs: Iterable<string>): Promise<number[]> {
  const keys = [...(await knownKeys(db, refs)).values()];
  const found = new Set<number>();
  for (const some of pieces(keys, 256)) {
    const rows = await db.selectFrom('mention').select('n').where('refKey', 'in', padded(some)).execute();
    for (const row of rows) found.add(row.n);
  }
  return [...found].sort((a, b) => a - b);
}
