import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { base32 } from '../kit/base32.ts';

/** PKCS #8 and SubjectPublicKeyInfo of Ed25519 (RFC 8410 §7, §4): what stands before the 32 bytes of the key. */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const PUBLIC_BYTES = 32;
const KEY_ID_BYTES = 16;

/** A private key that signs and nothing else. */
export interface Signer {
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** What a deed names instead of the person. */
  readonly id: string;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** A deterministic Ed25519 key (RFC 8032) from its 32-byte seed. */
export function signerFrom(seed: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-PUBLIC_BYTES);
  return { publicKey, id: keyIdOf(publicKey), sign: (message) => sign(null, message, key) };
}

export type Verifies = (message: Uint8Array, signature: Uint8Array) => boolean;

/** Undefined where the bytes are no Ed25519 public key. */
export function verifierFrom(publicKey: Uint8Array): Verifies | undefined {
  if (publicKey.length !== PUBLIC_BYTES) return undefined;
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, publicKey]), format: 'der', type: 'spki' });
  return (message, signature) => verify(null, message, key, signature);
}

/** `key_` + 128 bits of a hash of the public key, in base32. */
export function keyIdOf(publicKey: Uint8Array): string {
  const hash = createHash('sha256').update('actum/actor/v1').update(publicKey).digest();
  return `key_${base32(hash.subarray(0, KEY_ID_BYTES))}`;
}
