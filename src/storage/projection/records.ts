import type { RecordState } from '../../domain/record.ts';
import type { Handle } from '../database.ts';
import { keysFor, knownKeys } from '../names.ts';
import { pack } from '../packed.ts';
import type { Secrets } from '../secrets.ts';
import { insertRows, padded, pieces } from './insert-rows.ts';
import { dropNames, nameRows, putNames } from './person-names.ts';
import {
  claimFacts,
  idsOf,
  isSealed,
  references,
  sortKey,
  sortKeys,
  UNKNOWN_TITLE,
  type ClaimFacts,
  type Days,
  type RecordEntry,
} from './record-rows.ts';
import { dropRecordDocs, putRecordDocs } from './search-index.ts';

/** What of the world the rows of records need. */
export interface RecordWorld {
  readonly secrets: Secrets;
  /** Bounds of an EDTF string in days since 1970-01-01; null where it has none. */
  days(edtf: string): Days | null;
}

const AT_ONCE = 128;
type KeyOf = (id: string) => number;

/** Replaces all rows of these records: state, claims, attestations, references, names, search index. */
export async function putRecords(db: Handle, entries: readonly RecordEntry[], world: RecordWorld): Promise<void> {
  for (const some of pieces(entries, AT_ONCE)) {
    const latest = [...new Map(some.map((entry) => [entry.state.id, entry])).values()];
    const keyOf = await keysFor(
      db,
      latest.flatMap((entry) => [...idsOf(entry.state)]),
    );
    await dropKeys(
      db,
      latest.map((entry) => keyOf(entry.state.id)),
    );
    const facts = latest.map((entry) => entry.state.claims.map((claim) => claimFacts(claim, world.days)));
    await insertRows(
      db,
      'state',
      latest.map((entry) => stateRow(entry, keyOf, world.secrets)),
    );
    await insertRows(
      db,
      'record',
      latest.map((entry, at) => recordRow(entry, keyOf, facts[at] ?? [])),
    );
    await insertRows(
      db,
      'claim',
      latest.flatMap((entry, at) => claimRows(entry.state, keyOf, facts[at] ?? [])),
    );
    await insertRows(
      db,
      'attest',
      latest.flatMap((entry) => attestRows(entry.state, keyOf)),
    );
    await insertRows(
      db,
      'refers',
      latest.flatMap((entry) => referRows(entry.state, keyOf)),
    );
    await putNames(
      db,
      latest.flatMap((entry) => nameRows(entry.state, keyOf(entry.state.id), world.secrets)),
    );
    await putRecordDocs(db, latest, keyOf);
  }
}

/** Removes records of which nothing stands any more. */
export async function dropRecords(db: Handle, ids: Iterable<string>): Promise<void> {
  const keys = [...(await knownKeys(db, ids)).values()];
  for (const some of pieces(keys, AT_ONCE)) await dropKeys(db, some);
}

async function dropKeys(db: Handle, keys: readonly number[]): Promise<void> {
  const there = await db.selectFrom('record').select('key').where('key', 'in', padded(keys)).execute();
  if (there.length === 0) return;
  const gone = padded(there.map((row) => row.key));
  await dropRecordDocs(db, gone);
  await dropNames(db, gone);
  await db.deleteFrom('refers').where('recordKey', 'in', gone).execute();
  await db.deleteFrom('attest').where('recordKey', 'in', gone).execute();
  await db.deleteFrom('claim').where('recordKey', 'in', gone).execute();
  await db.deleteFrom('record').where('key', 'in', gone).execute();
  await db.deleteFrom('state').where('key', 'in', gone).execute();
}

function stateRow(entry: RecordEntry, keyOf: KeyOf, secrets: Secrets) {
  const sealed = isSealed(entry.state);
  const plain = pack({ title: entry.title, state: entry.state });
  return { key: keyOf(entry.state.id), sealed: sealed ? 1 : 0, body: sealed ? secrets.seal(plain) : plain };
}

function recordRow(entry: RecordEntry, keyOf: KeyOf, facts: readonly ClaimFacts[]) {
  const { state } = entry;
  const sealed = isSealed(state);
  return {
    key: keyOf(state.id),
    kind: state.kind,
    byTitle: sealed ? UNKNOWN_TITLE : sortKey(entry.title),
    ...sortKeys(state.kind, facts),
    conflicts: entry.conflicts,
    work: facts.filter((claim) => claim.status === 'work-needed' || claim.status === 'issue').length,
    withdrawn: facts.length > 0 && facts.every((claim) => claim.status === 'withdrawn') ? 1 : 0,
    unsettled: state.unsettled !== null || state.claims.some((claim) => claim.unsettled !== null) ? 1 : 0,
    hold: state.hold === null ? null : state.hold.state,
  };
}

function claimRows(state: RecordState, keyOf: KeyOf, facts: readonly ClaimFacts[]) {
  return facts.map((fact, position) => {
    const value = state.claims[position]?.claim.value;
    const refKey = value?.kind === 'record' ? keyOf(value.record) : null;
    return { recordKey: keyOf(state.id), position, ...fact, refKey };
  });
}

function attestRows(state: RecordState, keyOf: KeyOf) {
  return state.claims.flatMap(({ claim }, position) =>
    claim.attestedBy.map((words, ordinal) => ({
      recordKey: keyOf(state.id),
      position,
      ordinal,
      sourceKey: keyOf(words.source),
      textKey: keyOf(words.text),
      start: words.span.start,
      end: words.span.end,
    })),
  );
}

function referRows(state: RecordState, keyOf: KeyOf) {
  return references(state).map(({ ref, as }) => ({ refKey: keyOf(ref), recordKey: keyOf(state.id), as }));
}
