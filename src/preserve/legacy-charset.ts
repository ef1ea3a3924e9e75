import iconv from 'iconv-lite';
import { chardet } from 'jschardet';
import { SAMPLE } from './charset.ts';

/** Whether bytes that are not quite UTF-8 are rather damaged UTF-8 than another set: ten good sequences for each bad one. */
export function mostlyUtf8(text: string): boolean {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) bad += 1;
    else if (unit > 0x7f) good += 1;
  }
  return good >= bad * 10;
}

/** The set that decodes a sample without a hole, likeliest first; windows-1252 when nothing fits (as the WHATWG Encoding standard falls back). */
export function guessLegacy(bytes: Uint8Array): string {
  const sample = telling(bytes);
  const guesses = chardet.detectAll(sample, { ignoreThreshold: true, maxBytes: SAMPLE });
  for (const { encoding } of guesses) {
    if (encoding === null || /^(ascii|utf-)/i.test(encoding) || !iconv.encodingExists(encoding)) continue;
    if (!iconv.decode(sample.subarray(0, -4), encoding).includes('\ufffd')) return encoding.toLowerCase();
  }
  return 'windows-1252';
}

/** A sample from where the first byte beyond ASCII stands: a long English head tells nothing about a Russian tail. */
function telling(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  return bytes.subarray(Math.max(0, first - 256), Math.max(0, first - 256) + SAMPLE);
}
