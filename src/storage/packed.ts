import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { StorageTrouble } from './database.ts';
import type { Bytes } from './tables.ts';

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** No packed value is larger: a damaged page must not swell into the memory of the machine. */
const UNPACKED_LIMIT = 512 * 1024 * 1024;

/** Words of people go in as UTF-8 blobs: a TEXT would be cut at NUL (MECHANICS, libsql, known faults). */
export const utf8 = (words: string): Bytes => ENCODER.encode(words);

export function fromUtf8(bytes: Bytes): string {
  return whole(() => DECODER.decode(bytes));
}

/** Small tables: most values are a kilobyte, and most of the time went into clearing large ones (measured). */
const DEFLATE = { level: 1, windowBits: 12, memLevel: 3 } as const;
const SMALLEST_OUTPUT = 1024;

/** JSON, deflated: spans and decisions repeat themselves, and a claim must stay small on the disk. */
export function pack(value: object): Bytes {
  const json = JSON.stringify(value);
  // Else zlib sets 16 KiB aside for each value, which cost as much as the deflating.
  return deflateRawSync(json, { ...DEFLATE, chunkSize: Math.max(SMALLEST_OUTPUT, json.length >> 2) });
}

/** The reverse of `pack`; the caller names what it packed. Bytes that are no such thing mean a damaged database. */
export function unpack<Value>(bytes: Bytes): Value {
  return whole(() => JSON.parse(DECODER.decode(inflateRawSync(bytes, { maxOutputLength: UNPACKED_LIMIT }))) as Value);
}

function whole<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw new StorageTrouble({ kind: 'case-damaged', what: 'a row of the database does not decode' }, error);
  }
}

const ASCII = /^[\x20-\x7e]*$/;

/** For TEXT columns. What is not ASCII there is a bug upstream: ids and kinds are made by the program. */
export function ascii(text: string): string {
  if (!ASCII.test(text)) throw new RangeError('not ASCII in a column of codes');
  return text;
}

/** For codes that somebody else wrote (a list of the user's, a media type): what is no short ASCII is not filtered by. */
export const asciiOrNull = (text: string | null): string | null =>
  text !== null && text.length <= 200 && ASCII.test(text) ? text : null;
