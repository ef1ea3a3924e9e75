import { sql } from 'kysely';
import type { Handle } from '../database.ts';
import type { Secrets } from '../secrets.ts';
import { lostPlace, PAGE, type Page } from './page.ts';
import { recordsByKey, type FoundRecord } from './records.ts';
import { sourcesById, type FoundSource } from './sources.ts';

/** What waits for somebody: a work to get, a claim, record or source that asks for work. */
export type WorkRow =
  | { readonly kind: 'get-it' | 'conflict' | 'unsettled'; readonly record: FoundRecord }
  | { readonly kind: 'work-needed' | 'issue'; readonly record: FoundRecord; readonly claim: number }
  | { readonly kind: 'unread'; readonly source: FoundSource };

/** In this order they are shown. */
export const WORK_KINDS = [
  'conflict',
  'work-needed',
  'issue',
  'unsettled',
  'get-it',
  'unread',
] as const satisfies readonly WorkRow['kind'][];
type WorkKind = (typeof WORK_KINDS)[number];

/** A row of an index: its key, and the claim's position where it is about one. */
interface Spot {
  readonly key: number;
  readonly position: number;
}
/** After which spot of which part the next page begins. */
type Place = Spot & { readonly kind: WorkKind };

const START: Spot = { key: -1, position: -1 };

/** One page of what waits, part after part. */
export async function workPage(
  db: Handle,
  secrets: Secrets,
  question: { readonly after: string | null; readonly kind?: WorkKind },
): Promise<Page<WorkRow>> {
  const from = placeOf(question.after);
  const parts = question.kind === undefined ? WORK_KINDS : [question.kind];
  const first = from === null ? 0 : Math.max(0, parts.indexOf(from.kind));
  const places: Place[] = [];
  for (const kind of parts.slice(first)) {
    const spots = await SPOTS[kind](db, from?.kind === kind ? from : START, PAGE + 1 - places.length);
    places.push(...spots.map((spot) => ({ ...spot, kind })));
    if (places.length > PAGE) break;
  }
  const kept = places.slice(0, PAGE);
  const last = kept.at(-1);
  const next = places.length > PAGE && last !== undefined ? `${last.kind}.${last.key}.${last.position}` : null;
  return { rows: await dressed(db, secrets, kept), next };
}

function placeOf(after: string | null): Place | null {
  if (after === null) return null;
  const found = /^([a-z-]{1,20})\.(\d{1,15})\.(\d{1,9})$/.exec(after);
  const kind = WORK_KINDS.find((one) => one === found?.[1]);
  if (kind === undefined) throw lostPlace();
  return { kind, key: Number(found?.[2]), position: Number(found?.[3]) };
}

/** Conditions are written out, not bound as parameters: only then does the planner see that a partial index holds. */
type Spots = (db: Handle, after: Spot, limit: number) => Promise<readonly Spot[]>;

const SPOTS = {
  conflict: (db, after, limit) => recordsWhere(db, 'conflicts', after, limit),
  'work-needed': (db, after, limit) => claimsIn(db, 'work-needed', after, limit),
  issue: (db, after, limit) => claimsIn(db, 'issue', after, limit),
  unsettled: (db, after, limit) => recordsWhere(db, 'unsettled', after, limit),
  'get-it': async (db, after, limit) => {
    const sought = db.selectFrom('record').select('key').where('hold', '=', 'sought').where('withdrawn', '=', 0);
    return spots(await sought.where('key', '>', after.key).orderBy('key').limit(limit).execute());
  },
  unread: async (db, after, limit) => {
    const unread = db.selectFrom('source').select('key').where('unread', '=', sql.lit(1));
    return spots(await unread.where('key', '>', after.key).orderBy('key').limit(limit).execute());
  },
} as const satisfies Record<WorkKind, Spots>;

const spots = (rows: readonly { readonly key: number }[]): readonly Spot[] =>
  rows.map(({ key }) => ({ key, position: 0 }));

async function recordsWhere(
  db: Handle,
  flag: 'conflicts' | 'unsettled',
  after: Spot,
  limit: number,
): Promise<readonly Spot[]> {
  const flagged = db.selectFrom('record').select('key');
  const where =
    flag === 'conflicts' ? flagged.where('conflicts', '>', sql.lit(0)) : flagged.where('unsettled', '=', sql.lit(1));
  return spots(await where.where('key', '>', after.key).orderBy('key').limit(limit).execute());
}

function claimsIn(db: Handle, status: 'work-needed' | 'issue', after: Spot, limit: number): Promise<readonly Spot[]> {
  return db
    .selectFrom('claim')
    .select(['recordKey as key', 'position'])
    .where(sql<boolean>`"status" in ('work-needed', 'issue')`)
    .where('status', '=', status)
    .where(sql<boolean>`("recordKey", "position") > (${after.key}, ${after.position})`)
    .orderBy('recordKey')
    .orderBy('position')
    .limit(limit)
    .execute();
}

async function dressed(db: Handle, secrets: Secrets, places: readonly Place[]): Promise<readonly WorkRow[]> {
  const recordKeys = [...new Set(places.filter((place) => place.kind !== 'unread').map((place) => place.key))];
  const sourceKeys = places.filter((place) => place.kind === 'unread').map((place) => place.key);
  const records = await byKey(recordKeys, (keys) => recordsByKey(db, secrets, keys));
  const sources = await byKey(sourceKeys, (keys) => sourcesByKey(db, keys));
  return places.flatMap((place): readonly WorkRow[] => {
    if (place.kind === 'unread') {
      const source = sources.get(place.key);
      return source === undefined ? [] : [{ kind: place.kind, source }];
    }
    const record = records.get(place.key);
    if (record === undefined) return [];
    return place.kind === 'work-needed' || place.kind === 'issue'
      ? [{ kind: place.kind, record, claim: place.position }]
      : [{ kind: place.kind, record }];
  });
}

async function byKey<Row>(
  keys: readonly number[],
  ask: (keys: readonly number[]) => Promise<readonly Row[]>,
): Promise<ReadonlyMap<number, Row>> {
  const rows = await ask(keys);
  return new Map(keys.flatMap((key, at) => (rows[at] === undefined ? [] : [[key, rows[at]] as const])));
}

async function sourcesByKey(db: Handle, keys: readonly number[]): Promise<readonly FoundSource[]> {
  if (keys.length === 0) return [];
  const rows = await db.selectFrom('name').select(['key', 'id']).where('key', 'in', keys).execute();
  const ids = new Map(rows.map((row) => [row.key, row.id]));
  return sourcesById(
    db,
    keys.flatMap((key) => ids.get(key) ?? []),
  );
}
