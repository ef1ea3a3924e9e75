import iconv from 'iconv-lite';
import { byteOrderMark, utf16Order } from './charset.ts';
import { guessLegacy, mostlyUtf8 } from './legacy-charset.ts';

export interface Decoded {
  readonly text: string;
  /** Lower-case name of the character set, as `iconv-lite` knows it. */
  readonly charset: string;
}

/** Lone surrogates only: with the `u` flag a pair is one character of another category. */
const LONE = /\p{Cs}/gu;

export const wellFormed = (text: string): string => text.replace(LONE, '\ufffd');

/**
 * Bytes as text (SPEC S2, S3): a byte order mark decides and is not part of the text; then what the file declares, if it
 * holds; then UTF-8, UTF-16 without a mark, and the legacy set that fits. Line ends, NULs and accents stay as they are.
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  const mark = byteOrderMark(bytes);
  if (mark) return { charset: mark.charset, text: inCharset(bytes.subarray(mark.length), mark.charset) };
  const order = utf16Order(bytes);
  if (order) return { charset: order, text: inCharset(bytes, order) };
  if (declared !== undefined && !/^utf-?8$/i.test(declared) && iconv.encodingExists(declared)) {
    const text = inCharset(bytes, declared);
    if (!text.includes('\ufffd')) return { charset: declared.toLowerCase(), text };
  }
  const utf8 = inCharset(bytes, 'utf-8');
  if (!utf8.includes('\ufffd') || mostlyUtf8(utf8)) return { charset: 'utf-8', text: utf8 };
  const charset = guessLegacy(bytes);
  return { charset, text: inCharset(bytes, charset) };
}

function inCharset(bytes: Uint8Array, charset: string): string {
  if (/^utf-(8|16le|16be)$/.test(charset)) return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
  return wellFormed(iconv.decode(bytes, charset, { stripBOM: false }));
}
