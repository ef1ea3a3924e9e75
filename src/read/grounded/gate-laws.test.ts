import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../../domain/span.ts';
import { ABOUTS, MODALITIES, STANDINGS, UNITS, VIOLATIONS } from '../../domain/vocabulary.ts';
import { proposeBeside } from '../proposals/propose.ts';
import { readText } from '../read.ts';
import { at, gated, reading, spansIn, TEXT, wordsIn } from './answers.case.ts';

const words = TEXT.split(/(?<=\s)/);
const piece = fc.tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 6 })).map(([from, length]) =>
  words
    .slice(from, from + length)
    .join('')
    .trim(),
);
const some = fc.oneof(
  { weight: 6, arbitrary: piece },
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', '“', '40', 'Orm'),
);
const quoted = fc.record({ words: some, before: some });
const maybe = fc.oneof(quoted, fc.constant(null));
const many = fc.array(quoted, { maxLength: 3 });
const answer = fc.record({
  statements: fc.array(fc.record({ words: quoted, cue: maybe, saidBy: maybe, via: many }), { maxLength: 4 }),
  figures: fc.array(
    fc.record({
      words: quoted,
      numbers: fc.array(fc.constantFrom(40, 12, 15, 1140, 500, 0.5), { maxLength: 2 }),
      of: maybe,
      about: fc.constantFrom(...ABOUTS),
      unit: fc.constantFrom(...UNITS),
      standing: fc.constantFrom(...STANDINGS),
      place: maybe,
      saidBy: maybe,
    }),
    { maxLength: 4 },
  ),
  acts: fc.array(
    fc.record({
      words: quoted,
      violation: fc.constantFrom(...VIOLATIONS),
      modality: fc.constantFrom(...MODALITIES),
      victims: many,
      perpetrators: many,
      means: many,
      place: maybe,
      time: maybe,
      saidBy: maybe,
    }),
    { maxLength: 4 },
  ),
});

test('E63 every span equals its words, and no word comes into a proposal that the text does not have', () => {
  let taken = 0;
  fc.assert(
    fc.property(answer, (said) => {
      const { found, refused, known } = gated(said);
      const proposals = proposeBeside(reading, found, at);
      taken += proposals.length;
      expect(spansIn([found, proposals]).filter((span) => !holds(span, TEXT))).toEqual([]);
      expect(proposals.flatMap(wordsIn).filter((each) => !TEXT.includes(each))).toEqual([]);
      expect(proposals.every(({ score }) => score === 0.2)).toBe(true);
      const items = said.statements.length + said.figures.length + said.acts.length;
      const away = Object.values(refused).reduce((sum, times) => sum + times, known);
      expect(proposals.length + away).toBe(items);
    }),
    { numRuns: 400 },
  );
  expect(taken).toBeGreaterThan(100);
});

test('E63 any answer to any text is settled without a throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.oneof(fc.string(), fc.json()), (text, content) => {
      const own = readText({ id: 'text', text });
      const { found } = gated(content, own, text);
      expect(spansIn(found).filter((span) => !holds(span, text))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
