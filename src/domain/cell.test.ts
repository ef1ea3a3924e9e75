import { expect, test } from 'vitest';
import { cellsOf, titleOf, type NameOf } from './cell.ts';
import { claimState, decidedFor, recordState, uuidOf } from './claims.case.ts';
import { recordId } from './ids.ts';

const orm = recordId(uuidOf(7));
const nameOf: NameOf = (id) => (id === orm ? 'Captain Orm' : 'nobody');
const torture = claimState(
  1,
  'violation',
  { kind: 'code', code: 'torture' },
  { claim: { chain: [{ kind: 'said-by', to: orm, words: null }] } },
);
const victim = claimState(2, 'victim', { kind: 'record', record: orm });

test('A8 every standing claim is a cell with its words, chain, decider and deed', () => {
  const [first, second] = cellsOf(recordState('act', [torture, victim]), nameOf);
  expect(first).toMatchObject({
    field: 'violation',
    value: 'torture',
    name: null,
    status: 'recorded',
    finding: false,
    chain: ['said by Captain Orm'],
    decidedBy: 'reader 1',
    deed: uuidOf(900),
  });
  expect(first?.attestedBy[0]?.span).toEqual({ start: 3, end: 9, text: 'beaten' });
  expect(second).toMatchObject({ value: orm, name: 'Captain Orm' });
});

test('A8 what was withdrawn is no cell; what the case adopted says so with its reason', () => {
  const adopted = claimState(
    3,
    'when',
    { kind: 'when', edtf: '2017-05' },
    { adopted: decidedFor('the court dates it so') },
  );
  const cells = cellsOf(
    recordState('act', [
      { ...torture, status: 'withdrawn' },
      adopted,
      claimState(4, 'when', { kind: 'when', edtf: '2016' }),
    ]),
    nameOf,
  );
  expect(cells.map(({ field, status, reason }) => [field, status, reason])).toEqual([
    ['when', 'adopted', 'the court dates it so'],
    ['when', 'recorded', null],
  ]);
  expect(titleOf(recordState('act', [{ ...torture, status: 'withdrawn' }]), nameOf)).toBe('act without words');
});

test('A8 a finding is marked as one and stands without words', () => {
  const finding = claimState(
    5,
    'where',
    { kind: 'text', text: 'Karsel' },
    { claim: { basis: 'finding', attestedBy: [], reason: 'only one garrison is there' } },
  );
  expect(cellsOf(recordState('act', [finding]), nameOf)[0]).toMatchObject({
    finding: true,
    attestedBy: [],
    reason: 'only one garrison is there',
  });
});
