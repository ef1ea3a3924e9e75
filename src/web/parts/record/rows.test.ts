import { expect, test } from 'vitest';
import { recordDetail } from '../../mock/register.ts';
import { besideEachOther, fieldRows, intervalOf, valueWords, wordsToAddBy } from './rows.ts';

const record = recordDetail('0190f0aa-0000-7000-8000-000000002001');

test('W4 a record’s table has its fields in the order of the schema, and says where no words say', () => {
  const rows = fieldRows(record);
  expect(rows.map((row) => row.field)).toEqual(['violation', 'victim', 'when', 'where', 'means', 'modality', 'event']);
  expect(rows.find((row) => row.field === 'where')?.cells).toEqual([]);
});

test('W4 values that disagree stand side by side, with how they relate; none is dropped', () => {
  const rows = fieldRows(record);
  expect(rows.flatMap((row) => row.cells)).toHaveLength(record.cells.length);
  const violation = rows.find((row) => row.field === 'violation');
  expect(violation?.cells.map((cell) => cell.value)).toEqual(['death in custody', 'killing']);
  expect(violation?.relations.map((relation) => relation.kind)).toEqual(['gloss']);
});

test('W4 a field the schema does not know is shown after the others', () => {
  const [first] = record.cells;
  const odd = { ...record, missing: [], cells: [{ ...first!, field: 'remark' }, ...record.cells] };
  expect(fieldRows(odd).at(-1)?.field).toBe('remark');
});

test('W4 a date shows the interval it leaves open, and nothing where it leaves none', () => {
  const when = record.cells.find((cell) => cell.field === 'when')!;
  expect(intervalOf(when)).toBe('2022-05-01 – 2022-06-30');
  expect(intervalOf({ ...when, value: '2022-05-04', bounds: { from: '2022-05-04', to: '2022-05-04' } })).toBeNull();
  expect(intervalOf({ ...when, bounds: { from: '2022-05-04', to: '' } })).toBe('2022-05-04 – …');
  expect(record.cells.filter((cell) => cell.field !== 'when').map(intervalOf)).toEqual([null, null, null, null, null]);
});

test('W4 a code is shown in plain letters', () => {
  expect(record.cells.map(valueWords).slice(1, 3)).toEqual(['death in custody', 'killing']);
});

test('W39 values that disagree stand beside each other, whatever stands for itself below; none is lost', () => {
  const row = fieldRows(record).find(({ field }) => field === 'violation')!;
  const [first, second] = row.cells;
  const third = { ...first!, claim: 'withdrawn', status: 'withdrawn' } as const;
  const both = besideEachOther({ ...row, cells: [third, ...row.cells] });
  expect(both.beside).toEqual([first, second]);
  expect(both.below).toEqual([third]);
  expect(besideEachOther({ ...row, relations: [] })).toEqual({ beside: [], below: row.cells });
});

test('W36 more words are looked for at those a field has, or at the record’s first', () => {
  const [, second] = fieldRows(record).find(({ field }) => field === 'violation')!.cells;
  const only = { cells: [...record.cells.filter(({ field }) => field !== 'violation'), second!] };
  expect(wordsToAddBy(only, 'violation')).toBe(second!.words[0]);
  expect(wordsToAddBy(only, 'where')).toBe(only.cells.flatMap((cell) => cell.words)[0]);
  expect(wordsToAddBy({ cells: [] }, 'where')).toBeUndefined();
});
