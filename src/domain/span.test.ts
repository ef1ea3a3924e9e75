import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covers, holds, overlaps, spanAt } from './span.ts';

test('S1 a span that is cut out holds its words, whatever the letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
      const [start, other] = [a % text.length, b % (text.length + 1)].toSorted((x, y) => x - y) as [number, number];
      const end = other === start ? start + 1 : other;
      const span = spanAt(text, start, end);
      expect(holds(span, text)).toBe(true);
      expect(holds(span, `x${text}x`)).toBe(
        text.startsWith(span.text, start) && `x${text}x`.startsWith(span.text, start),
      );
    }),
  );
});

test('S1 an empty or outlying range is no span, and other words are not held', () => {
  for (const [start, end] of [
    [2, 2],
    [3, 2],
    [-1, 2],
    [0, 99],
  ] as const)
    expect(() => spanAt('Karsel', start, end)).toThrow(RangeError);
  expect(holds({ start: 0, end: 3, text: 'Kar' }, 'Qarsel')).toBe(false);
  expect(holds({ start: 2, end: 2, text: '' }, 'Karsel')).toBe(false);
  expect([
    overlaps({ start: 0, end: 3 }, { start: 3, end: 5 }),
    overlaps({ start: 0, end: 4 }, { start: 3, end: 5 }),
  ]).toEqual([false, true]);
  expect([
    covers({ start: 0, end: 5 }, { start: 1, end: 5 }),
    covers({ start: 1, end: 5 }, { start: 0, end: 5 }),
  ]).toEqual([true, false]);
});
