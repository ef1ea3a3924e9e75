import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentsOf } from './segments.ts';

const words = fc.string({ minLength: 0, maxLength: 60, unit: 'binary' });
const mark = fc.tuple(fc.integer({ min: -10, max: 90 }), fc.integer({ min: 0, max: 40 })).map(([start, length]) => ({
  start,
  end: start + length,
}));

test('W20 segments joined are the words, whatever overlaps or nests', () => {
  fc.assert(
    fc.property(words, fc.nat(20), fc.array(mark, { maxLength: 12 }), (text, from, marks) => {
      const segments = segmentsOf(text, from, marks);
      expect(segments.map((segment) => segment.text).join('')).toBe(text);
      expect(segments.every((segment) => segment.end - segment.start === segment.text.length)).toBe(true);
    }),
  );
});

test('W20 each mark is covered exactly: by its own words and by no others', () => {
  fc.assert(
    fc.property(words, fc.nat(20), fc.array(mark, { maxLength: 12 }), (text, from, marks) => {
      const segments = segmentsOf(text, from, marks);
      for (const each of marks) {
        const covered = segments.filter((segment) => segment.marks.includes(each));
        const lies = (segment: { start: number; end: number }) =>
          each.start <= segment.start && segment.end <= each.end;
        expect(segments.filter(lies).filter((segment) => each.end > each.start && segment.text !== '')).toEqual(
          covered,
        );
      }
    }),
  );
});

test('W20 the innermost mark comes last', () => {
  const outer = { start: 0, end: 10 };
  const inner = { start: 2, end: 4 };
  const segments = segmentsOf('0123456789', 0, [inner, outer]);
  expect(segments.map((segment) => segment.text)).toEqual(['01', '23', '456789']);
  expect(segments[1]?.marks).toEqual([outer, inner]);
});
