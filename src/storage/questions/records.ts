import { sql, type ExpressionBuilder } from 'kysely';
import type { RecordKind, RecordState } from '../../domain/record.ts';
import { assertNever } from '../../kit/assert-never.ts';
import { fold } from '../../kit/fold.ts';
import type { Handle } from '../database.ts';
import { keyOf, knownKeys } from '../names.ts';
import { unpack, utf8 } from '../packed.ts';
import { padded, pieces } from '../projection/insert-rows.ts';
import type { Secrets } from '../secrets.ts';
import type { Bytes, Tables } from '../tables.ts';
import { lostPlace, PAGE, pageOf, placeIn, type Page } from './page.ts';

/** A record as it was put: its state and what the desk called it. */
export interface FoundRecord {
  readonly state: RecordState;
  readonly title: string;
  readonly conflicts: number;
  readonly work: number;
}

export const RECORD_SORTS = ['title', 'when', 'code', 'count'] as const;
export type RecordSort = (typeof RECORD_SORTS)[number];
const SORT_COLUMN = {
  title: 'byTitle',
  when: 'byDay',
  code: 'byCode',
  count: 'byCount',
} as const satisfies Record<RecordSort, string>;

export const RECORD_FILTERS = ['standing', 'withdrawn', 'conflict', 'work', 'unsettled'] as const;
export type RecordFilter = (typeof RECORD_FILTERS)[number];

/** A claim that the record must have, not withdrawn. Days since 1970-01-01; numbers as bounds of counts. */
export type Having =
  | { readonly kind: 'code'; readonly field: string; readonly code: string }
  | { readonly kind: 'days'; readonly field: string; readonly from: number; readonly to: number }
  | { readonly kind: 'count'; readonly field: string; readonly low: number; readonly high: number }
  | { readonly kind: 'record'; readonly field: string; readonly record: string };

export interface RecordQuestion {
  readonly kind: RecordKind;
  /** Part of the title, in any spelling that folds alike. */
  readonly q?: string;
  readonly filter?: RecordFilter;
  readonly having?: Having;
}

/** One page of the records of a kind, sorted; unknown values last. Sealed names sort last and no part of them is found. */
export async function recordsPage(
  db: Handle,
  secrets: Secrets,
  question: RecordQuestion & { readonly sort: RecordSort; readonly after: string | null },
): Promise<Page<FoundRecord>> {
  const column = SORT_COLUMN[question.sort];
  const place = placeIn(question.after);
  const where = await condition(db, question);
  let query = db.selectFrom('record').select(['key', 'conflicts', 'work']).where(where);
  if (place !== null) {
    const at = await db.selectFrom('record').select(column).where('key', '=', place).executeTakeFirst();
    if (at === undefined) throw lostPlace();
    query = query.where(sql<boolean>`(${sql.ref(column)}, "key") > (${at[column]}, ${place})`);
  }
  const found = await query
    .orderBy(column)
    .orderBy('key')
    .limit(PAGE + 1)
    .execute();
  const states = await statesOf(db, secrets, found.slice(0, PAGE));
  return pageOf(
    found,
    (row) => row.key,
    () => states,
  );
}

/** How many records a question finds in all. */
export async function recordsTotal(db: Handle, question: RecordQuestion): Promise<number> {
  const where = await condition(db, question);
  const row = await db
    .selectFrom('record')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where(where)
    .executeTakeFirstOrThrow();
  return Number(row.total);
}

type RecordBuilder = ExpressionBuilder<Tables, 'record'>;

async function condition(db: Handle, question: RecordQuestion) {
  const { kind, q, filter, having } = question;
  const part: Bytes | null = q === undefined || q.trim() === '' ? null : utf8(fold(q.trim()));
  const refKey = having?.kind === 'record' ? ((await keyOf(db, having.record)) ?? 0) : 0;
  return (eb: RecordBuilder) =>
    eb.and([
      eb('kind', '=', kind),
      ...(part === null ? [] : [sql<boolean>`instr("byTitle", ${part}) > 0`]),
      ...(filter === undefined ? [] : [FILTER[filter](eb)]),
      ...(having === undefined ? [] : [eb('key', 'in', claimLike(eb, having, refKey))]),
    ]);
}

const FILTER = {
  standing: (eb: RecordBuilder) => eb('withdrawn', '=', 0),
  withdrawn: (eb: RecordBuilder) => eb('withdrawn', '=', 1),
  conflict: (eb: RecordBuilder) => eb('conflicts', '>', sql.lit(0)),
  work: (eb: RecordBuilder) => eb('work', '>', 0),
  unsettled: (eb: RecordBuilder) => eb('unsettled', '=', sql.lit(1)),
} as const satisfies Record<RecordFilter, unknown>;

/** Keys of the records with such a claim. */
function claimLike(eb: RecordBuilder, having: Having, refKey: number) {
  if (having.kind === 'record') {
    return eb.selectFrom('refers').select('recordKey').where('refKey', '=', refKey).where('as', '=', having.field);
  }
  const claims = eb
    .selectFrom('claim')
    .select('recordKey')
    .where('claim.field', '=', having.field)
    .where('claim.status', '<>', 'withdrawn');
  switch (having.kind) {
    case 'code':
      return claims.where('claim.code', '=', having.code);
    case 'days':
      return claims
        .where((e) => e.or([e('claim.fromDay', 'is not', null), e('claim.toDay', 'is not', null)]))
        .where((e) => e.or([e('claim.fromDay', 'is', null), e('claim.fromDay', '<=', having.to)]))
        .where((e) => e.or([e('claim.toDay', 'is', null), e('claim.toDay', '>=', having.from)]));
    case 'count':
      return claims
        .where('claim.low', '<=', having.high)
        .where((e) => e.or([e('claim.high', 'is', null), e('claim.high', '>=', having.low)]));
    default:
      return assertNever(having);
  }
}

export async function recordById(db: Handle, secrets: Secrets, id: string): Promise<FoundRecord | undefined> {
  return (await recordsById(db, secrets, [id]))[0];
}

/** Those of these records that there are, in the order asked. */
export async function recordsById(db: Handle, secrets: Secrets, ids: readonly string[]): Promise<FoundRecord[]> {
  const keys = await knownKeys(db, ids);
  const asked = [...new Set(ids)].flatMap((id) => keys.get(id) ?? []);
  return recordsByKey(db, secrets, asked);
}

/** The records under these keys, in this order; keys of anything else are passed over. */
export async function recordsByKey(db: Handle, secrets: Secrets, keys: readonly number[]): Promise<FoundRecord[]> {
  const found: FoundRecord[] = [];
  for (const some of pieces(keys, 256)) {
    const rows = await db
      .selectFrom('record')
      .select(['key', 'conflicts', 'work'])
      .where('key', 'in', padded(some))
      .execute();
    const byKey = new Map(rows.map((row) => [row.key, row]));
    found.push(
      ...(await statesOf(
        db,
        secrets,
        some.flatMap((key) => byKey.get(key) ?? []),
      )),
    );
  }
  return found;
}

interface Counts {
  readonly key: number;
  readonly conflicts: number;
  readonly work: number;
}

async function statesOf(db: Handle, secrets: Secrets, rows: readonly Counts[]): Promise<FoundRecord[]> {
  if (rows.length === 0) return [];
  const keys = padded(rows.map((row) => row.key));
  const bodies = await db.selectFrom('state').selectAll().where('key', 'in', keys).execute();
  const byKey = new Map(bodies.map((row) => [row.key, row]));
  return rows.map(({ key, conflicts, work }) => {
    const row = byKey.get(key);
    if (row === undefined) throw new Error(`record ${key} has no state`);
    const plain = row.sealed === 1 ? secrets.open(row.body) : row.body;
    return { ...unpack<Pick<FoundRecord, 'title' | 'state'>>(plain), conflicts, work };
  });
}
