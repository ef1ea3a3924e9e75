import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysIn, shiftDay, weekdayOf } from './calendar.ts';
import { showWhen, whenBounds, whenMeet } from './when.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));
const day = fc
  .tuple(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([y, m, d]) => `${String(y).padStart(4, '0')}-${two(m)}-${two(Math.min(d, daysIn(y, m)))}`);
const moment = fc.oneof(
  day,
  year,
  day.map((d) => d.slice(0, 7)),
  fc.tuple(year, fc.integer({ min: 21, max: 24 })).map(([y, s]) => `${y}-${s}`),
  year.map((y) => `${y.slice(0, 3)}X`),
  year.map((y) => `${y.slice(0, 2)}XX`),
);
const marked = fc.tuple(moment, fc.constantFrom('', '?', '~', '%')).map((parts) => parts.join(''));
const edtf = fc.oneof(
  marked,
  fc.tuple(marked, marked).map(([a, b]) => `${a}/${b}`),
  marked.map((a) => `../${a}`),
  marked.map((a) => `${a}/..`),
);

test.each([
  ['2021-06-25', '2021-06-25', '2021-06-25'],
  ['2021-06', '2021-06-01', '2021-06-30'],
  ['2020-02', '2020-02-01', '2020-02-29'],
  ['2017', '2017-01-01', '2017-12-31'],
  ['2017-05/2017-06', '2017-05-01', '2017-06-30'],
  ['2017-21', '2017-03-01', '2017-06-21'],
  ['2017-24', '2016-12-01', '2018-03-20'],
  ['../2021-06-25', '0000-01-01', '2021-06-25'],
  ['2021-06-25/..', '2021-06-25', '9999-12-31'],
  ['2021-06-25/', '2021-06-25', '9999-12-31'],
  ['201X', '2010-01-01', '2019-12-31'],
  ['20XX', '2000-01-01', '2099-12-31'],
  ['2017-05-XX', '2017-05-01', '2017-05-31'],
  ['2017-XX', '2017-01-01', '2017-12-31'],
  ['2017~', '2016-01-01', '2018-12-31'],
  ['2017-01~', '2016-12-01', '2017-02-28'],
  ['2017?', '2017-01-01', '2017-12-31'],
  ['2022-01-11T10:30:00Z', '2022-01-11', '2022-01-11'],
])('E1 the bounds of %s are %s to %s', (text, from, to) => {
  expect(whenBounds(text)).toEqual({ from, to });
});

test.each([
  '',
  '2017-13',
  '2021-02-29',
  '2017-06/2017-05',
  '../..',
  '/',
  '2017-21-03',
  '201X-05',
  '2017-XX-05',
  'May',
  '17',
  '2017/2018/2019',
  ' 2017',
  '2017-1',
  `${'1'.repeat(100_000)}`,
])('E1 what is no date has no bounds: %#', (text) => {
  expect(whenBounds(text)).toBeNull();
  expect(showWhen(text)).toBe(text);
});

test('E1 bounds are in order, whatever the date', () => {
  fc.assert(
    fc.property(edtf, (text) => {
      const bounds = whenBounds(text);
      if (bounds !== null) expect(bounds.from <= bounds.to).toBe(true);
      else expect(text).toContain('/');
    }),
  );
});

test('E1 a day keeps its precision both ways', () => {
  fc.assert(
    fc.property(day, (text) => {
      expect(whenBounds(text)).toEqual({ from: text, to: text });
      expect(whenBounds(`${text}/${text}`)).toEqual({ from: text, to: text });
    }),
  );
});

test('E1 any string has bounds or none, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (a, b) => {
      for (const text of [a, `${a}/${b}`]) if (whenBounds(text) === null) expect(showWhen(text)).toBe(text);
    }),
  );
});

test('E1 dates meet when their bounds do, and meeting is symmetric', () => {
  expect(whenMeet('2017-21', '2017-05/2017-06')).toBe(true);
  expect(whenMeet('2017', '2018')).toBe(false);
  expect(whenMeet('../2016', '2017-01-01')).toBe(false);
  expect(whenMeet('no date', 'no date')).toBe(false);
  fc.assert(fc.property(edtf, edtf, (a, b) => whenMeet(a, b) === whenMeet(b, a)));
  fc.assert(fc.property(edtf, (a) => whenMeet(a, a) === (whenBounds(a) !== null)));
});

test.each([
  ['2021-06-25', '25 June 2021'],
  ['2021-06', 'June 2021'],
  ['2017-21', 'spring 2017'],
  ['2017-05/2017-06', 'May 2017 – June 2017'],
  ['../2021-06-25', 'until 25 June 2021'],
  ['2017/..', 'since 2017'],
  ['199X', '1990s'],
  ['2017-05~', 'about May 2017'],
  ['2017?', '2017 (?)'],
])('E1 %s is shown as %s, no more precise than it is', (text, words) => {
  expect(showWhen(text)).toBe(words);
});

test('E1 days are counted through leap years and month ends', () => {
  expect(shiftDay('2020-02-28', 2)).toBe('2020-03-01');
  expect(shiftDay('0000-01-01', -1)).toBe('0000-01-01');
  expect(weekdayOf('2022-01-11')).toBe(2);
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: -300, max: 300 }),
      (d, n) => d < '0002' || d > '9998' || shiftDay(shiftDay(d, n), -n) === d,
    ),
  );
});
