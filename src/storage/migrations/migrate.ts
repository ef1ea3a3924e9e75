import { sql } from 'kysely';
import type { Database, Handle } from '../database.ts';
import { tables } from './0001-tables.ts';
import type { Ddl, Migration } from './ddl.ts';

/** In order; the schema's version is how many of them were run. A new step is a file and a line. */
const MIGRATIONS: readonly Migration[] = [tables];
export const SCHEMA = MIGRATIONS.length;

export type Schema = { readonly kind: 'made' | 'kept' } | { readonly kind: 'newer'; readonly version: number };

/** Brings the schema to `SCHEMA` in one transaction. A schema from a later version is named and not touched. */
export async function migrate(database: Database, ddl: Ddl): Promise<Schema> {
  const version = await versionOf(database.db);
  if (version === SCHEMA) return { kind: 'kept' };
  return database.locked(async (db) => {
    const found = await versionOf(db);
    if (found > SCHEMA) return { kind: 'newer', version: found };
    if (found === 0) await run(db, 'create table if not exists "meta" ("key" text primary key, "value" text not null)');
    for (const migration of MIGRATIONS.slice(found)) {
      for (const statement of migration(ddl)) await run(db, statement);
    }
    await db
      .insertInto('meta')
      .values({ key: 'schema', value: String(SCHEMA) })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: String(SCHEMA) }))
      .execute();
    return { kind: found === 0 ? 'made' : 'kept' };
  });
}

async function run(db: Handle, statement: string): Promise<void> {
  await sql.raw(statement).execute(db);
}

/** 0 where nothing was ever made. */
async function versionOf(db: Handle): Promise<number> {
  const tables = await db.introspection.getTables();
  if (!tables.some((table) => table.name === 'meta')) return 0;
  const row = await db.selectFrom('meta').select('value').where('key', '=', 'schema').executeTakeFirst();
  return row === undefined ? 0 : Number(row.value);
}
