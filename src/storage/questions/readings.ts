import type { Reading } from '../../domain/reading.ts';
import type { Handle } from '../database.ts';
import { keyOf } from '../names.ts';
import { unpack } from '../packed.ts';
import { OF_MODELS } from '../projection/readings.ts';

/** The reading kept for a text, with the reader that made it; undefined where it must be read (again). */
export async function readingOf(
  db: Handle,
  text: string,
): Promise<{ readonly reader: string; readonly reading: Reading } | undefined> {
  const key = await keyOf(db, text);
  if (key === undefined) return undefined;
  const row = await db
    .selectFrom('reading')
    .selectAll()
    .where('textKey', '=', key)
    .where('reader', 'not like', OF_MODELS)
    .executeTakeFirst();
  return row === undefined ? undefined : { reader: row.reader, reading: unpack<Reading>(row.body) };
}

/** A text that no reading of this reader is kept for. */
export interface UnreadText {
  readonly source: string;
  readonly text: string;
  readonly blob: string;
  readonly units: number;
}

/** Up to 200 texts that this reader has not read, after the text id `after`: what a reading job works through. */
export async function textsToRead(db: Handle, reader: string, after: string | null): Promise<UnreadText[]> {
  const place = after === null ? 0 : ((await keyOf(db, after)) ?? 0);
  return db
    .selectFrom('text')
    .innerJoin('name as t', 't.key', 'text.key')
    .innerJoin('name as s', 's.key', 'text.sourceKey')
    .select(['s.id as source', 't.id as text', 'text.blob', 'text.units'])
    .where('text.key', '>', place)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('reading')
            .select('reading.reader')
            .whereRef('reading.textKey', '=', 'text.key')
            .where('reading.reader', '=', reader),
        ),
      ),
    )
    .orderBy('text.key')
    .orderBy('text.sourceKey')
    .limit(200)
    .execute();
}
