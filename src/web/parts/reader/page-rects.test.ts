import { expect, test } from 'vitest';
import { pageOf, rectsOf } from './page-rects.ts';

const page = {
  page: 1,
  start: 100,
  end: 140,
  width: 600,
  height: 800,
  boxes: [
    { start: 100, end: 120, x: 60, y: 80, width: 200, height: 16 },
    { start: 121, end: 140, x: 60, y: 100, width: 190, height: 16 },
  ],
};

test('W32 a span has a rectangle in each box it touches, its share of the width', () => {
  expect(rectsOf(page, { start: 110, end: 130 })).toEqual([
    { left: 160 / 600, top: 0.1, width: 100 / 600, height: 0.02 },
    { left: 0.1, top: 0.125, width: 90 / 600, height: 0.02 },
  ]);
});

test('W32 the share is that of the words where their widths are known', () => {
  const wide = (start: number, end: number): number => (end - start) * 2 + (start <= 100 && end > 100 ? 10 : 0);
  const [rect] = rectsOf(page, { start: 100, end: 110 }, wide);
  expect(rect?.left).toBe(0.1);
  expect(rect?.width).toBeCloseTo((200 * (30 / 50)) / 600);
});

test('W32 a span of another page has no rectangle here', () => {
  expect(rectsOf(page, { start: 0, end: 100 })).toEqual([]);
  expect(rectsOf(page, { start: 140, end: 150 })).toEqual([]);
});

test('W32 an offset is found on its page', () => {
  const second = { ...page, page: 2, start: 140, end: 200 };
  expect(pageOf([page, second], 139)?.page).toBe(1);
  expect(pageOf([page, second], 140)?.page).toBe(2);
  expect(pageOf([page, second], 999)?.page).toBe(2);
});
