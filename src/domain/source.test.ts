import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rectanglesOf, type PageMap } from './source.ts';

const MAP: PageMap = {
  pages: [
    {
      page: 1,
      start: 0,
      end: 20,
      width: 400,
      height: 600,
      boxes: [
        { start: 0, end: 10, x: 50, y: 100, width: 100, height: 12 },
        { start: 11, end: 20, x: 50, y: 114, width: 90, height: 12 },
      ],
    },
    {
      page: 2,
      start: 21,
      end: 31,
      width: 400,
      height: 600,
      boxes: [{ start: 21, end: 31, x: 50, y: 100, width: 100, height: 12 }],
    },
  ],
};

test('S4 words over lines and pages have a rectangle each', () => {
  expect(rectanglesOf(MAP, 5, 23)).toEqual([
    { page: 1, x: 100, y: 100, width: 50, height: 12 },
    { page: 1, x: 50, y: 114, width: 90, height: 12 },
    { page: 2, x: 50, y: 100, width: 20, height: 12 },
  ]);
  expect(rectanglesOf(MAP, 10, 11)).toEqual([]);
});

test('S4 rectangles stay within the boxes of their runs', () => {
  fc.assert(
    fc.property(fc.nat(31), fc.integer({ min: 1, max: 31 }), (start, length) => {
      for (const part of rectanglesOf(MAP, start, start + length)) {
        const home = MAP.pages.find(({ page }) => page === part.page)?.boxes.find(({ y }) => y === part.y);
        expect(part.x).toBeGreaterThanOrEqual(home?.x ?? Infinity);
        expect(part.x + part.width).toBeLessThanOrEqual((home?.x ?? 0) + (home?.width ?? 0) + 1e-9);
        expect(part.width).toBeGreaterThan(0);
      }
    }),
  );
});
