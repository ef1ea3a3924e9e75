import type { SourceState } from '../../domain/source.ts';
import { fold } from '../../kit/fold.ts';
import type { Handle } from '../database.ts';
import { keysFor, knownKeys } from '../names.ts';
import { ascii, asciiOrNull, pack, utf8 } from '../packed.ts';
import { insertRows, padded, pieces } from './insert-rows.ts';
import { sortKey } from './record-rows.ts';

const AT_ONCE = 128;
const UNKNOWN_TYPE = 'application/octet-stream';

/** What a reading says of its source; no part of the fold. Codes and EDTF, no words of people. */
export interface SourceFacts {
  readonly source: string;
  readonly kind: string | null;
  readonly published: string | null;
  readonly language: string | null;
}

type KeyOf = (id: string) => number;
type Facts = {
  readonly read: number;
  readonly kind: string | null;
  readonly published: string | null;
  readonly language: string | null;
};
const UNREAD: Facts = { read: 0, kind: null, published: null, language: null };

/** Replaces all rows of these sources but what readings said of them. */
export async function putSources(db: Handle, states: readonly SourceState[]): Promise<void> {
  for (const some of pieces(states, AT_ONCE)) {
    const latest = [...new Map(some.map((state) => [state.id, state])).values()];
    const keyOf = await keysFor(
      db,
      latest.flatMap((state) => [state.id, ...state.texts.map((text) => text.id)]),
    );
    const keys = latest.map((state) => keyOf(state.id));
    const known = await db
      .selectFrom('source')
      .select(['key', 'read', 'kind', 'published', 'language'])
      .where('key', 'in', padded(keys))
      .execute();
    const facts = new Map<number, Facts>(known.map(({ key, ...rest }) => [key, rest]));
    if (known.length > 0)
      await dropKeys(
        db,
        known.map((row) => row.key),
      );
    await insertRows(
      db,
      'state',
      latest.map((state) => ({ key: keyOf(state.id), sealed: 0, body: pack(state) })),
    );
    await insertRows(
      db,
      'source',
      latest.map((state) => sourceRow(state, keyOf, facts.get(keyOf(state.id)) ?? UNREAD)),
    );
    await insertRows(
      db,
      'text',
      latest.flatMap((state) => textRows(state, keyOf)),
      'ignore',
    );
  }
}

/** Removes sources whose taking into custody was taken back. */
export async function dropSources(db: Handle, ids: Iterable<string>): Promise<void> {
  for (const some of pieces([...(await knownKeys(db, ids)).values()], AT_ONCE)) await dropKeys(db, some);
}

/** Notes that a source was read, and what the reading says of it. */
export async function putSourceFacts(db: Handle, facts: readonly SourceFacts[]): Promise<void> {
  const keys = await knownKeys(
    db,
    facts.map((fact) => fact.source),
  );
  for (const fact of facts) {
    const key = keys.get(fact.source);
    if (key === undefined) continue;
    const set = {
      read: 1,
      kind: asciiOrNull(fact.kind),
      published: asciiOrNull(fact.published),
      language: asciiOrNull(fact.language),
    };
    await db.updateTable('source').set(set).where('key', '=', key).execute();
  }
}

async function dropKeys(db: Handle, keys: readonly number[]): Promise<void> {
  const there = await db.selectFrom('source').select('key').where('key', 'in', padded(keys)).execute();
  if (there.length === 0) return;
  const gone = padded(there.map((row) => row.key));
  await db.deleteFrom('text').where('sourceKey', 'in', gone).execute();
  await db.deleteFrom('source').where('key', 'in', gone).execute();
  await db.deleteFrom('state').where('key', 'in', gone).execute();
}

function sourceRow(state: SourceState, keyOf: KeyOf, facts: Facts) {
  const places = state.foundAt.map((found) => found.place);
  return {
    key: keyOf(state.id),
    byPlace: sortKey(places[0] ?? ''),
    placeCount: places.length,
    mediaType: asciiOrNull(state.mediaType) ?? UNKNOWN_TYPE,
    bytes: state.bytes,
    takenAt: ascii(state.foundAt[0]?.decision.at ?? ''),
    unread: state.texts.length === 0 && state.unread !== null ? 1 : 0,
    ...facts,
    places: utf8(fold(places.join('\n'))),
  };
}

function textRows(state: SourceState, keyOf: KeyOf) {
  return state.texts.map((text, position) => ({
    key: keyOf(text.id),
    sourceKey: keyOf(state.id),
    position,
    units: text.units,
    blob: ascii(text.blob),
    pages: text.pages === null ? null : ascii(text.pages),
  }));
}
