import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paragraphsOf } from './paragraphs.ts';

const cut = (words: string): string[] =>
  paragraphsOf(words, 0).map((paragraph) => words.slice(paragraph.start, paragraph.end).trim());

test('W23 paragraphs tile the words', () => {
  const line = fc.oneof(
    fc.constant(''),
    fc.constant(' '),
    fc.string({ maxLength: 120 }),
    fc.constant('x'.repeat(7000)),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.nat(500), (lines, from) => {
      const words = lines.join('\n');
      let at = from;
      for (const paragraph of paragraphsOf(words, from)) {
        expect(paragraph.start).toBe(at);
        expect(paragraph.end).toBeGreaterThan(paragraph.start);
        at = paragraph.end;
      }
      expect(at).toBe(from + words.length);
    }),
  );
});

test('W23 a text without blank lines has a paragraph a line', () => {
  expect(cut('One.\nTwo.\nThree.')).toEqual(['One.', 'Two.', 'Three.']);
});

test('W23 lines wrapped by hand are one paragraph', () => {
  const wrapped = `${'word '.repeat(14)}\n${'word '.repeat(14)}\nend.`;
  expect(cut(`${wrapped}\n\n${wrapped}`)).toHaveLength(2);
});

test('W23 a single break in a text with blank lines stands close', () => {
  const words = 'Name\nStreet\n\nBody.';
  expect(paragraphsOf(words, 0).map((paragraph) => paragraph.close)).toEqual([false, true, false]);
});

test('W23 a long line without breaks is cut, never inside a pair of surrogates', () => {
  const words = '\u{1F54A}'.repeat(10_001);
  for (const paragraph of paragraphsOf(`a${words}`, 0)) {
    const piece = `a${words}`.slice(paragraph.start, paragraph.end);
    expect(piece.length).toBeLessThanOrEqual(6000);
    expect(piece).not.toMatch(/[\ud800-\udbff]$|^[\udc00-\udfff]/);
  }
});
