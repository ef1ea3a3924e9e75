/** How many bytes are looked at to tell a character set. */
export const SAMPLE = 65_536;

const MARKS = [
  { charset: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { charset: 'utf-32le', bytes: [0xff, 0xfe, 0x00, 0x00] },
  { charset: 'utf-32be', bytes: [0x00, 0x00, 0xfe, 0xff] },
  { charset: 'utf-16le', bytes: [0xff, 0xfe] },
  { charset: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

export interface ByteOrderMark {
  readonly charset: string;
  readonly length: number;
}

export function byteOrderMark(bytes: Uint8Array): ByteOrderMark | undefined {
  const mark = MARKS.find((known) => known.bytes.every((byte, at) => bytes[at] === byte));
  return mark && { charset: mark.charset, length: mark.bytes.length };
}

/** Units that text in the scripts of alphabets is made of; a byte string read with the wrong order or width has few of them. */
const isTextUnit = (unit: number): boolean =>
  (unit >= 0x20 && unit < 0x7f) ||
  (unit >= 0x09 && unit <= 0x0d) ||
  (unit >= 0xa0 && unit < 0x700) ||
  (unit >= 0x10a0 && unit < 0x1100) ||
  (unit >= 0x1e00 && unit < 0x2070);

/** UTF-16 without a mark: nine units in ten are text in one byte order. Asked only of bytes with a NUL among them. */
export function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  const sample = bytes.subarray(0, length);
  if (length < 4 || !sample.includes(0)) return undefined;
  let little = 0;
  let big = 0;
  for (let at = 0; at < length; at += 2) {
    const [first = 0, second = 0] = [sample[at], sample[at + 1]];
    if (isTextUnit(first | (second << 8))) little += 1;
    if (isTextUnit((first << 8) | second)) big += 1;
  }
  const enough = (length / 2) * 0.9;
  if (little >= enough && little > big) return 'utf-16le';
  return big >= enough && big > little ? 'utf-16be' : undefined;
}

/** Bytes of which more than one in fifty is a control character are no text (a legacy 8-bit text has none). */
export function looksBinary(head: Uint8Array): boolean {
  if (byteOrderMark(head) || utf16Order(head)) return false;
  let controls = 0;
  for (const byte of head) {
    if (byte < 0x20 ? !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b : byte === 0x7f) controls += 1;
  }
  return controls > 2 && controls * 50 > head.length;
}
