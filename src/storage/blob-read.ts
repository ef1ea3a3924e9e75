import { createHash } from 'node:crypto';
import { DamagedBlob } from '../domain/ports.ts';
import { blobKey, CHUNK, HEAD_BYTES, MAGIC, openChunk, TAG_BYTES } from './blob-seal.ts';
import { isMissing, isUnreadable, type Files, type OpenFile } from './files.ts';

export interface BlobPlace {
  readonly blob: string;
  /** Undefined where the name is none. */
  readonly path: string | undefined;
}

export interface Reading {
  readonly files: Files;
  readonly keys: { readonly vault: Uint8Array };
  readonly nameOf: (sha256: Uint8Array) => string;
}

/**
 * Streams the plain bytes of a blob. The last chunk is given only after the SHA-256 of the whole is found to be the one its
 * name stands for: a blob of one chunk shows nothing before it is proven, a longer one fails before its end (SPEC V3).
 */
export async function* readBlob(place: BlobPlace, by: Reading): AsyncGenerator<Uint8Array> {
  const file = openFile(place, by.files);
  try {
    yield* plainOf(file, place.blob, by);
  } catch (error) {
    throw isUnreadable(error) ? new DamagedBlob(place.blob, 'the disk cannot read it') : error;
  } finally {
    file.close();
  }
}

function openFile({ blob, path }: BlobPlace, files: Files): OpenFile {
  if (path === undefined) throw new DamagedBlob(blob, 'this is not the name of a blob');
  try {
    return files.open(path, 'read');
  } catch (error) {
    if (isMissing(error)) throw new DamagedBlob(blob, 'it is gone');
    throw error;
  }
}

const SEALED_CHUNK = CHUNK + TAG_BYTES;

function* plainOf(file: OpenFile, blob: string, { keys, nameOf }: Reading): Generator<Uint8Array> {
  const head = Buffer.alloc(HEAD_BYTES);
  file.read(0, head);
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new DamagedBlob(blob, 'its header is not that of a blob');
  const key = blobKey(keys.vault, head);
  const chunks = Math.ceil((file.size() - HEAD_BYTES) / SEALED_CHUNK);
  const hash = createHash('sha256');
  for (let counter = 0; counter < chunks; counter += 1) {
    const last = counter === chunks - 1;
    const sealed = Buffer.alloc(last ? file.size() - HEAD_BYTES - counter * SEALED_CHUNK : SEALED_CHUNK);
    const got = file.read(HEAD_BYTES + counter * SEALED_CHUNK, sealed);
    const plain = openChunk(key, { counter, last }, sealed.subarray(0, got));
    if (plain === undefined) throw new DamagedBlob(blob, `the seal of its part ${counter + 1} does not hold`);
    hash.update(plain);
    if (last && nameOf(hash.digest()) !== blob) throw new DamagedBlob(blob, 'it holds the bytes of another blob');
    yield plain;
  }
  if (chunks < 1) throw new DamagedBlob(blob, 'it is cut off');
}
