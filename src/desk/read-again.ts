import { sourceId, textId } from '../domain/ids.ts';
import type { Progress } from '../domain/ports.ts';
import type { Reading } from '../domain/reading.ts';
import type { Problem } from '../domain/problem.ts';
import { done, type Outcome } from '../kit/outcome.ts';
import { propose } from '../read/proposals/propose.ts';
import { readerVersion, readText } from '../read/read.ts';
import { textsToRead } from '../storage/questions/readings.ts';
import { sourceById } from '../storage/questions/sources.ts';
import { settled } from './case-trouble.ts';
import { keepReadings, type KeptReading } from './keep-readings.ts';
import type { OpenCase } from './open-case.ts';
import type { FileReading } from './read-file.ts';
import { blobBytes } from './texts.ts';

/** Reads every text that this reader has not read: after an update, after a rebuild, after a crash in the middle of an import. */
export function readAgain(
  c: OpenCase,
  files: FileReading,
  progress: Progress,
): Promise<Outcome<{ readonly read: number }, Problem>> {
  return settled(async () => {
    let read = 0;
    let after: string | null = null;
    for (;;) {
      const waiting = await textsToRead(c.database.db, readerVersion(), after);
      const last = waiting.at(-1);
      if (last === undefined) return done({ read });
      for (const { source, text, blob } of waiting) {
        const words = await c.ledger.wordsOf(blob);
        const reading =
          (await readingOfPage(c, files, { source, words })) ?? readText({ id: text, text: words, published: null });
        const at = { source: sourceId(source), text: textId(text) };
        const kept: KeptReading = { ...at, reading, proposals: propose(reading, { ...at, textWords: words }) };
        await c.database.locked((db) => keepReadings(db, [kept]));
        read += 1;
        progress({ done: read, total: null, now: text });
      }
      after = last.text;
    }
  });
}

/** What is furniture of a page only its markup tells: a page is read from its original, as it was the first time. */
async function readingOfPage(
  c: OpenCase,
  files: FileReading,
  { source, words }: { readonly source: string; readonly words: string },
): Promise<Reading | undefined> {
  const found = await sourceById(c.database.db, source);
  if (found?.state.mediaType !== 'text/html') return undefined;
  const { blob, mediaType, foundAt } = found.state;
  const read = await files.read(await blobBytes(c, blob), { name: foundAt[0]?.place ?? source, mediaType });
  return read.ok && read.value.extracted.text === words ? read.value.reading : undefined;
}
