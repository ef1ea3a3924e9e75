import type { Handle } from '../database.ts';
import { keyOf } from '../names.ts';
import { padded } from '../projection/insert-rows.ts';
import type { Secrets } from '../secrets.ts';
import { PAGE, pageOf, placeIn, type Page } from './page.ts';
import { recordsByKey, type FoundRecord } from './records.ts';

/** Records that name another, each with the fields or links by which it does. */
export interface Referring {
  readonly record: FoundRecord;
  readonly as: readonly string[];
}

/** A record with the places in its `state.claims` of those claims that are meant. */
export interface RecordClaims {
  readonly record: FoundRecord;
  readonly claims: readonly number[];
}

/** One page of the records that refer to a record: an act to its victim, a statement to its voice, a chain to a work. */
export async function recordsReferring(
  db: Handle,
  secrets: Secrets,
  question: { readonly id: string; readonly after: string | null },
): Promise<Page<Referring>> {
  const key = await keyOf(db, question.id);
  if (key === undefined) return NOTHING;
  const found = await db
    .selectFrom('refers')
    .select('recordKey as key')
    .distinct()
    .where('refKey', '=', key)
    .where('recordKey', '>', placeIn(question.after) ?? 0)
    .orderBy('recordKey')
    .limit(PAGE + 1)
    .execute();
  const kept = found.slice(0, PAGE).map((row) => row.key);
  const links = await db
    .selectFrom('refers')
    .select(['recordKey as key', 'as as detail'])
    .where('refKey', '=', key)
    .where('recordKey', 'in', padded([0, ...kept]))
    .execute();
  const rows = await withDetails(db, secrets, kept, links);
  return pageOf(
    found,
    (row) => row.key,
    () => rows.map(({ record, details }) => ({ record, as: details })),
  );
}

/** One page of the records with claims that a source attests. */
export async function claimsBySource(
  db: Handle,
  secrets: Secrets,
  question: { readonly source: string; readonly after: string | null },
): Promise<Page<RecordClaims>> {
  const key = await keyOf(db, question.source);
  if (key === undefined) return NOTHING;
  const found = await db
    .selectFrom('attest')
    .select('recordKey as key')
    .distinct()
    .where('sourceKey', '=', key)
    .where('recordKey', '>', placeIn(question.after) ?? 0)
    .orderBy('recordKey')
    .limit(PAGE + 1)
    .execute();
  const kept = found.slice(0, PAGE).map((row) => row.key);
  const places = await db
    .selectFrom('attest')
    .select(['recordKey as key', 'position as detail'])
    .distinct()
    .where('sourceKey', '=', key)
    .where('recordKey', 'in', padded([0, ...kept]))
    .execute();
  const rows = await withDetails(db, secrets, kept, places);
  return pageOf(
    found,
    (row) => row.key,
    () => rows.map(({ record, details }) => ({ record, claims: details })),
  );
}

/** At most this many claims are shown beside one window of a text. */
const WINDOW_CLAIMS = 2000;

/** Records with claims whose words begin in `[from, to)` of a text: the notes of its margin. */
export async function recordsInWindow(
  db: Handle,
  secrets: Secrets,
  window: { readonly text: string; readonly from: number; readonly to: number },
): Promise<readonly RecordClaims[]> {
  const key = await keyOf(db, window.text);
  if (key === undefined) return [];
  const places = await db
    .selectFrom('attest')
    .select(['recordKey as key', 'position as detail'])
    .where('textKey', '=', key)
    .where('start', '>=', window.from)
    .where('start', '<', window.to)
    .orderBy('start')
    .limit(WINDOW_CLAIMS)
    .execute();
  const rows = await withDetails(db, secrets, [...new Set(places.map((row) => row.key))], places);
  return rows.map(({ record, details }) => ({ record, claims: details }));
}

const NOTHING = { rows: [], next: null } as const;

async function withDetails<Detail>(
  db: Handle,
  secrets: Secrets,
  keys: readonly number[],
  details: readonly { readonly key: number; readonly detail: Detail }[],
): Promise<readonly { readonly record: FoundRecord; readonly details: readonly Detail[] }[]> {
  const byKey = new Map<number, Set<Detail>>(keys.map((key) => [key, new Set()]));
  for (const { key, detail } of details) byKey.get(key)?.add(detail);
  const records = await recordsByKey(db, secrets, keys);
  return records.map((record, at) => ({ record, details: [...(byKey.get(keys[at] ?? 0) ?? [])].toSorted() }));
}
