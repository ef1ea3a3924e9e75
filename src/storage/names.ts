import type { Handle } from './database.ts';
import { ascii } from './packed.ts';
import { insertRows, padded, pieces } from './projection/insert-rows.ts';

const AT_ONCE = 256;

/** The key of an id, if any row ever named it. Total over hostile strings: what is no id of ours has no key. */
export async function keyOf(db: Handle, id: string): Promise<number | undefined> {
  return (await knownKeys(db, [id])).get(id);
}

/** The keys of those ids that have one. */
export async function knownKeys(db: Handle, ids: Iterable<string>): Promise<Map<string, number>> {
  const keys = new Map<string, number>();
  const askable = [...new Set(ids)].filter((id) => id.length <= 80 && /^[\x21-\x7e]+$/.test(id));
  for (const some of pieces(askable, AT_ONCE)) {
    const rows = await db.selectFrom('name').select(['key', 'id']).where('id', 'in', padded(some)).execute();
    for (const row of rows) keys.set(row.id, row.key);
  }
  return keys;
}

/** The keys of all these ids, made where there is none yet: each id stands once in the database (MECHANICS, Ids). */
export async function keysFor(db: Handle, ids: Iterable<string>): Promise<(id: string) => number> {
  const wanted = new Set(ids);
  const keys = await knownKeys(db, wanted);
  const missing = [...wanted].filter((id) => !keys.has(id));
  await insertRows(
    db,
    'name',
    missing.map((id) => ({ id: ascii(id) })),
  );
  for (const [id, key] of await knownKeys(db, missing)) keys.set(id, key);
  return (id) => {
    const key = keys.get(id);
    if (key === undefined) throw new Error(`no key was asked for ${id}`);
    return key;
  };
}
