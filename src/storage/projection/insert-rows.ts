import { CompiledQuery, sql, type Insertable } from 'kysely';
import { BoundedMap } from '../../kit/bounded-map.ts';
import type { Handle } from '../database.ts';
import type { Tables } from '../tables.ts';

/** Rows in one statement. Few sizes, so that few statements are ever prepared. */
const CHUNKS = [64, 8, 1] as const;
const compiled = new BoundedMap<string, string>(256);

/**
 * Inserts many rows of one shape. The SQL of a shape is made once: building it for each row costs more than the insert.
 * With `ignore`, a row whose key is there already is left as it is.
 */
export async function insertRows<Table extends keyof Tables & string>(
  db: Handle,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
  conflict: 'fail' | 'ignore' = 'fail',
): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first) as (keyof typeof first & string)[];
  let at = 0;
  for (const size of CHUNKS) {
    const statement = rows.length - at < size ? '' : insertSql(db, { table, columns, conflict, size });
    for (; rows.length - at >= size; at += size) {
      const values = rows.slice(at, at + size).flatMap((row) => columns.map((column) => row[column]));
      await db.executeQuery(CompiledQuery.raw(statement, values));
    }
  }
}

interface Shape {
  readonly table: string;
  readonly columns: readonly string[];
  readonly conflict: 'fail' | 'ignore';
  readonly size: number;
}

function insertSql(db: Handle, shape: Shape): string {
  const key = `${shape.table} ${shape.columns.join()} ${shape.conflict} ${shape.size}`;
  const kept = compiled.get(key);
  if (kept !== undefined) return kept;
  const row = sql`(${sql.join(shape.columns.map(() => sql`${null}`))})`;
  const query = sql`insert into ${sql.table(shape.table)} (${sql.join(shape.columns.map((name) => sql.ref(name)))})
    values ${sql.join(Array.from({ length: shape.size }, () => row))}
    ${sql.raw(shape.conflict === 'ignore' ? 'on conflict do nothing' : '')}`;
  const made = query.compile(db).sql;
  compiled.set(key, made);
  return made;
}

/** A list cut into pieces of at most `size`. */
export function* pieces<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** Fills a list up to the next power of two with its last member: `in (…)` then comes in few lengths. */
export function padded<Item>(items: readonly Item[]): readonly Item[] {
  const last = items.at(-1);
  if (last === undefined) return items;
  let size = 1;
  while (size < items.length) size *= 2;
  return items.length === size ? items : [...items, ...Array.from({ length: size - items.length }, () => last)];
}
