import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AveragedTable } from './averaged.ts';
import { FeatureList } from './feature-list.ts';
import { hashWord, mix } from './hash.ts';
import { decodeModel, encodeModel, type Model } from './model-file.ts';
import { quantised, quantisedSequence } from './quantise.ts';
import { bestLabels, emissionsOf } from './sequence.ts';
import { highest, reasonsFor, scoreInto, scoreOne } from './table.ts';
import { trainLogistic } from './train-logistic.ts';
import { trainSequence } from './train-sequence.ts';
import { lookupOf, wordNumbers } from './word-numbers.ts';

const listOf = (...words: readonly string[]): FeatureList => {
  const list = new FeatureList(2);
  words.forEach((word, template) => list.add(template, hashWord(word)));
  return list;
};

describe('model files', () => {
  const cells = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: -32767, max: 32767 })), {
    minLength: 48,
    maxLength: 48,
  });

  test('E40 a model survives its file, and the same model has the same bytes', () => {
    fc.assert(
      fc.property(
        cells,
        fc.array(fc.double({ noNaN: true })),
        fc.array(fc.tuple(fc.integer(), fc.integer({ min: 1, max: 255 }))),
        (found, numbers, pairs) => {
          const model: Model = {
            name: 'm',
            labels: { kinds: ['a', 'б'] },
            numbers: { n: numbers },
            tables: { t: { bits: 4, width: 3, cells: Int16Array.from(found), unit: 0.25 } },
            words: { w: wordNumbers(pairs.map(([a, b]) => [a | 0, b])) },
          };
          const bytes = encodeModel(model);
          expect(decodeModel(bytes)).toEqual(model);
          expect(encodeModel(decodeModel(bytes))).toEqual(bytes);
        },
      ),
    );
  });

  test('E40 bytes that are no model are refused', () => {
    expect(() => decodeModel(new TextEncoder().encode('something else\n{}\n'))).toThrow(TypeError);
    expect(() => decodeModel(new Uint8Array([1, 2]))).toThrow(RangeError);
  });
});

test('E40 numbers of words: every pair is found, a word that is not there has 0', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 200 }), (words) => {
      const lookup = lookupOf(wordNumbers(words.map((word, at) => [hashWord(word), (at % 255) + 1])));
      words.forEach((word, at) => expect(lookup(hashWord(word))).toBe((at % 255) + 1));
      expect(lookupOf(wordNumbers([]))(hashWord('x'))).toBe(0);
    }),
  );
});

test('E42 the best labels are those of trying all', () => {
  const score = fc.integer({ min: -9, max: 9 });
  fc.assert(
    fc.property(
      fc.array(score, { minLength: 8, maxLength: 8 }),
      fc.array(score, { minLength: 6, maxLength: 6 }),
      (emissions, transitions) => {
        const total = (labels: readonly number[]): number =>
          labels.reduce(
            (sum, label, at) =>
              sum + (emissions[at * 2 + label] ?? 0) + (transitions[(labels[at - 1] ?? 2) * 2 + label] ?? 0),
            0,
          );
        const all = Array.from({ length: 16 }, (_, code) => [0, 1, 2, 3].map((at) => (code >> at) & 1));
        const found = bestLabels(Float64Array.from(emissions), Float64Array.from(transitions), 2);
        expect(total([...found])).toBe(Math.max(...all.map(total)));
      },
    ),
  );
});

/** Sentences of a toy language: a "v" word is followed by an "o" word; the rest is 0. */
const TOY = ['a v o b', 'v o', 'b a a', 'a a v o v o', 'o v o b o'].map((line) => line.split(' '));
const toyLabels = (words: readonly string[]): Uint8Array =>
  Uint8Array.from(words, (word, at) => (word === 'o' && words[at - 1] === 'v' ? 1 : 0));
const toyFeatures =
  (words: readonly string[]) =>
  (at: number, into: FeatureList): void => {
    into.add(0, hashWord(words[at] ?? ''));
    into.add(1, hashWord(words[at - 1] ?? '<'), hashWord(words[at] ?? ''));
  };
const toyExample = (words: readonly string[]) => {
  const list = new FeatureList();
  words.forEach((_, at) => toyFeatures(words)(at, list));
  return { features: list.take(), perToken: 2, labels: toyLabels(words) };
};

test('E41 a sequence model learns, quantises without loss of its answers, and is the same each time', () => {
  const training = { bits: 10, width: 2, epochs: 8, seed: 1 };
  const model = trainSequence(TOY.map(toyExample), training);
  expect(trainSequence(TOY.map(toyExample), training)).toEqual(model);
  const small = quantisedSequence(model);
  for (const words of [...TOY, ['b', 'v', 'o', 'o']]) {
    const emissions = emissionsOf(small.emission, words.length, toyFeatures(words));
    expect(bestLabels(emissions, small.transitions, 2)).toEqual(toyLabels(words));
  }
});

test('E42 a label that may not follow another never does', () => {
  const model = trainSequence(TOY.map(toyExample), {
    bits: 10,
    width: 2,
    epochs: 3,
    seed: 1,
    allowed: (before, next) => !(before === 0 && next === 1),
  });
  const emissions = emissionsOf(model.emission, 4, toyFeatures(['a', 'v', 'o', 'b']));
  expect([...bestLabels(emissions, model.transitions, 2)].join('')).not.toContain('01');
});

test('E43 a logistic model learns several outcomes and tells which feature spoke', () => {
  const examples = [
    { features: listOf('rain', 'x').take(), targets: [1, 0] },
    { features: listOf('sun', 'x').take(), targets: [0, 1] },
    { features: listOf('fog', 'x').take(), targets: [0, 0] },
  ];
  const table = quantised(trainLogistic(examples, { bits: 8, width: 2, epochs: 60, seed: 3 }));
  const scores = new Float64Array(2);
  scoreInto(table, listOf('rain', 'x'), scores);
  expect(scores[0]).toBeGreaterThan(0);
  expect(scores[1]).toBeLessThan(0);
  const [first] = reasonsFor(table, listOf('rain', 'x'), 0);
  expect(first).toMatchObject({ template: 0, at: 0 });
  expect(first?.weight).toBeGreaterThan(0);
});

test('E43 reasons add up to the score', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string(), fc.double({ min: 0.1, max: 3, noNaN: true })), { maxLength: 30 }),
      (words) => {
        const table = {
          bits: 6,
          width: 1,
          unit: 0.5,
          cells: Int16Array.from({ length: 64 }, (_, at) => (at * 37) % 101),
        };
        const list = new FeatureList(1);
        words.forEach(([word, value], at) => list.addValue(at, mix(at, hashWord(word), 0, 0), value));
        const sum = reasonsFor(table, list, 0, 1000).reduce((total, { weight }) => total + weight, 0);
        expect(sum).toBeCloseTo(scoreOne(table, list) * table.unit, 6);
      },
    ),
  );
});

test('E41 quantising keeps order of size, clips nothing and prunes what is asked', () => {
  const cells = Float32Array.from({ length: 1024 }, (_, at) => (at === 7 ? 900 : (at % 19) / 10 - 0.9));
  const small = quantised({ bits: 10, width: 1, cells, unit: 1 }, 0.15);
  cells.forEach((cell, at) => {
    const kept = (small.cells[at] ?? 0) * small.unit;
    expect(Math.abs(kept - (Math.abs(cell) >= 0.15 ? cell : 0))).toBeLessThanOrEqual(small.unit / 2 + 1e-6);
  });
});

test('E41 the average is over all steps', () => {
  const averaged = new AveragedTable(2, 1);
  averaged.add(Int32Array.of(1), 0, 4);
  averaged.tick();
  averaged.tick();
  averaged.tick();
  averaged.add(Int32Array.of(1), 0, -4);
  expect(averaged.average().cells[1]).toBe(3);
  expect(highest(Float64Array.of(1, 3, 3), 3)).toBe(1);
});
