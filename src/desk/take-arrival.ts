import { createHash } from 'node:crypto';
import type { SourceId, TextId } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import type { Proposal } from '../domain/proposal.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { sourceIdOf, textIdOf } from '../ledger/keys.ts';
import { LARGEST } from '../preserve/limits.ts';
import { sniff } from '../preserve/sniff.ts';
import { takeIntoCustody } from '../preserve/take-into-custody.ts';
import { unread, type Unread } from '../preserve/unread.ts';
import { propose } from '../read/proposals/propose.ts';
import { sourcesById } from '../storage/questions/sources.ts';
import type { Arrival } from './arrivals.ts';
import type { OpenCase } from './open-case.ts';
import type { FileRead, FileReading } from './read-file.ts';

/** A file that has been read and waits to be put into vault and ledger. */
export interface Taken {
  readonly source: SourceId;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly foundAt: string;
  /** Its bytes, or the name under which they lie in the vault already. */
  readonly original: Uint8Array | string;
  readonly outcome: Outcome<TextTaken, Unread>;
}

/** What was read of a file, under the ids it has in this case. */
export interface TextTaken extends FileRead {
  readonly text: TextId;
  readonly textSha256: string;
  readonly proposals: readonly Proposal[];
}

/** Stands for the reading of a file that the case has: it is not read again. */
const KNOWN = unread('unsupported', 'known');

/** Hashes a file, tells its kind, and reads it, unless the case has it or it is too large (SPEC C2). */
export async function takeArrival(c: OpenCase, files: FileReading, arrival: Arrival): Promise<Outcome<Taken, Problem>> {
  if (arrival.size > LARGEST.file) return takeLarge(c, arrival);
  const bytes = await whole(arrival);
  const { foundAt } = arrival;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const source = sourceIdOf(c.keys.ids, sha256);
  const mediaType = sniff(bytes, foundAt);
  const taken = { source, sha256, size: bytes.length, original: bytes, mediaType, foundAt };
  const [known] = await sourcesById(c.database.db, [source]);
  const read = known === undefined ? await files.read(bytes, { name: foundAt, mediaType }) : refuse(KNOWN);
  return done({ ...taken, outcome: read.ok ? done(textTaken(c, source, read.value)) : read });
}

function textTaken(c: OpenCase, source: SourceId, read: FileRead): TextTaken {
  const { text: textWords } = read.extracted;
  const textSha256 = createHash('sha256').update(textWords, 'utf8').digest('hex');
  const text = textIdOf(c.keys.ids, textSha256);
  return { ...read, text, textSha256, proposals: propose(read.reading, { source, text, textWords }) };
}

/** Too large to be read: it streams into the vault and is never held. */
async function takeLarge(c: OpenCase, { foundAt, open }: Arrival): Promise<Outcome<Taken, Problem>> {
  const kept = await takeIntoCustody(open(), foundAt, (bytes) => c.vault.put(bytes));
  if (!kept.ok) return kept;
  const { sha256, bytes: size, blob, mediaType } = kept.value;
  const source = sourceIdOf(c.keys.ids, sha256);
  return done({ source, sha256, size, original: blob, mediaType, foundAt, outcome: refuse(unread('too-large')) });
}

/** A file that was there and cannot be read is named and passed over; anything else is a bug. */
export function unreadable(error: unknown, path: string): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  return { kind: 'path-unreadable', path, why: code };
}

async function whole(arrival: Arrival): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of arrival.open()) parts.push(part);
  const [only, second] = parts;
  return only !== undefined && second === undefined ? only : Buffer.concat(parts);
}
