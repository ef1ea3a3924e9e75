import type { Handle } from '../database.ts';
import { ascii } from '../packed.ts';

/** A fact about the projection itself, as ASCII; undefined where it was never noted. */
export async function metaOf(db: Handle, key: string): Promise<string | undefined> {
  const rows = await db.selectFrom('meta').select('value').where('key', '=', key).execute();
  return rows[0]?.value;
}

export async function putMeta(db: Handle, key: string, value: string): Promise<void> {
  await db
    .insertInto('meta')
    .values({ key, value: ascii(value) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: ascii(value) }))
    .execute();
}
