import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../../domain/span.ts';
import { whenBounds } from '../../domain/when.ts';
import { datesOf } from './dates.ts';
import { golden } from '../golden.case.ts';
import { viewOf } from '../text/view.ts';

const read = (text: string, published: string | null = '2022-01-11'): [string, string | null][] =>
  datesOf(viewOf(text, { published })).map((mention) => [mention.span.text, mention.value]);

golden('dates', 'E9', (text) => datesOf(viewOf(text)).map((mention) => [mention.span.text, mention.value]));

test.each([
  ['in May-June 2017', 'May-June 2017', '2017-05/2017-06'],
  ['on June 25, 2021', 'June 25, 2021', '2021-06-25'],
  ['on the 25th of June 2021', '25th of June 2021', '2021-06-25'],
  ['on 25 June', '25 June', '2021-06-25'],
  ['on 25 January', '25 January', '2022-01-25'],
  ['in 2017', '2017', '2017'],
  ['last Monday', 'last Monday', '2022-01-10'],
  ['last Tuesday', 'last Tuesday', '2022-01-04'],
  ['on Tuesday', 'Tuesday', '2022-01-11'],
  ['three years ago', 'three years ago', '2019~'],
  ['two months ago', 'two months ago', '2021-11~'],
  ['two weeks ago', 'two weeks ago', '2021-12-25/2021-12-31'],
  ['ten days ago', 'ten days ago', '2022-01-01'],
  ['just before the New Year', 'just before the New Year', null],
  ['in the spring of 2017', 'spring of 2017', '2017-21'],
  ['in spring 2017', 'spring 2017', '2017-21'],
  ['last summer', 'last summer', '2021-22'],
  ['last winter', 'last winter', null],
  ['between 3 and 5 May 2017', 'between 3 and 5 May 2017', '2017-05-03/2017-05-05'],
  ['on May 3–5, 2017', 'May 3–5, 2017', '2017-05-03/2017-05-05'],
  ['from 3 May to 5 June 2017', 'from 3 May to 5 June 2017', '2017-05-03/2017-06-05'],
  ['in 2017–18', '2017–18', '2017/2018'],
  ['before 25 June 2021', 'before 25 June 2021', '../2021-06-25'],
  ['since May 2017', 'since May 2017', '2017-05/..'],
  ['in early 2017', 'early 2017', '2017'],
  ['in mid-June 2017', 'mid-June 2017', '2017-06'],
  ['in the 1990s', '1990s', '199X'],
  ['the last five months of her life', 'last five months', null],
  ['last week', 'last week', '2022-01-03/2022-01-09'],
  ['last month', 'last month', '2021-12'],
  ['this year', 'this year', '2022'],
  ['yesterday morning', 'yesterday morning', '2022-01-10'],
  ['in the past three months', 'past three months', '2021-10/2022-01-11'],
  ['on 03/05/2016', '03/05/2016', '2016'],
  ['on 14.05.2016', '14.05.2016', '2016-05-14'],
])('E9 they came %s: “%s” is %s', (words, span, value) => {
  expect(read(`They came to the school of Karsel ${words}.`)).toEqual([[span, value]]);
});

test.each([
  'they may march home',
  'No. 2017 on the list',
  '2017 people came',
  'aged 25',
  'May God help them',
  'for three years',
  'a week of rain',
  '31 June 2020 houses',
])('E9 “%s” is no date', (words) => {
  expect(read(`And so it was that ${words}.`).filter(([, value]) => value !== null)).toEqual([]);
});

test('E9 without a day of publication what is relative keeps its words and has no value', () => {
  expect(read('They came yesterday, last Monday, in June and two years ago.', null)).toEqual([
    ['yesterday', null],
    ['last Monday', null],
    ['June', null],
    ['two years ago', null],
  ]);
});

test('E9 a date without its year takes that of the date before it, but not of a lone year a sentence ago', () => {
  expect(read('On 3 December 2016 he was taken. On 5 January he died.', null)[1]).toEqual(['5 January', '2017-01-05']);
  expect(read('In 2016 he was taken. On 5 June he died.')[1]).toEqual(['5 June', null]);
  expect(read('In 2016 he was taken, on 5 June he died.')[1]).toEqual(['5 June', '2016-06-05']);
});

const russian = (words: string, published: string | null = '2022-01-11') =>
  read(`Комиссия собралась в старой школе Карселя ${words}.`, published);

test.each([
  ['25 июня 2021 года', '25 июня 2021', '2021-06-25'],
  ['в мае–июне 2017 года', 'мае–июне 2017', '2017-05/2017-06'],
  ['в июне', 'июне', '2021-06'],
  ['в 2017 году', '2017', '2017'],
  ['в прошлый понедельник', 'прошлый понедельник', '2022-01-10'],
  ['во вторник', 'вторник', '2022-01-11'],
  ['три года назад', 'три года назад', '2019~'],
  ['год назад', 'год назад', '2021~'],
  ['много лет назад', 'много лет назад', null],
  ['в ночь с 3 на 4 марта 2017 года', 'с 3 на 4 марта 2017', '2017-03-03/2017-03-04'],
  ['с 3 мая по 5 июня 2017 года', 'с 3 мая по 5 июня 2017', '2017-05-03/2017-06-05'],
  ['между 3 и 5 мая 2017 года', 'между 3 и 5 мая 2017', '2017-05-03/2017-05-05'],
  ['в конце 2019 года', 'конце 2019', '2019'],
  ['с апреля 2021 года', 'с апреля 2021', '2021-04/..'],
  ['до 25 июня 2021 года', 'до 25 июня 2021', '../2021-06-25'],
  ['3 мая 2017 года и умерла через два дня', '3 мая 2017', '2017-05-03'],
  ['в июне прошлого года', 'июне прошлого года', '2021-06'],
  ['весной 2017 года', 'весной 2017', '2017-21'],
  ['прошлым летом', 'прошлым летом', '2021-22'],
  ['в 1990-х годах', '1990-х', '199X'],
  ['на прошлой неделе', 'прошлой неделе', '2022-01-03/2022-01-09'],
  ['вчера вечером', 'вчера вечером', '2022-01-10'],
  ['за последние три месяца', 'последние три месяца', '2021-10/2022-01-11'],
])('E9 в русском тексте %s: “%s” is %s', (words, span, value) => {
  expect(russian(words)[0]).toEqual([span, value]);
});

test('E9 «через два дня» is counted from the date before', () => {
  expect(russian('3 мая 2017 года и умерла через два дня')[1]).toEqual(['через два дня', '2017-05-05?']);
});

test.each(['на месте, где 25 человек', 'в деле № 2017', 'марта и апреля не помнят', 'под номером 12'])(
  'E9 “%s” is no date with a value',
  (words) => {
    expect(russian(words, null).filter(([, value]) => value !== null)).toEqual([]);
  },
);

test('E9 the words of one language are no dates of another', () => {
  expect(read('Комиссия собралась в старой школе Карселя last Monday и yesterday.')).toEqual([]);
});

test('E9 in a language without date words the dates that are written out are read', () => {
  expect(read('Komissiya köhnə məktəbdə 25 iyun 2021 tarixində və dünən toplaşdı.')).toEqual([
    ['25 iyun 2021', '2021-06-25'],
  ]);
});

test.each([
  [
    'on 3 May 2017 and died the following day',
    [
      ['3 May 2017', '2017-05-03'],
      ['following day', '2017-05-04?'],
    ],
  ],
  [
    'on 3 May 2017. Two others died that month',
    [
      ['3 May 2017', '2017-05-03'],
      ['that month', '2017-05?'],
    ],
  ],
  [
    'on 3 May 2017 and died two days later',
    [
      ['3 May 2017', '2017-05-03'],
      ['two days later', '2017-05-05?'],
    ],
  ],
  [
    'in May 2017 and died the next day',
    [
      ['May 2017', '2017-05'],
      ['next day', null],
    ],
  ],
  ['and died the following day', [['following day', null]]],
  ['in June last year', [['June last year', '2021-06']]],
  ['late last year', [['late last year', '2021']]],
  ['on Friday last week', [['Friday last week', '2022-01-07']]],
  ['in the past year', [['past year', '2021-01/2022-01-11']]],
  ['in recent weeks', [['recent weeks', null]]],
  ['last weekend', [['last weekend', '2022-01-08/2022-01-09']]],
  ['during the January protests', [['January', '2022-01']]],
  ['after a 2014 conviction', [['2014', '2014']]],
  ['as the Sunday Herald wrote', []],
  ['with the 2000 prisoners', []],
  [
    'on 3 May 2017 and died that night',
    [
      ['3 May 2017', '2017-05-03'],
      ['that night', '2017-05-03?'],
    ],
  ],
  [
    'in May 2017 and freed in August of that year',
    [
      ['May 2017', '2017-05'],
      ['August of that year', '2017-08'],
    ],
  ],
  [
    'in May 2017 and died the next year',
    [
      ['May 2017', '2017-05'],
      ['next year', '2018?'],
    ],
  ],
  ['until next week', [['until next week', '../2022-01-23']]],
  ['on Aug. 30, 2019', [['Aug. 30, 2019', '2019-08-30']]],
  ['earlier this month', [['earlier this month', '2022-01']]],
  ['on the night of 3 to 4 March 2017', [['3 to 4 March 2017', '2017-03-03/2017-03-04']]],
  ['in the early 2000s', [['early 2000s', '200X']]],
])('E9 what follows a date is counted from it and marked: taken %s', (words, expected) => {
  expect(read(`They were taken from Karsel ${words}.`)).toEqual(expected);
});

const word = fc.constantFrom(
  'May',
  'June',
  '25',
  '3–5',
  '2017',
  '2014-2017',
  'since',
  'between',
  'and',
  'from',
  'to',
  'early',
  'last',
  'this',
  'three',
  'years',
  'ago',
  'Monday',
  ',',
  '-',
  'spring',
  'of',
  'the',
  'New',
  'Year',
  '31',
  '03/05/2016',
  'yesterday',
  'Orlan',
  '.',
  '1990s',
  '9999',
  'week',
  'past',
  '999',
  'following',
  'day',
  'later',
  'that',
);

test('S8 dates hold their words, in order, and their values are dates', () => {
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 30 }),
      fc.constantFrom('2022-01-11', '0000-01-01', '9999-12-31', null),
      (words, published) => {
        const text = words.join(' ');
        let last = 0;
        for (const { span, value } of datesOf(viewOf(text, { published }))) {
          expect(holds(span, text)).toBe(true);
          expect(span.start).toBeGreaterThanOrEqual(last);
          last = span.end;
          if (value !== null) expect(whenBounds(value), value).not.toBeNull();
        }
      },
    ),
    { numRuns: 500 },
  );
});
