import { createReadStream, existsSync } from 'node:fs';
import type { Problem } from '../domain/problem.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { filesBelow } from '../preserve/import-folder.ts';
import type { Hint } from '../preserve/extracted.ts';
import { createPool, POOL_LIMITS } from '../preserve/pool.ts';
import type { Arrival } from './arrivals.ts';
import type { FileRead, FileReading } from './read-file.ts';

/** At most two children, one file at a time each (MECHANICS, Processes). */
const CHILDREN = 2;

/**
 * Reading costs about 150 MiB and 1.5 s for each megabyte of dense text (measured). A text may cost that: its bytes are no more
 * than its words, whereas a small file of another kind may be a bomb. One at a time, in a child of its own.
 */
const LONG_TEXT = { bytes: 1024 * 1024, limits: { seconds: 120, residentMiB: 2560, heapMiB: 2048, files: 1 } } as const;

/** Reads files in children that may be killed: text and reading both, so that every core reads. */
export function readingPool(): FileReading {
  const entry = new URL('./read-child.js', import.meta.url);
  const pool = createPool<FileRead>({ entry, args: [], limits: POOL_LIMITS, size: CHILDREN });
  const forLong = createPool<FileRead>({ entry, args: [], limits: LONG_TEXT.limits, size: 1 });
  const isLong = (bytes: Uint8Array, { mediaType }: Hint): boolean =>
    bytes.length > LONG_TEXT.bytes && (mediaType === 'text/plain' || mediaType === 'text/markdown');
  return {
    read: (bytes, hint) => (isLong(bytes, hint) ? forLong : pool).run({ bytes, ...hint }),
    close: async () => {
      await pool.close();
      await forLong.close();
    },
  };
}

/** Every file below the paths; what is skipped on purpose is passed over, what cannot be read is named. */
export async function* arrivalsBelow(
  paths: readonly string[],
  except: readonly string[],
): AsyncGenerator<Outcome<Arrival, Problem>> {
  for await (const found of filesBelow(paths, { except })) {
    if (found.kind === 'problem') yield refuse(found.problem);
    if (found.kind !== 'file') continue;
    const { path, foundAt, bytes } = found;
    yield done({ foundAt, size: bytes, open: () => createReadStream(path) });
  }
}

/** The first of these that is not there: nothing is begun then. */
export const missingPath = (paths: readonly string[]): string | undefined => paths.find((path) => !existsSync(path));
