import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsMeet, countBounds, countWords, isVague, VAGUE_FLOOR, type Count, type VagueWord } from './count.ts';

/** The nearest number that the words allow, seen from the one they name. */
const BESIDE: Readonly<Record<string, number>> = { 'more-than': 1, 'less-than': -1 };

test.each<[Count, number, number, string]>([
  [{ kind: 'exactly', n: 102 }, 102, 102, '102'],
  [{ kind: 'only', n: 102 }, 102, 102, 'only 102'],
  [{ kind: 'more-than', n: 200 }, 201, Infinity, 'more than 200'],
  [{ kind: 'at-least', n: 200 }, 200, Infinity, 'at least 200'],
  [{ kind: 'less-than', n: 5 }, 0, 4, 'less than 5'],
  [{ kind: 'less-than', n: 0 }, 0, 0, 'less than 0'],
  [{ kind: 'at-most', n: 5 }, 0, 5, 'at most 5'],
  [{ kind: 'about', n: 100 }, 80, 120, 'about 100'],
  [{ kind: 'nearly', n: 100 }, 80, 100, 'nearly 100'],
  [{ kind: 'between', low: 7, high: 20 }, 7, 20, '7 to 20'],
  [{ kind: 'vague', word: 'dozens' }, 24, Infinity, 'dozens'],
])('F1 %j is a range', (count, low, high, words) => {
  expect(countBounds(count)).toEqual({ low, high });
  expect(countWords(count)).toBe(words);
});

test('F1 vague words bound from below only, and rise', () => {
  const words = Object.keys(VAGUE_FLOOR) as VagueWord[];
  const bounds = words.map((word) => countBounds({ kind: 'vague', word }));
  expect(bounds.every(({ high }) => high === Infinity)).toBe(true);
  expect(bounds.map(({ low }) => low)).toEqual(bounds.map(({ low }) => low).toSorted((a, b) => a - b));
  expect(words.every((word) => isVague({ kind: 'vague', word }))).toBe(true);
});

test('F1 a range holds the number it was said with, or stands right beside it', () => {
  const kinds = fc.constantFrom('exactly', 'only', 'more-than', 'at-least', 'less-than', 'at-most', 'about', 'nearly');
  fc.assert(
    fc.property(kinds, fc.integer({ min: 1, max: 1e9 }), (kind, n) => {
      const said = countBounds({ kind, n } as Count);
      const beside = n + (BESIDE[kind] ?? 0);
      expect(boundsMeet(said, { low: beside, high: beside })).toBe(true);
      expect(boundsMeet(said, { low: n, high: n })).toBe(beside === n);
    }),
  );
});
