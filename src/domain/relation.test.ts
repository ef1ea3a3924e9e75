import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClaimValue } from './claim.ts';
import { claimState, decidedFor, recordState } from './claims.case.ts';
import { conflictsOf, pairsOf, relateValues, shownStatus } from './relation.ts';

const code = (text: string): ClaimValue => ({ kind: 'code', code: text });
const when = (edtf: string): ClaimValue => ({ kind: 'when', edtf });
const count = (n: number): ClaimValue => ({ kind: 'count', count: { kind: 'exactly', n } });

test('A3 two recorded values of a field that takes one, which contradict, are a conflict until one is adopted', () => {
  const [spring, may] = [claimState(1, 'when', when('2017-03')), claimState(2, 'when', when('2017-05'))];
  const record = recordState('act', [spring, may]);
  expect(conflictsOf(record)).toHaveLength(1);
  expect(shownStatus(spring, conflictsOf(record))).toBe('conflict');
  const adopted = { ...may, adopted: decidedFor('the court dates it so') };
  expect(conflictsOf(recordState('act', [spring, adopted]))).toEqual([]);
  expect(
    conflictsOf(
      recordState('act', [spring, { ...adopted, status: 'withdrawn' }, claimState(3, 'when', when('2017-06'))]),
    ),
  ).toHaveLength(1);
});

test('A3 what was withdrawn, and fields that take many values, are never in conflict', () => {
  const withdrawn = claimState(2, 'when', when('2017-05'), { status: 'withdrawn' });
  expect(conflictsOf(recordState('act', [claimState(1, 'when', when('2017-03')), withdrawn]))).toEqual([]);
  const means = [
    claimState(1, 'means', { kind: 'text', text: 'a rod' }),
    claimState(2, 'means', { kind: 'text', text: 'current' }),
  ];
  expect(pairsOf(recordState('act', means))).toEqual([]);
});

test.each([
  ['gloss', code('killing'), code('death-in-custody')],
  ['gloss', code('torture'), code('ill-treatment')],
  ['contradicts', code('torture'), code('killing')],
  ['narrower', when('2017'), when('2017-05')],
  ['contradicts', when('2016'), when('2017-05')],
  ['same', { kind: 'text', text: 'Karsel' } as const, { kind: 'text', text: 'kärsel' } as const],
  ['contradicts', count(102), count(200)],
  ['differs', count(11), { kind: 'count', count: { kind: 'vague', word: 'dozens' } } as const],
  ['narrower', count(250), { kind: 'count', count: { kind: 'more-than', n: 200 } } as const],
  ['differs', count(11), code('11')],
])('A4 %s: one value beside another', (relation, a, b) => {
  expect([relateValues(a, b), relateValues(b, a)]).toEqual([relation, relation]);
});

test('A4 how two values relate is the same whichever is asked first', () => {
  const n = fc.integer({ min: 0, max: 300 });
  const counts = fc.oneof(
    fc.record({
      kind: fc.constantFrom('exactly', 'only', 'more-than', 'at-least', 'less-than', 'at-most', 'about', 'nearly'),
      n,
    }),
    fc.record({ kind: fc.constant('vague'), word: fc.constantFrom('several', 'dozens', 'hundreds') }),
  );
  const values = fc.oneof(
    fc.record({ kind: fc.constant('count'), count: counts }),
    fc.record({
      kind: fc.constant('when'),
      edtf: fc.constantFrom('2017', '2017-05', '2017-05-08', '2016/2018', '2017~', 'spring', '2015'),
    }),
    fc.record({
      kind: fc.constant('code'),
      code: fc.constantFrom('torture', 'assault', 'killing', 'alleged', 'asserted'),
    }),
    fc.record({ kind: fc.constant('text'), text: fc.constantFrom('Karsel', 'KARSEL', 'Selm') }),
  ) as fc.Arbitrary<ClaimValue>;
  fc.assert(
    fc.property(values, values, (a, b) => {
      expect(relateValues(a, b)).toBe(relateValues(b, a));
      expect(relateValues(a, a)).toBe('same');
    }),
  );
});
