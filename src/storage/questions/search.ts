import { sql } from 'kysely';
import type { Handle } from '../database.ts';
import { padded } from '../projection/insert-rows.ts';
import type { DocKind } from '../tables.ts';
import { matchExpression, parseQuery } from './search-words.ts';

/** Rows that are ranked; a common word has more, and the answer says so (MECHANICS, Search). */
const CANDIDATES = 1000;
const HITS = 50;

export interface Hit {
  readonly in: DocKind;
  /** The record that was found; null for a text. */
  readonly record: string | null;
  readonly source: string | null;
  readonly text: string | null;
  /** The window of the text to look in with `wordsFound`, or the words that first attest the record. */
  readonly start: number;
  readonly end: number;
  /** Larger is better; comparable within one answer only. */
  readonly score: number;
}

export interface Hits {
  readonly hits: readonly Hit[];
  /** Only the newest thousand of what matches were ranked. */
  readonly capped: boolean;
}

/**
 * Full-text search over texts, statements, names and acts. Words must all be there; "…" holds a phrase together and a
 * word that ends in * begins others. Query and index are folded alike, so `qersel` finds `Qərsəl`.
 */
export async function search(db: Handle, words: string): Promise<Hits> {
  const match = matchExpression(parseQuery(words));
  if (match === null) return { hits: [], capped: false };
  const { rows } = await sql<{ key: number; rank: number; found: number }>`
    select "key", "rank", (count(*) over ()) as "found" from (
      select rowid as "key", bm25("search") as "rank" from "search" where "search" match ${match}
      order by rowid desc limit ${CANDIDATES + 1}
    ) order by "rank", "key" desc limit ${HITS}`.execute(db);
  const docs = await docsOf(
    db,
    rows.map((row) => row.key),
  );
  const hits = rows.flatMap((row) => {
    const doc = docs.get(row.key);
    return doc === undefined ? [] : [{ ...doc, score: -row.rank }];
  });
  return { hits, capped: (rows[0]?.found ?? 0) > CANDIDATES };
}

async function docsOf(db: Handle, keys: readonly number[]): Promise<ReadonlyMap<number, Omit<Hit, 'score'>>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('doc')
    .leftJoin('name as r', 'r.key', 'doc.refKey')
    .leftJoin('name as s', 's.key', 'doc.sourceKey')
    .leftJoin('name as t', 't.key', 'doc.textKey')
    .select(['doc.key', 'doc.kind as in', 'r.id as record', 's.id as source', 't.id as text', 'doc.start', 'doc.end'])
    .where('doc.key', 'in', padded(keys))
    .execute();
  return new Map(rows.map(({ key, ...doc }) => [key, doc]));
}
