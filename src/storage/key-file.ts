import { Decrypter, Encrypter } from 'age-encryption';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Random } from '../domain/ports.ts';
import type { Problem } from '../domain/problem.ts';
import { canonicalJson } from '../kit/canonical-json.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { diskProblem, readWhole, replaceFile, tempOf, withFile, type Files } from './files.ts';

const CASE_FORMAT = 1;
const CASE_KEY_BYTES = 32;
const CASE_ID_BYTES = 16;
const HEADER = 'case.json';
/** The raw key, where the case has no passphrase; readable by its owner only. */
const BARE = 'key';
/** The key wrapped with age's scrypt recipient (C2SP age), where it has one. */
const WRAPPED = 'key.age';

/** A key on its way out, when the power went meanwhile. */
const GONE = '.gone';

/** What anybody may read of a case: its format and a random id, hex, which is its checkpoints' origin. */
export interface CaseHeader {
  readonly format: typeof CASE_FORMAT;
  readonly id: string;
}

/** How the case key lies beside the case. */
export type KeyState = 'bare' | 'passphrase' | 'gone';

/** Makes the folder with a new key, bare, and the header last: a folder without a header is no case. */
export function createCase(
  files: Files,
  folder: string,
  random: Random,
): Outcome<{ readonly header: CaseHeader; readonly key: Uint8Array }, Problem> {
  try {
    files.makeFolder(folder);
    if (files.list(folder).length > 0) return refuse({ kind: 'folder-not-empty', path: folder });
    const key = random.bytes(CASE_KEY_BYTES);
    const header = { format: CASE_FORMAT, id: Buffer.from(random.bytes(CASE_ID_BYTES)).toString('hex') } as const;
    replaceFile(files, join(folder, BARE), key);
    replaceFile(files, join(folder, HEADER), Buffer.from(`${canonicalJson(header)}\n`));
    files.syncFolder(dirname(folder));
    return done({ header, key });
  } catch (error) {
    return diskProblem(error, folder);
  }
}

const anyFormat = z.looseObject({ format: z.number() });
const thisFormat = z.strictObject({ format: z.literal(CASE_FORMAT), id: z.string().regex(/^[0-9a-f]{32}$/) });

export function readHeader(files: Files, folder: string): Outcome<CaseHeader, Problem> {
  if (!files.exists(folder)) return refuse({ kind: 'no-case', path: folder });
  const path = join(folder, HEADER);
  try {
    const bytes = readWhole(files, path);
    return bytes === undefined ? refuse({ kind: 'not-a-case', path: folder }) : headerFrom(bytes);
  } catch (error) {
    return diskProblem(error, path);
  }
}

function headerFrom(bytes: Uint8Array): Outcome<CaseHeader, Problem> {
  const json = jsonOf(bytes);
  const any = anyFormat.safeParse(json);
  if (any.success && any.data.format > CASE_FORMAT) {
    return refuse({ kind: 'case-newer', what: `its format is ${any.data.format}, this program knows ${CASE_FORMAT}` });
  }
  const header = thisFormat.safeParse(json);
  return header.success ? done(header.data) : refuse({ kind: 'case-damaged', what: `its header, ${HEADER}` });
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Both files may stand after a crash while the passphrase was set or removed; then it is not set. */
export function keyState(files: Files, folder: string): KeyState {
  if (files.exists(join(folder, BARE))) return 'bare';
  return files.exists(join(folder, WRAPPED)) ? 'passphrase' : 'gone';
}

/** The case key; finishes a removal that was cut short. A passphrase that is not needed is not looked at. */
export async function unlockKey(
  files: Files,
  folder: string,
  passphrase: string | null,
): Promise<Outcome<Uint8Array, Problem>> {
  try {
    for (const name of [BARE, WRAPPED]) finishRemoval(files, join(folder, name));
    const bare = readWhole(files, join(folder, BARE));
    if (bare !== undefined) return wholeKey(bare);
    const wrapped = readWhole(files, join(folder, WRAPPED));
    if (wrapped === undefined) return refuse({ kind: 'case-damaged', what: 'its key is gone' });
    return passphrase === null ? refuse({ kind: 'passphrase-needed' }) : await unwrapped(wrapped, passphrase);
  } catch (error) {
    return diskProblem(error, folder);
  }
}

async function unwrapped(wrapped: Uint8Array, passphrase: string): Promise<Outcome<Uint8Array, Problem>> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(normal(passphrase));
  try {
    return wholeKey(await decrypter.decrypt(wrapped));
  } catch (error) {
    const wrong = error instanceof Error && error.message.startsWith(NO_IDENTITY);
    return refuse(wrong ? { kind: 'wrong-passphrase' } : { kind: 'case-damaged', what: `its wrapped key, ${WRAPPED}` });
  }
}

/** What age-encryption says when a passphrase opens nothing; any other error means that the file is no age file any more. */
const NO_IDENTITY = 'no identity matched';

/** The same passphrase typed on two systems may be composed differently. */
const normal = (passphrase: string): string => passphrase.normalize('NFC');

function wholeKey(bytes: Uint8Array): Outcome<Uint8Array, Problem> {
  return bytes.length === CASE_KEY_BYTES ? done(bytes) : refuse({ kind: 'case-damaged', what: 'its key' });
}

/** log2 of scrypt's N: age's own default, about a second and 256 MB. */
const WORK_FACTOR = 18;

/** Sets, changes or (null) removes the passphrase; at each moment the key can be had (SPEC K4). */
export async function setPassphrase(
  files: Files,
  folder: string,
  change: { readonly key: Uint8Array; readonly passphrase: string | null; readonly workFactor?: number },
): Promise<Outcome<null, Problem>> {
  const [bare, wrapped] = [join(folder, BARE), join(folder, WRAPPED)];
  try {
    if (change.passphrase === null) {
      replaceFile(files, bare, change.key);
      removeKey(files, wrapped);
    } else {
      const encrypter = new Encrypter();
      encrypter.setScryptWorkFactor(change.workFactor ?? WORK_FACTOR);
      encrypter.setPassphrase(normal(change.passphrase));
      replaceFile(files, wrapped, await encrypter.encrypt(change.key));
      removeKey(files, bare);
      removeKey(files, tempOf(bare));
    }
    return done(null);
  } catch (error) {
    return diskProblem(error, folder);
  }
}

/**
 * First the name goes, then the bytes are overwritten, then the file goes: half overwritten under its name it would be taken
 * for the key. Overwriting costs nothing, though a solid-state disk may keep the old sectors.
 */
function removeKey(files: Files, path: string): void {
  if (!files.exists(path)) return;
  files.rename(path, `${path}${GONE}`);
  files.syncFolder(dirname(path));
  finishRemoval(files, path);
}

function finishRemoval(files: Files, path: string): void {
  const gone = `${path}${GONE}`;
  if (!files.exists(gone)) return;
  withFile(files, gone, 'write', (file) => {
    file.write(0, new Uint8Array(file.size()));
    file.sync();
  });
  files.remove(gone);
  files.syncFolder(dirname(path));
}
