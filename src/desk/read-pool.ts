import { createReadStream, existsSync } from 'node:fs';
import type { Problem } from '../domain/problem.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { filesBelow } from '../preserve/import-folder.ts';
import { createPool, POOL_LIMITS } from '../preserve/pool.ts';
import type { Arrival } from './arrivals.ts';
import type { FileRead, FileReading } from './read-file.ts';

/** At most two children, one file at a time each (MECHANICS, Processes). */
const CHILDREN = 2;

/** Reads files in children that may be killed: text and reading both, so that every core reads. */
export function readingPool(): FileReading {
  const pool = createPool<FileRead>({
    entry: new URL('./read-child.js', import.meta.url),
    args: [],
    limits: POOL_LIMITS,
    size: CHILDREN,
  });
  return { read: (bytes, hint) => pool.run({ bytes, ...hint }), close: () => pool.close() };
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
