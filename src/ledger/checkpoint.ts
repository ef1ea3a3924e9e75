import { createHash } from 'node:crypto';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { verifierFrom, type Signer } from './signing.ts';

/** What a checkpoint says of a ledger: whose, how many deeds, which root (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** A C2SP note key: a name without spaces or plus signs, and an Ed25519 public key. Checkpoints use their origin as name. */
export interface NoteKey {
  readonly name: string;
  readonly publicKey: Uint8Array;
}

export interface NoteFault {
  readonly kind: 'not-a-note' | 'not-signed' | 'bad-signature';
  readonly what: string;
}

/** The signature type of Ed25519 in C2SP signed-note. */
const ED25519 = 0x01;
const KEY_ID_BYTES = 4;
const ROOT_BYTES = 32;
const NAME = /^[^\s+\p{Cc}]+$/u;
const SIGNATURE_LINE = /^— (\S+) (\S+)$/;
/** Longer than any note with a hundred cosignatures; a bound on what is parsed. */
const MAX_NOTE = 64 * 1024;

/** C2SP signed-note: SHA-256(name ‖ 0x0A ‖ type ‖ key), its first four bytes. */
export function noteKeyId({ name, publicKey }: NoteKey): Uint8Array {
  const hash = createHash('sha256').update(`${name}\n`).update(Uint8Array.of(ED25519)).update(publicKey).digest();
  return hash.subarray(0, KEY_ID_BYTES);
}

/** The signed note of a checkpoint. The origin is the key's name. */
export function signCheckpoint(checkpoint: Checkpoint, signer: Signer): string {
  const { origin, size, root } = checkpoint;
  if (!NAME.test(origin)) throw new RangeError(`not a name of a note key: ${origin}`);
  const text = `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
  const id = noteKeyId({ name: origin, publicKey: signer.publicKey });
  const signature = Buffer.concat([id, signer.sign(Buffer.from(text))]).toString('base64');
  return `${text}\n— ${origin} ${signature}\n`;
}

/** Reads a note and checks the signature by `key`; signatures by other keys are left alone, as C2SP asks. */
export function openCheckpoint(note: string, key: NoteKey): Outcome<Checkpoint, NoteFault> {
  const border = note.lastIndexOf('\n\n');
  if (note.length > MAX_NOTE || border < 0 || !note.endsWith('\n')) return notANote('it has no signatures');
  const text = note.slice(0, border + 1);
  const lines = note.slice(border + 2, -1).split('\n');
  if (!lines.every((line) => SIGNATURE_LINE.test(line))) return notANote('a line below its text is no signature');
  const checkpoint = parseText(text);
  if (checkpoint === undefined) return notANote('its text is no checkpoint');
  if (checkpoint.origin !== key.name) return notANote(`its origin is not ${key.name}`);
  return signed(text, lines, key) ?? done(checkpoint);
}

const notANote = (what: string): Outcome<never, NoteFault> => refuse({ kind: 'not-a-note', what });

/** Undefined where a signature by the key is there and holds. */
function signed(text: string, lines: readonly string[], key: NoteKey): Outcome<never, NoteFault> | undefined {
  const verifies = verifierFrom(key.publicKey);
  const id = noteKeyId(key);
  for (const line of lines) {
    const [, name, encoded = ''] = SIGNATURE_LINE.exec(line) ?? [];
    const bytes = Buffer.from(encoded, 'base64');
    if (name !== key.name || !bytes.subarray(0, KEY_ID_BYTES).equals(id)) continue;
    const whole = bytes.toString('base64') === encoded;
    if (whole && verifies?.(Buffer.from(text), bytes.subarray(KEY_ID_BYTES)) === true) return undefined;
    return refuse({ kind: 'bad-signature', what: `the signature of ${key.name} does not hold` });
  }
  return refuse({ kind: 'not-signed', what: `it is not signed by the key of ${key.name}` });
}

/** Further lines are extensions: none may be empty, none is ours. */
function parseText(text: string): Checkpoint | undefined {
  const [origin = '', size = '', root = '', ...extensions] = text.slice(0, -1).split('\n');
  const bytes = Buffer.from(root, 'base64');
  const canonical = bytes.length === ROOT_BYTES && bytes.toString('base64') === root;
  const count = /^(0|[1-9][0-9]{0,15})$/.test(size) ? Number(size) : Number.NaN;
  const whole = canonical && Number.isSafeInteger(count) && NAME.test(origin) && !extensions.includes('');
  return whole ? { origin, size: count, root: bytes } : undefined;
}
