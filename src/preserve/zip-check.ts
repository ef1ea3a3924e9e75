import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { refuse, done, type Outcome } from '../kit/outcome.ts';
import { unread, type Unread } from './unread.ts';

const MEBI = 1024 * 1024;
/** Trust R28, tighter in the total: what an office file inflates to has to fit in the reading process. */
const LIMITS = { entries: 10_000, total: 256 * MEBI, ratio: 200, ratioFrom: 10 * MEBI } as const;

/** Unix file types in the upper half of the external attributes (APPNOTE 4.4.15, stat.h). */
const TYPE_MASK = 0o170000;
const SYMLINK = 0o120000;

/**
 * Inflates an archive once, to nowhere, and counts (SPEC C14): no header is believed. Refused are bombs, symbolic links,
 * names twice or outside the archive, encryption, and any part of XML that declares a document type (trust R29).
 */
export async function checkZip(bytes: Uint8Array): Promise<Outcome<null, Unread>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    decodeStrings: false,
  });
  const names = new Set<string>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
    const trouble = troubleOf(entry, name, names);
    if (trouble !== undefined) return refuse(trouble);
    names.add(name);
    const inflated = name.endsWith('/') ? done(0) : await inflate(zip, entry, LIMITS.total - total);
    if (!inflated.ok) return inflated;
    total += inflated.value;
  }
  return done(null);
}

function troubleOf(entry: Entry, name: string, names: ReadonlySet<string>): Unread | undefined {
  const type = (entry.externalFileAttributes >>> 16) & TYPE_MASK;
  if (names.size >= LIMITS.entries) return unread('archive', `it holds more than ${LIMITS.entries} files`);
  if (yauzl.validateFileName(name) !== null) return unread('archive', 'the name of one of its files leads out of it');
  if (names.has(name)) return unread('archive', 'two of its files have one name');
  if (type === SYMLINK) return unread('archive', 'it holds a symbolic link');
  return entry.isEncrypted() ? unread('password') : undefined;
}

/** Counts what really comes out of an entry, and looks for a document type on the way. Gives the number of bytes. */
async function inflate(zip: ZipFile, entry: Entry, left: number): Promise<Outcome<number, Unread>> {
  const stream = await zip.openReadStreamPromise(entry);
  const scan = new DoctypeScan();
  let count = 0;
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) continue;
    count += chunk.length;
    const isBomb = count > LIMITS.ratioFrom && count > entry.compressedSize * LIMITS.ratio;
    if (isBomb || count > left) {
      stream.destroy();
      return refuse(unread('archive', 'it inflates to far more than its size'));
    }
    if (scan.sees(chunk)) {
      stream.destroy();
      return refuse(unread('doctype', 'a part of it'));
    }
  }
  return done(count);
}

const DOCTYPE = '<!DOCTYPE';

/** Looks for a document type in a part that begins like XML, in any width of character, over the ends of chunks. */
class DoctypeScan {
  #tail = '';
  #isXml: boolean | undefined;

  sees(chunk: Uint8Array): boolean {
    const latin = this.#tail + Buffer.from(chunk).toString('latin1').replaceAll('\0', '');
    this.#isXml ??= latin === '' ? undefined : /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*</.test(latin);
    if (this.#isXml !== true) return false;
    this.#tail = latin.slice(1 - DOCTYPE.length);
    return latin.includes(DOCTYPE);
  }
}
