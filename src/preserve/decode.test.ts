import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decode } from './decode.ts';

const RUSSIAN =
  'Депутаты потребовали назвать число погибших солдат в казарме. "Их было больше двухсот", сказал адвокат.\r\n';
const TURKISH =
  'Milletvekilleri kışlada ölen askerlerin sayısının açıklanmasını istedi; avukat iki yüzden fazla dedi.\n';
const FRENCH =
  'Les députés ont demandé le nombre de soldats morts à la caserne. « Plus de deux cents », a déclaré l’avocat.';
const SAMPLES: readonly (readonly [charset: string, words: string])[] = [
  ['windows-1251', RUSSIAN],
  ['koi8-r', RUSSIAN],
  ['cp866', RUSSIAN],
  ['windows-1254', TURKISH],
  ['windows-1252', FRENCH],
  ['windows-1256', 'طالب النواب بالكشف عن عدد الجنود الذين لقوا حتفهم في ثكنة المدينة'],
  ['utf-16le', RUSSIAN],
  ['utf-16be', FRENCH],
  ['utf-8', TURKISH],
];

test.each(SAMPLES)('S3 a text in %s is told by its bytes alone', (charset, words) => {
  expect(decode(iconv.encode(words, charset)).text).toBe(words);
});

test.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le'])(
  'S3 a byte order mark of %s decides and is no part of the text',
  (charset) => {
    const decoded = decode(iconv.encode(RUSSIAN, charset, { addBOM: true }));
    expect(decoded).toEqual({ text: RUSSIAN, charset });
  },
);

test('S3 what is declared counts where it holds, and not where it does not', () => {
  expect(decode(iconv.encode(RUSSIAN, 'iso-8859-5'), 'iso-8859-5').text).toBe(RUSSIAN);
  expect(decode(iconv.encode(RUSSIAN, 'windows-1251'), 'utf-8').text).toBe(RUSSIAN);
  expect(decode(Buffer.from(RUSSIAN), 'no-such-set').text).toBe(RUSSIAN);
});

test('S3 a Russian tail is seen behind a long English head', () => {
  const words = `${'plain English words. '.repeat(9000)}${RUSSIAN}`;
  expect(decode(iconv.encode(words, 'windows-1251')).text).toBe(words);
});

test('S3 one broken byte does not turn UTF-8 into another set', () => {
  const bytes = Buffer.concat([Buffer.from(RUSSIAN), Buffer.from([0xff]), Buffer.from(RUSSIAN)]);
  expect(decode(bytes)).toEqual({ text: `${RUSSIAN}\ufffd${RUSSIAN}`, charset: 'utf-8' });
});

test('S2 line ends, NULs, accents apart and a second mark stay as they are', () => {
  const words = 'one\r\ntwo\rthree\n\u0000cafe\u0301 \ufeffend';
  expect(decode(Buffer.from(`\ufeff${words}`)).text).toBe(words);
});

test('S3 a lone surrogate becomes U+FFFD', () => {
  const bytes = Buffer.from([0xff, 0xfe, 0x41, 0, 0, 0xd8, 0x42, 0]);
  expect(decode(bytes).text).toBe('A\ufffdB');
  const wide = Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0, 0, 0xd8, 0, 0]);
  expect(decode(wide).text).toBe('A\ufffd');
});

test('S3 any bytes at all decode to well-formed text', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 400 }),
      fc.option(fc.constantFrom('utf-16le', 'shift_jis', 'gb18030', 'x')),
      (bytes, declared) => {
        const { text } = decode(bytes, declared ?? undefined);
        expect(/\p{Cs}/u.test(text)).toBe(false);
      },
    ),
  );
});

test('S2 any text in UTF-8 comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (words) => {
      fc.pre(!words.startsWith('\ufeff') && !words.includes('\0'));
      expect(decode(Buffer.from(words)).text).toBe(words);
    }),
  );
});
