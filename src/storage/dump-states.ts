import type { Json } from '../kit/canonical-json.ts';
import type { Handle } from './database.ts';
import { fromUtf8, unpack } from './packed.ts';
import { padded } from './projection/insert-rows.ts';
import type { Secrets } from './secrets.ts';
import type { Bytes, Tables } from './tables.ts';

export interface StateLine {
  readonly id: string;
  readonly body: Json;
}

const AT_ONCE = 200;
const hex = (bytes: Bytes): string => Buffer.from(bytes).toString('hex');

/** Each record by id: its row, its state, and every row that hangs on it. */
export async function* recordLines(db: Handle, secrets: Secrets): AsyncGenerator<StateLine> {
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('name')
      .innerJoin('record', 'record.key', 'name.key')
      .selectAll('record')
      .select('name.id')
      .where('name.id', '>', after)
      .orderBy('name.id')
      .limit(AT_ONCE)
      .execute();
    const hanging = await hangingRows(
      db,
      rows.map((row) => row.key),
      secrets,
    );
    for (const { key, id, byTitle, ...row } of rows) {
      yield { id, body: { row, byTitle: hex(byTitle), hanging: hanging.get(key) ?? [] } };
      after = id;
    }
    if (rows.length < AT_ONCE) return;
  }
}

/** Each source by id: its row but for what readings say, its state, its texts. */
export async function* sourceLines(db: Handle): AsyncGenerator<StateLine> {
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('name')
      .innerJoin('source', 'source.key', 'name.key')
      .select(['source.key', 'name.id', 'byPlace', 'placeCount', 'mediaType', 'bytes', 'takenAt', 'unread', 'places'])
      .where('name.id', '>', after)
      .orderBy('name.id')
      .limit(AT_ONCE)
      .execute();
    const keys = rows.map((row) => row.key);
    const hanging = gathered([await stateRows(db, keys, noSecrets), await textRows(db, keys)]);
    for (const { key, id, byPlace, places, ...row } of rows) {
      const body = { row, byPlace: hex(byPlace), places: fromUtf8(places), hanging: hanging.get(key) ?? [] };
      yield { id, body };
      after = id;
    }
    if (rows.length < AT_ONCE) return;
  }
}

interface Hanging {
  readonly key: number;
  readonly of: string;
  readonly row: Json;
}

const noSecrets = (): Bytes => {
  throw new Error('a source is never sealed');
};

async function hangingRows(
  db: Handle,
  keys: readonly number[],
  secrets: Secrets,
): Promise<ReadonlyMap<number, Json[]>> {
  if (keys.length === 0) return new Map();
  return gathered([
    await stateRows(db, keys, (sealed) => secrets.open(sealed)),
    await claimRows(db, keys),
    await attestRows(db, keys),
    await referRows(db, keys),
    await docRows(db, keys),
    await tokenRows(db, 'personName', keys),
    await tokenRows(db, 'sensitiveToken', keys),
  ]);
}

function gathered(lists: readonly (readonly Hanging[])[]): ReadonlyMap<number, Json[]> {
  const byKey = new Map<number, Json[]>();
  for (const { key, of, row } of lists.flat()) {
    const rows = byKey.get(key) ?? [];
    rows.push({ of, row });
    byKey.set(key, rows);
  }
  return byKey;
}

async function stateRows(db: Handle, keys: readonly number[], open: (sealed: Bytes) => Bytes): Promise<Hanging[]> {
  if (keys.length === 0) return [];
  const rows = await db.selectFrom('state').selectAll().where('key', 'in', padded(keys)).execute();
  return rows.map(({ key, sealed, body }) => ({
    key,
    of: 'state',
    row: { sealed, state: unpack<Record<string, Json>>(sealed === 1 ? open(body) : body) },
  }));
}

async function textRows(db: Handle, keys: readonly number[]): Promise<Hanging[]> {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom('text')
    .innerJoin('name', 'name.key', 'text.key')
    .select(['sourceKey as key', 'name.id', 'position', 'units', 'blob', 'pages'])
    .where('sourceKey', 'in', padded(keys))
    .orderBy('position')
    .execute();
  return rows.map(({ key, ...row }) => ({ key, of: 'text', row }));
}

async function claimRows(db: Handle, keys: readonly number[]): Promise<Hanging[]> {
  const rows = await db
    .selectFrom('claim')
    .leftJoin('name', 'name.key', 'claim.refKey')
    .select(['recordKey as key', 'position', 'field', 'status', 'basis', 'adopted', 'code', 'low', 'high'])
    .select(['fromDay', 'toDay', 'name.id as ref'])
    .where('recordKey', 'in', padded(keys))
    .orderBy('position')
    .execute();
  return rows.map(({ key, ...row }) => ({ key, of: 'claim', row }));
}

async function attestRows(db: Handle, keys: readonly number[]): Promise<Hanging[]> {
  const rows = await db
    .selectFrom('attest')
    .innerJoin('name as s', 's.key', 'attest.sourceKey')
    .innerJoin('name as t', 't.key', 'attest.textKey')
    .select(['recordKey as key', 'position', 'ordinal', 's.id as source', 't.id as text', 'start', 'end'])
    .where('recordKey', 'in', padded(keys))
    .orderBy('position')
    .orderBy('ordinal')
    .execute();
  return rows.map(({ key, ...row }) => ({ key, of: 'attest', row }));
}

async function referRows(db: Handle, keys: readonly number[]): Promise<Hanging[]> {
  const rows = await db
    .selectFrom('refers')
    .innerJoin('name', 'name.key', 'refers.refKey')
    .select(['recordKey as key', 'name.id as ref', 'refers.as'])
    .where('recordKey', 'in', padded(keys))
    .orderBy('ref')
    .orderBy('refers.as')
    .execute();
  return rows.map(({ key, ...row }) => ({ key, of: 'refers', row }));
}

async function docRows(db: Handle, keys: readonly number[]): Promise<Hanging[]> {
  const rows = await db
    .selectFrom('doc')
    .leftJoin('name as s', 's.key', 'doc.sourceKey')
    .leftJoin('name as t', 't.key', 'doc.textKey')
    .select(['refKey', 'kind', 's.id as source', 't.id as text', 'start', 'end'])
    .where('refKey', 'in', padded(keys))
    .orderBy('kind')
    .execute();
  return rows.map(({ refKey, ...row }) => ({ key: refKey ?? 0, of: 'doc', row }));
}

type TokenTable = keyof Pick<Tables, 'personName' | 'sensitiveToken'>;

async function tokenRows(db: Handle, table: TokenTable, keys: readonly number[]): Promise<Hanging[]> {
  const rows = await db.selectFrom(table).selectAll().where('personKey', 'in', padded(keys)).orderBy('token').execute();
  return rows.map(({ personKey, token }) => ({ key: personKey, of: table, row: hex(token) }));
}
