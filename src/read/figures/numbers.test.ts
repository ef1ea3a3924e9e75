import { expect, test } from 'vitest';
import { numberWords } from './number-words.ts';
import { numbersIn } from './numbers.ts';
import { tokensOf } from '../text/tokens.ts';

function read(text: string): (string | number | null)[][] {
  const tokens = tokensOf(text);
  return numbersIn(tokens, [0, tokens.length], numberWords('en')).map(({ value, low, high, comparator, vague }) => [
    value ?? vague,
    low,
    high,
    comparator,
  ]);
}

test.each([
  ['1,400 soldiers', 1400],
  ['12 000 soldiers', 12_000],
  ['twenty-five', 25],
  ['three hundred and two', 302],
  ['a dozen', 12],
  ['1.7 million', 1_700_000],
  ['half a million', 500_000],
  ['five hundred thousand and two', 500_002],
  ['no one', 0],
])('E20 %s is %i', (text, value) => {
  expect(read(text)).toEqual([[value, null, null, 'exactly']]);
});

test.each([
  ['more than 300', [300, 'more-than']],
  ['at least nine', [9, 'at-least']],
  ['as many as 400', [400, 'at-most']],
  ['up to about 50', [50, 'at-most']],
  ['an estimated at least 30', [30, 'at-least']],
  ['an estimated 20,000', [20_000, 'about']],
  ['nearly 200', [200, 'nearly']],
  ['only 87', [87, 'only']],
  ['30 or more', [30, 'at-least']],
  ['50 or so', [50, 'about']],
  ['not more than 1,000', [1000, 'at-most']],
])('E20 %s has its comparator', (text, [value, comparator]) => {
  expect(read(text)).toEqual([[value, null, null, comparator]]);
});

test('E20 ranges have ends and no value', () => {
  expect(read('between 5 and 7')).toEqual([[null, 5, 7, 'range']]);
  expect(read('seven to twenty')).toEqual([[null, 7, 20, 'range']]);
  expect(read('10–12')).toEqual([[null, 10, 12, 'range']]);
  expect(read('1-2 million')).toEqual([[null, 1_000_000, 2_000_000, 'range']]);
  expect(read('five or six')).toEqual([[null, 5, 6, 'range']]);
  expect(read('2014-15')).toEqual([]);
});

test('E20 vague words bound from below', () => {
  expect(read('many hundreds of dozens, tens of thousands, a number of others, several')).toEqual([
    ['hundreds', null, null, 'vague'],
    ['dozens', null, null, 'vague'],
    ['many-more', null, null, 'vague'],
    ['several', null, null, 'vague'],
    ['several', null, null, 'vague'],
  ]);
});

test('E20 fractions, ordinals and years in words are no numerals of their own', () => {
  expect(read('two-thirds, one-third, a five-member panel, the third')).toEqual([]);
});

test('E20 a language without number words has its digits', () => {
  const tokens = tokensOf('в 2021 году погибли 1,500 солдат');
  expect(numbersIn(tokens, [0, tokens.length], numberWords('xx')).map(({ value }) => value)).toEqual([2021, 1500]);
});
