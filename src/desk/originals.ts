import type { ActorName } from '../domain/ids.ts';
import { sourceId } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { sourceById } from '../storage/questions/sources.ts';
import { addFiles, type Added } from './add.ts';
import { arrived } from './arrivals.ts';
import { settled } from './case-trouble.ts';
import type { OpenCase } from './open-case.ts';
import { readingPool } from './read-pool.ts';
import { blobBytes } from './texts.ts';

export interface Wanted {
  readonly source: string;
  readonly how: 'download' | 'page';
  /** Whoever asks again in one session is entered once (MECHANICS, Keys and people). */
  readonly session: string;
}

const entered = new WeakMap<OpenCase, Set<string>>();

/** The preserved bytes of a source; that they leave is a deed, one per actor, source and session. */
export function original(
  c: OpenCase,
  actor: ActorName,
  { source, how, session }: Wanted,
): Promise<Outcome<{ readonly bytes: Buffer; readonly mediaType: string; readonly name: string }, Problem>> {
  return settled(async () => {
    const found = await sourceById(c.database.db, source);
    if (found === undefined) return refuse({ kind: 'unknown-id', id: source });
    const bytes = await blobBytes(c, found.state.blob);
    const seen = entered.get(c) ?? new Set<string>();
    entered.set(c, seen);
    const key = `${session} ${actor} ${source} ${how}`;
    if (!seen.has(key)) {
      const read = await c.ledger.append(async () =>
        done([{ actor, payload: { kind: 'read', source: sourceId(source), how } }]),
      );
      if (!read.ok) return read;
      seen.add(key);
    }
    return done({
      bytes,
      mediaType: found.state.mediaType,
      name: `${source}${EXTENSION[found.state.mediaType] ?? '.bin'}`,
    });
  });
}

/** A downloaded original is named after its id: its own name may name people. */
const EXTENSION: Readonly<Record<string, string>> = {
  'text/plain': '.txt',
  'text/markdown': '.md',
  'text/html': '.html',
  'application/pdf': '.pdf',
  'message/rfc822': '.eml',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
};

/** One file from the page, read in a child like any other. */
export async function addUploaded(
  c: OpenCase,
  actor: ActorName,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Outcome<Added, Problem>> {
  const files = readingPool();
  const only = async function* () {
    yield done(arrived(file.name, file.bytes));
  };
  try {
    return await addFiles(c, only(), { actor, files, progress: () => {} });
  } finally {
    await files.close();
  }
}
