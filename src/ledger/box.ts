import { createCipheriv, createDecipheriv } from 'node:crypto';
import { derivedKey } from './keys.ts';

const TAG_BYTES = 16;
/** Each box has a key of its own (HKDF over a random 32-byte salt), so the nonce never repeats under one key. */
const NONCE = Buffer.alloc(12);
const CIPHER = 'chacha20-poly1305';

export interface BoxKey {
  readonly key: Uint8Array;
  /** 32 random bytes, used once. */
  readonly salt: Uint8Array;
  readonly label: string;
}

/** ChaCha20-Poly1305 (RFC 8439): ciphertext ‖ tag. `beside` is bound to it without being in it. */
export function sealBox(by: BoxKey, plain: Uint8Array, beside: Uint8Array): Uint8Array {
  const cipher = createCipheriv(CIPHER, derivedKey(by.key, by.salt, by.label), NONCE, { authTagLength: TAG_BYTES });
  cipher.setAAD(beside, { plaintextLength: plain.length });
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined where the seal does not hold. */
export function openBox(by: BoxKey, sealed: Uint8Array, beside: Uint8Array): Uint8Array | undefined {
  if (sealed.length < TAG_BYTES) return undefined;
  const length = sealed.length - TAG_BYTES;
  const cipher = createDecipheriv(CIPHER, derivedKey(by.key, by.salt, by.label), NONCE, { authTagLength: TAG_BYTES });
  cipher.setAAD(beside, { plaintextLength: length });
  cipher.setAuthTag(sealed.subarray(length));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(0, length)), cipher.final()]);
  } catch {
    return undefined;
  }
}
