import { sql } from 'kysely';
import { RECORD_KINDS, type RecordKind } from '../../domain/record.ts';
import type { Handle } from '../database.ts';

export interface HomeCounts {
  readonly sources: number;
  readonly unread: number;
  /** Places beyond the first at which the same bytes were found. */
  readonly duplicates: number;
  /** Proposals that wait for a person. */
  readonly waiting: number;
  /** Records that are not withdrawn as a whole. */
  readonly records: Readonly<Record<RecordKind, number>>;
  readonly sought: number;
  /** Claims that are `work-needed` or `issue`. */
  readonly workNeeded: number;
  /** Pairs of values of one record that contradict. */
  readonly conflicts: number;
  readonly unsettled: number;
  /** Items of the work list, as `workPage` gives them. */
  readonly work: number;
  readonly deeds: number;
}

/** What is here and what waits: each a count along one index. */
export async function homeCounts(db: Handle): Promise<HomeCounts> {
  const { rows } = await sql<Omit<HomeCounts, 'records'>>`select
    (select count(*) from "source") as "sources",
    (select count(*) from "source" where "unread" = 1) as "unread",
    (select coalesce(sum("placeCount") - count(*), 0) from "source") as "duplicates",
    (select count(*) from "proposal" where "decision" is null) as "waiting",
    (select count(*) from "record" where "hold" = 'sought') as "sought",
    (select count(*) from "claim" where "status" in ('work-needed', 'issue')) as "workNeeded",
    (select coalesce(sum("conflicts"), 0) from "record" where "conflicts" > 0) as "conflicts",
    (select count(*) from "record" where "unsettled" = 1) as "unsettled",
    (select count(*) from "record" where "conflicts" > 0)
      + (select count(*) from "claim" where "status" in ('work-needed', 'issue'))
      + (select count(*) from "record" where "unsettled" = 1)
      + (select count(*) from "record" where "hold" = 'sought' and "withdrawn" = 0)
      + (select count(*) from "source" where "unread" = 1) as "work",
    (select count(*) from "deed") as "deeds"`.execute(db);
  const [counts] = rows;
  if (counts === undefined) throw new Error('a query of counts gave no row');
  return { ...counts, records: await recordCounts(db) };
}

async function recordCounts(db: Handle): Promise<Readonly<Record<RecordKind, number>>> {
  const rows = await db
    .selectFrom('record')
    .select((eb) => ['kind', eb.fn.countAll<number>().as('count')])
    .where('withdrawn', '=', 0)
    .groupBy('kind')
    .execute();
  const found = new Map(rows.map((row) => [row.kind, Number(row.count)]));
  const counts = RECORD_KINDS.map((kind) => [kind, found.get(kind) ?? 0] as const);
  return Object.fromEntries(counts) as Record<RecordKind, number>;
}
