import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstPass, LABELS, mayFollow, Role } from './candidates.ts';
import { packed, packedScorer, weightOf } from './packed.ts';
import { FeatureList } from '../model/feature-list.ts';
import { emptyTable } from '../model/table.ts';

const WIDTH = LABELS.length;

/** Scores by which the wanted label of each token is better by 10; "inside" only follows its own kind. */
function scoresFor(wanted: readonly number[]): { emissions: Float64Array; transitions: Float64Array } {
  const emissions = new Float64Array(wanted.length * WIDTH);
  wanted.forEach((label, at) => (emissions[at * WIDTH + label] = 10));
  const transitions = new Float64Array((WIDTH + 1) * WIDTH).map((_, cell) => {
    const [previous, next] = [Math.floor(cell / WIDTH), cell % WIDTH];
    const allowed = previous === WIDTH ? next === 0 || next % 2 === 1 : mayFollow(previous, next);
    return allowed ? 0 : -Infinity;
  });
  return { emissions, transitions };
}

test('E14 the first pass gives the spans of its best reading first, and worse ones with how much worse they are', () => {
  const { emissions, transitions } = scoresFor([1, 2, 3, 5, 6, 6, 0]);
  const { labels, spans } = firstPass(emissions, transitions, 25);
  expect([...labels]).toEqual([1, 2, 3, 5, 6, 6, 0]);
  const best = spans.filter(({ deficit }) => deficit === 0).map(({ role, first, last }) => [role, first, last]);
  expect(best).toEqual([
    [Role.source, 0, 2],
    [Role.cue, 2, 3],
    [Role.content, 3, 6],
  ]);
  expect(spans.find(({ role, first, last }) => role === Role.content && first === 3 && last === 7)?.deficit).toBe(10);
});

test('E14 no span is better than the best reading, whatever the scores', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: WIDTH - 1 }), { minLength: 1, maxLength: 30 }), (wanted) => {
      const { emissions, transitions } = scoresFor(wanted);
      for (const { first, last, deficit } of firstPass(emissions, transitions, 40).spans) {
        expect(deficit).toBeGreaterThanOrEqual(-1e-9);
        expect(first < last && last <= wanted.length).toBe(true);
      }
    }),
  );
});

test('E40 packed weights speak only for the features that were kept', () => {
  const trained = emptyTable(8, 1);
  const [strong, weak, other] = [5, 5 + 64, 7];
  trained.cells[strong] = 2;
  trained.cells[weak] = -1;
  trained.cells[other] = 1;
  const table = packed(trained);
  expect(weightOf(table, strong) * table.unit).toBeCloseTo(2, 1);
  expect(weightOf(table, weak)).toBe(0);
  const list = new FeatureList();
  for (const id of [strong, weak, other]) list.addValue(0, id, 1);
  expect(packedScorer(table)(list) * table.unit).toBeCloseTo(3, 1);
});
