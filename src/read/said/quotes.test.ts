import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../../domain/span.ts';
import { golden } from '../golden.case.ts';
import type { Quote } from '../passes.ts';
import { quotesOf } from './quotes.ts';
import { viewOf } from '../text/view.ts';

const read = (text: string): readonly Quote[] => quotesOf(viewOf(text));
const inners = (text: string): string[] => read(text).map(({ inner }) => inner.text);
const shape = ({ inner, depth, role, close, why }: Quote) => ({
  inner: inner.text,
  depth,
  role,
  closed: close?.text ?? null,
  why,
});

golden('quotes', 'E10', (text) => read(text).map(shape));

test.each([
  ['He said “it was night” and left.', ['it was night']],
  ['He said "it was night" and left.', ['it was night']],
  ["He said 'it was night' and left.", ['it was night']],
  ['Er sagte „es war Nacht“ und ging.', ['es war Nacht']],
  ['Он сказал «была „тёмная“ ночь» и ушёл.', ['была „тёмная“ ночь', 'тёмная']],
  ["It read ''no entry'' on the door.", ['no entry']],
])('E10 marks of one kind pair: %s', (text, expected) => {
  expect(inners(text)).toEqual(expected);
});

test('E10 a quotation that is never closed ends with its paragraph', () => {
  const [quote] = read('She wrote: “We are alive\n\nNothing more came.');
  expect(quote?.close).toBeNull();
  expect(quote?.inner.text).toBe('We are alive');
});

test('E10 each paragraph of a long quotation opens, only the last closes', () => {
  const quotes = read('“One day passed.\n\n“Then another day passed,” said Doruk of the garrison.');
  expect(quotes.map(({ close }) => close?.text ?? null)).toEqual([null, '”']);
});

test.each([
  ['an opening mark closes', 'He says: “It may happen here. “', ['It may happen here.']],
  [
    'one closer for two levels',
    '“He said that “it is over.” Doruk left.',
    ['He said that “it is over.', 'it is over.'],
  ],
  ['a name glued to a mark', 'As a reporter writes Varo Hesk“It was dark there.”', ['It was dark there.']],
  [
    'shifted marks',
    '“The talk (about the“ Karsel case ”) went on for long.”',
    ['The talk (about the“ Karsel case ”) went on for long.', 'Karsel case'],
  ],
])('E11 malformed marks: %s', (_fault, text, expected) => {
  expect(inners(text)).toEqual(expected);
});

test('E11 apostrophes are no quotation marks', () => {
  expect(inners("The soldiers’ coats of the ’90s didn’t fit, the officers' did; it's so.")).toEqual([]);
  expect(inners('‘The men don’t sleep and can’t eat,’ he said.')).toEqual(['The men don’t sleep and can’t eat,']);
  expect(inners('“The soldiers’ coats don’t fit,” he said.')).toEqual(['The soldiers’ coats don’t fit,']);
});

test.each([
  ['They call it “privatization” here.', 'term'],
  ['This is the so-called “case of the nine officers from Karsel”.', 'term'],
  ['He said “never again” to them.', 'speech'],
  ['“Never,” he said.', 'speech'],
  ['The note read “I am not guilty” and no more.', 'speech'],
  ['They must form a group for “an objective and full investigation of each act”.', 'speech'],
])('E12 speech or term: %s', (text, role) => {
  expect(read(text)[0]?.role).toBe(role);
});

interface Tree {
  readonly words: string;
  readonly inner: readonly Tree[];
}
const tree = (depth: number): fc.Arbitrary<Tree> =>
  fc.record({
    words: fc.constantFrom('it was night', 'nobody came', 'they wrote the names down'),
    inner: depth === 0 ? fc.constant([]) : fc.array(tree(depth - 1), { maxLength: 2 }),
  });
const MARKS = [
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['„', '“'],
] as const;

function printed({ words, inner }: Tree, depth: number): string {
  const [open, close] = MARKS[depth % MARKS.length] ?? MARKS[0];
  return `${open}${words} ${inner.map((one) => `and ${printed(one, depth + 1)} then `).join('')}end${close}`;
}
const depths = ({ inner }: Tree, depth: number): number[] => [depth, ...inner.flatMap((one) => depths(one, depth + 1))];

test('E10 quotations of known nesting come back with that nesting', () => {
  fc.assert(
    fc.property(fc.array(tree(3), { minLength: 1, maxLength: 3 }), (trees) => {
      const text = `The record holds ${trees.map((one) => printed(one, 0)).join(' and ')} as given.`;
      const quotes = read(text);
      expect(quotes.map(({ depth }) => depth)).toEqual(trees.flatMap((one) => depths(one, 0)));
      expect(quotes.every(({ close }) => close !== null)).toBe(true);
    }),
  );
});

test('E13 a hundred thousand marks are read, and every span holds its words', () => {
  for (const unit of ['“a ', '“a” ', '‘"„«', '” ']) {
    const text = `Words ${unit.repeat(Math.ceil(100_000 / unit.length))} end.`;
    const quotes = read(text);
    expect(quotes.every((quote) => holds(quote.inner, text) && holds(quote.open, text))).toBe(true);
  }
});
