import { crc32 } from 'node:zlib';
import type { SealedDeed } from '../domain/ports.ts';

/**
 * A segment on the disk: magic ‖ number of its first deed (u64) ‖ CRC-32, then a record a deed: mark ‖ length of the public
 * part ‖ length of the sealed payload ‖ CRC-32 of all before and after it ‖ public part ‖ sealed payload. Numbers big-endian.
 * The CRC finds what was torn by a crash; what was changed on purpose is found by seals, signatures and roots.
 */
const MAGIC = Buffer.from('ACTUMS1\n');
export const SEGMENT_HEAD_BYTES = MAGIC.length + 8 + 4;
const RECORD_HEAD_BYTES = 16;
/** The first record of a group is told apart: a whole one behind a bad one means that the bad one was once acknowledged. */
const GROUP = Buffer.from('GRP:');
const DEED = Buffer.from('deed');

export function segmentHead(first: number): Uint8Array {
  const head = Buffer.alloc(SEGMENT_HEAD_BYTES);
  MAGIC.copy(head);
  head.writeBigUInt64BE(BigInt(first), MAGIC.length);
  head.writeUInt32BE(crc32(head.subarray(0, -4)), SEGMENT_HEAD_BYTES - 4);
  return head;
}

/** The number of the first deed; undefined where this is no whole head of a segment. */
export function firstOf(head: Buffer): number | undefined {
  const whole = head.length === SEGMENT_HEAD_BYTES && head.subarray(0, MAGIC.length).equals(MAGIC);
  if (!whole || head.readUInt32BE(SEGMENT_HEAD_BYTES - 4) !== crc32(head.subarray(0, -4))) return undefined;
  return Number(head.readBigUInt64BE(MAGIC.length));
}

/** The records of one group, as they are appended. */
export function groupBytes(group: readonly SealedDeed[]): Uint8Array {
  return Buffer.concat(group.map((deed, at) => recordBytes(deed, at === 0)));
}

function recordBytes({ publicPart, sealed }: SealedDeed, firstOfGroup: boolean): Uint8Array {
  const record = Buffer.concat([Buffer.alloc(RECORD_HEAD_BYTES), publicPart, sealed]);
  (firstOfGroup ? GROUP : DEED).copy(record);
  record.writeUInt32BE(publicPart.length, 4);
  record.writeUInt32BE(sealed.length, 8);
  record.writeUInt32BE(sumOf(record, 0, record.length), 12);
  return record;
}

/** CRC-32 of a record but for the place where it stands itself. */
const sumOf = (bytes: Buffer, at: number, end: number): number =>
  crc32(bytes.subarray(at + RECORD_HEAD_BYTES, end), crc32(bytes.subarray(at, at + 12)));

export interface RecordPlace {
  /** Offset of the record. */
  readonly at: number;
  /** Offset behind it. */
  readonly end: number;
  readonly firstOfGroup: boolean;
  readonly publicPart: Uint8Array;
  readonly sealed: Uint8Array;
}

/** The record at an offset; undefined where none stands there whole. */
export function recordAt(bytes: Buffer, at: number): RecordPlace | undefined {
  if (at + RECORD_HEAD_BYTES > bytes.length) return undefined;
  const mark = bytes.subarray(at, at + 4);
  const firstOfGroup = mark.equals(GROUP);
  if (!firstOfGroup && !mark.equals(DEED)) return undefined;
  const body = at + RECORD_HEAD_BYTES;
  const middle = body + bytes.readUInt32BE(at + 4);
  const end = middle + bytes.readUInt32BE(at + 8);
  if (end > bytes.length) return undefined;
  if (sumOf(bytes, at, end) !== bytes.readUInt32BE(at + 12)) return undefined;
  const [publicPart, sealed] = [bytes.subarray(body, middle), bytes.subarray(middle, end)];
  return { at, end, firstOfGroup, publicPart, sealed };
}

export function* recordsFrom(bytes: Buffer, at: number): Generator<RecordPlace> {
  for (let record = recordAt(bytes, at); record !== undefined; record = recordAt(bytes, record.end)) yield record;
}

/** A bound on the work that a file made to mislead can cause. */
const MOST_TRIES = 1000;

/** Whether a group begins whole somewhere behind `at`. */
export function groupBehind(bytes: Buffer, at: number): boolean {
  let found = bytes.indexOf(GROUP, at + 1);
  for (let tries = 0; found >= 0 && tries < MOST_TRIES; tries += 1) {
    if (recordAt(bytes, found) !== undefined) return true;
    found = bytes.indexOf(GROUP, found + 1);
  }
  return false;
}
