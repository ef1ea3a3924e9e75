import { canonicalJson, type Json } from '../kit/canonical-json.ts';
import type { Handle } from './database.ts';
import { recordLines, sourceLines } from './dump-states.ts';
import { fromUtf8 } from './packed.ts';
import type { Secrets } from './secrets.ts';

export type DumpTable = 'deed' | 'mention' | 'record' | 'source' | 'decided' | 'judgement' | 'doc';

/** Everything the projection holds of one deed, record, source…, as canonical JSON without inner keys. */
export interface DumpLine {
  readonly table: DumpTable;
  readonly id: string;
  readonly body: string;
}

/** In which order a dump lists the tables. */
export const DUMP_ORDER = {
  deed: 0,
  mention: 1,
  record: 2,
  source: 3,
  decided: 4,
  judgement: 5,
  doc: 6,
} as const satisfies Record<DumpTable, number>;

const AT_ONCE = 500;

/**
 * All rows that the fold makes, ordered by table and id: two databases of one ledger give the same lines, however the
 * rows came in. Readings, proposals, jobs and what readings say of sources are caches and not in it; nor are the tokens
 * of the search index, which can be asked but not read.
 */
export async function* dump(db: Handle, secrets: Secrets): AsyncGenerator<DumpLine> {
  yield* deedLines(db);
  yield* mentionLines(db);
  for await (const { id, body } of recordLines(db, secrets)) yield line('record', id, body);
  for await (const { id, body } of sourceLines(db)) yield line('source', id, body);
  yield* decidedLines(db);
  yield* judgementLines(db);
  yield* docLines(db);
}

const line = (table: DumpTable, id: string, body: Json): DumpLine => ({ table, id, body: canonicalJson(body) });
/** Numbers as ids sort as numbers do. */
const padded = (n: number): string => String(n).padStart(15, '0');

async function* deedLines(db: Handle): AsyncGenerator<DumpLine> {
  for (let after = -1; ;) {
    const rows = await db.selectFrom('deed').selectAll().where('n', '>', after).orderBy('n').limit(AT_ONCE).execute();
    for (const { n, actor, ...deed } of rows) {
      yield line('deed', padded(n), { ...deed, actor: fromUtf8(actor) });
      after = n;
    }
    if (rows.length < AT_ONCE) return;
  }
}

async function* mentionLines(db: Handle): AsyncGenerator<DumpLine> {
  for (let after = { id: '', n: -1 }; ;) {
    const rows = await db
      .selectFrom('mention')
      .innerJoin('name', 'name.key', 'mention.refKey')
      .select(['name.id', 'mention.n'])
      .where((eb) => eb.or([eb('id', '>', after.id), eb.and([eb('id', '=', after.id), eb('n', '>', after.n)])]))
      .orderBy('id')
      .orderBy('n')
      .limit(AT_ONCE)
      .execute();
    for (const row of rows) {
      yield line('mention', `${row.id} ${padded(row.n)}`, null);
      after = row;
    }
    if (rows.length < AT_ONCE) return;
  }
}

async function* decidedLines(db: Handle): AsyncGenerator<DumpLine> {
  for (let after = { n: -1, ordinal: -1 }; ;) {
    const rows = await db
      .selectFrom('decided')
      .innerJoin('name as p', 'p.key', 'decided.proposalKey')
      .leftJoin('name as t', 't.key', 'decided.textKey')
      .select(['n', 'ordinal', 'p.id as proposal', 'decision', 'kind', 'reader', 't.id as text', 'start', 'end'])
      .where((eb) => eb.or([eb('n', '>', after.n), eb.and([eb('n', '=', after.n), eb('ordinal', '>', after.ordinal)])]))
      .orderBy('n')
      .orderBy('ordinal')
      .limit(AT_ONCE)
      .execute();
    for (const { n, ordinal, ...row } of rows) {
      yield line('decided', `${padded(n)} ${padded(ordinal)}`, row);
      after = { n, ordinal };
    }
    if (rows.length < AT_ONCE) return;
  }
}

async function* judgementLines(db: Handle): AsyncGenerator<DumpLine> {
  for (let after = -1; ;) {
    const rows = await db
      .selectFrom('judgement')
      .innerJoin('name as a', 'a.key', 'judgement.aKey')
      .innerJoin('name as b', 'b.key', 'judgement.bKey')
      .select(['n', 'of', 'a.id as a', 'b.id as b', 'judgement'])
      .where('n', '>', after)
      .orderBy('n')
      .limit(AT_ONCE)
      .execute();
    for (const { n, a, b, ...row } of rows) {
      yield line('judgement', padded(n), { ...row, pair: [a, b].toSorted() });
      after = n;
    }
    if (rows.length < AT_ONCE) return;
  }
}

/** Windows of texts in the search index; those of records stand with their records. */
async function* docLines(db: Handle): AsyncGenerator<DumpLine> {
  for (let after = { id: '', start: -1 }; ;) {
    const rows = await db
      .selectFrom('doc')
      .innerJoin('name as t', 't.key', 'doc.textKey')
      .leftJoin('name as s', 's.key', 'doc.sourceKey')
      .select(['t.id', 's.id as source', 'doc.start', 'doc.end'])
      .where('doc.refKey', 'is', null)
      .where((eb) =>
        eb.or([eb('t.id', '>', after.id), eb.and([eb('t.id', '=', after.id), eb('doc.start', '>', after.start)])]),
      )
      .orderBy('t.id')
      .orderBy('doc.start')
      .limit(AT_ONCE)
      .execute();
    for (const { id, start, ...row } of rows) {
      yield line('doc', `${id} ${padded(start)}`, row);
      after = { id, start };
    }
    if (rows.length < AT_ONCE) return;
  }
}
