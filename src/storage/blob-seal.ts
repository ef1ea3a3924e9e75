import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

/**
 * A blob on the disk: magic ‖ salt ‖ chunks. A chunk is 1 MiB of plain bytes (the last one fewer) sealed with
 * ChaCha20-Poly1305 under HKDF(vault key, salt), the nonce = 11-byte counter ‖ last-flag as in age's STREAM, the header bound
 * to each: a blob that is cut, lengthened or reordered does not open (SPEC V3).
 */
export const MAGIC = Buffer.from('ACTUMB1\n');
export const SALT_BYTES = 32;
export const HEAD_BYTES = MAGIC.length + SALT_BYTES;
export const CHUNK = 1024 * 1024;
export const TAG_BYTES = 16;
const LABEL = 'actum/blob/v1';
const CIPHER = 'chacha20-poly1305';
const OPTIONS = { authTagLength: TAG_BYTES };

export interface BlobKey {
  readonly key: Uint8Array;
  readonly head: Uint8Array;
}

/** `head` is the blob's header: what makes the key its own. */
export function blobKey(vaultKey: Uint8Array, head: Uint8Array): BlobKey {
  const salt = head.subarray(MAGIC.length);
  return { key: new Uint8Array(hkdfSync('sha256', vaultKey, salt, LABEL, 32)), head };
}

function nonceOf(counter: number, last: boolean): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(counter, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

export interface ChunkPlace {
  readonly counter: number;
  readonly last: boolean;
}

export function sealChunk({ key, head }: BlobKey, place: ChunkPlace, plain: Uint8Array): Uint8Array {
  const cipher = createCipheriv(CIPHER, key, nonceOf(place.counter, place.last), OPTIONS);
  cipher.setAAD(head, { plaintextLength: plain.length });
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined where the seal does not hold. */
export function openChunk({ key, head }: BlobKey, place: ChunkPlace, sealed: Uint8Array): Uint8Array | undefined {
  const length = sealed.length - TAG_BYTES;
  if (length < 0) return undefined;
  const cipher = createDecipheriv(CIPHER, key, nonceOf(place.counter, place.last), OPTIONS);
  cipher.setAAD(head, { plaintextLength: length });
  cipher.setAuthTag(sealed.subarray(length));
  const plain = cipher.update(sealed.subarray(0, length));
  try {
    cipher.final();
    return plain;
  } catch {
    return undefined;
  }
}
