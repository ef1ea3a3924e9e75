import type { TextId } from '../../domain/ids.ts';
import { MODEL_PREFIX } from '../../domain/proposal.ts';
import type { Reading } from '../../domain/reading.ts';
import type { Handle } from '../database.ts';
import { keysFor, knownKeys } from '../names.ts';
import { ascii, pack } from '../packed.ts';
import { insertRows, padded, pieces } from './insert-rows.ts';

export interface ReadingEntry {
  readonly text: TextId;
  /** Reader's version and models, as one ASCII word: the key of the cache beside the text. */
  readonly reader: string;
  readonly reading: Reading;
}

/** Rows of language models, beside those of the built-in reader. */
export const OF_MODELS = `${MODEL_PREFIX}%`;

/** Keeps these readings in place of older ones of the same texts: a cache, no part of the fold. */
export async function putReadings(db: Handle, entries: readonly ReadingEntry[]): Promise<void> {
  for (const some of pieces([...new Map(entries.map((entry) => [entry.text, entry])).values()], 64)) {
    const keyOf = await keysFor(
      db,
      some.map((entry) => entry.text),
    );
    await db
      .deleteFrom('reading')
      .where('textKey', 'in', padded(some.map((entry) => keyOf(entry.text))))
      .execute();
    const rows = some.map(({ text, reader, reading }) => ({
      textKey: keyOf(text),
      reader: ascii(reader),
      body: pack(reading),
    }));
    await insertRows(db, 'reading', rows);
  }
}

/** What a language model was asked about a text and how its answers fared, in counts; no word of the text. */
export interface AskedEntry {
  readonly text: TextId;
  readonly proposer: string;
  readonly asked: object;
}

/** Notes that a model was asked about a text, in place of an earlier note; a new reading of the text drops it. */
export async function putAsked(db: Handle, { text, proposer, asked }: AskedEntry): Promise<void> {
  const keyOf = await keysFor(db, [text]);
  const textKey = keyOf(text);
  await db.deleteFrom('reading').where('textKey', '=', textKey).where('reader', 'like', OF_MODELS).execute();
  await insertRows(db, 'reading', [{ textKey, reader: ascii(proposer), body: pack(asked) }]);
}

export async function dropReadings(db: Handle, texts: Iterable<TextId>): Promise<void> {
  for (const some of pieces([...(await knownKeys(db, texts)).values()], 64)) {
    await db.deleteFrom('reading').where('textKey', 'in', padded(some)).execute();
  }
}
