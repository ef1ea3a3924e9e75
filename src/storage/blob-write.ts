import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { blobKey, CHUNK, MAGIC, SALT_BYTES, sealChunk } from './blob-seal.ts';
import type { OpenFile } from './files.ts';
import { tempName, type TempWorld } from './temp-names.ts';

/** Plain bytes, streamed. */
export type Plain = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A blob sealed, whole and synced, but under a temporary name. */
export interface WrittenBlob {
  readonly temp: string;
  readonly sha256: Uint8Array;
  readonly bytes: number;
}

export interface Writing {
  readonly temps: string;
  readonly vaultKey: Uint8Array;
  readonly world: TempWorld;
}

/** The giver of the bytes failed, not the disk below the vault. */
export class PlainFailed extends Error {
  constructor(cause: unknown) {
    super('the bytes to be kept could not be read', { cause });
  }
}

/** More files than this are not kept open at once. */
const AT_ONCE = 64;

/** Seals blobs into temporary files and syncs them together. `begun` gets the path of each file before it is made. */
export async function writeBlobs(blobs: Iterable<Plain>, begun: string[], by: Writing): Promise<WrittenBlob[]> {
  const written: WrittenBlob[] = [];
  const open: OpenFile[] = [];
  const syncAll = async (): Promise<void> => {
    await Promise.all(open.map((file) => file.synced()));
    for (const file of open.splice(0)) file.close();
  };
  try {
    for (const plain of blobs) {
      const temp = join(by.temps, tempName(by.world));
      begun.push(temp);
      const file = by.world.files.open(temp, 'create');
      open.push(file);
      written.push({ temp, ...(await writeBlob(file, plain, by)) });
      if (open.length === AT_ONCE) await syncAll();
    }
    await syncAll();
  } finally {
    for (const file of open) file.close();
  }
  return written;
}

async function writeBlob(
  file: OpenFile,
  plain: Plain,
  { vaultKey, world }: Writing,
): Promise<{ sha256: Uint8Array; bytes: number }> {
  const head = Buffer.concat([MAGIC, world.random.bytes(SALT_BYTES)]);
  const key = blobKey(vaultKey, head);
  const hash = createHash('sha256');
  let [bytes, counter, at] = [0, 0, head.length];
  file.write(0, head);
  for await (const { chunk, last } of chunksOf(plain)) {
    hash.update(chunk);
    const sealed = sealChunk(key, { counter, last }, chunk);
    file.write(at, sealed);
    bytes += chunk.length;
    counter += 1;
    at += sealed.length;
  }
  return { sha256: hash.digest(), bytes };
}

const SMALLEST = 16 * 1024;

/**
 * Cuts a stream into chunks of 1 MiB, the last one marked. A chunk is valid until the next one is asked for, and pieces are
 * copied at once: neither a giver that reuses its buffer nor a million tiny pieces do harm.
 */
async function* chunksOf(plain: Plain): AsyncGenerator<{ readonly chunk: Uint8Array; readonly last: boolean }> {
  let held = new Uint8Array(SMALLEST);
  let length = 0;
  for await (const piece of readPlain(plain)) {
    for (let rest = piece; rest.length > 0;) {
      if (length === CHUNK) {
        yield { chunk: held, last: false };
        length = 0;
      }
      const taken = rest.subarray(0, CHUNK - length);
      held = withRoom(held, length + taken.length);
      held.set(taken, length);
      length += taken.length;
      rest = rest.subarray(taken.length);
    }
  }
  yield { chunk: held.subarray(0, length), last: true };
}

function withRoom(held: Uint8Array<ArrayBuffer>, needed: number): Uint8Array<ArrayBuffer> {
  if (needed <= held.length) return held;
  const larger = new Uint8Array(Math.min(CHUNK, Math.max(needed, held.length * 4)));
  larger.set(held);
  return larger;
}

async function* readPlain(plain: Plain): AsyncGenerator<Uint8Array> {
  try {
    yield* plain;
  } catch (error) {
    throw new PlainFailed(error);
  }
}
