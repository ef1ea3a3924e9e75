import { createHmac, hkdfSync } from 'node:crypto';
import { sourceId, textId, type SourceId, type TextId } from '../domain/ids.ts';
import { base32 } from '../kit/base32.ts';

/** Every key of a case, 32 bytes each, derived from the one random case key (SPEC K1; MECHANICS, Keys and people). */
export interface CaseKeys {
  /** Seals blobs. */
  readonly vault: Uint8Array;
  /** HMAC of blob names. */
  readonly names: Uint8Array;
  /** HMAC of the ids of sources and texts. */
  readonly ids: Uint8Array;
  /** The database file's cipher; libsql takes it in hex. */
  readonly database: Uint8Array;
  /** Seals the payloads of deeds. */
  readonly payload: Uint8Array;
  /** The second key: names of protected and sealed people, their spellings and search index. */
  readonly sensitive: Uint8Array;
  /** Seals the members' signing seeds. */
  readonly members: Uint8Array;
  /** Ed25519 seed of the key that signs checkpoints. */
  readonly checkpoint: Uint8Array;
}

const KEY_BYTES = 32;

/** HKDF-SHA256 (RFC 5869) with one label a purpose: no key tells anything about another or about the case key. */
export function caseKeysFrom(caseKey: Uint8Array): CaseKeys {
  if (caseKey.length !== KEY_BYTES) throw new RangeError(`a case key has ${KEY_BYTES} bytes, not ${caseKey.length}`);
  const derived = (purpose: keyof CaseKeys): Uint8Array =>
    derivedKey(caseKey, new Uint8Array(0), `actum/${purpose}/v1`);
  return {
    vault: derived('vault'),
    names: derived('names'),
    ids: derived('ids'),
    database: derived('database'),
    payload: derived('payload'),
    sensitive: derived('sensitive'),
    members: derived('members'),
    checkpoint: derived('checkpoint'),
  };
}

export function derivedKey(key: Uint8Array, salt: Uint8Array, label: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, salt, label, KEY_BYTES));
}

/** The id of a source: nobody without the case key can compute it from the bytes (MECHANICS, Ids). `sha256` is in hex. */
export const sourceIdOf = (ids: Uint8Array, sha256: string): SourceId =>
  sourceId(`src_${keyedId(ids, 'source', sha256)}`);

/** The id of a text, over the SHA-256 (hex) of its UTF-8. */
export const textIdOf = (ids: Uint8Array, sha256: string): TextId => textId(`txt_${keyedId(ids, 'text', sha256)}`);

const ID_BYTES = 16;

function keyedId(ids: Uint8Array, kind: 'source' | 'text', sha256: string): string {
  const mac = createHmac('sha256', ids).update(kind).update(Buffer.from(sha256, 'hex')).digest();
  return base32(mac.subarray(0, ID_BYTES));
}
