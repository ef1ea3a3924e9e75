import { expect, test } from 'vitest';
import type { NoteView } from '../../../http/api-types.ts';
import { FIGURE } from './note.case.ts';
import { amendRows, changesOf, fieldsRecorded, recordRows, type FormRow } from './form-rows.ts';

const words = { start: 4, end: 17, text: 'more than 140' };
const field = (name: string, value: string) => ({ field: name, value, words: [words], inferred: false });
const figure: NoteView = {
  ...FIGURE,
  anchors: [words],
  summary: 'more than 140',
  fields: [field('count', 'more than 140'), field('about', 'tortured')],
};
const changed = (rows: readonly FormRow[], name: string, change: Partial<FormRow>): readonly FormRow[] =>
  rows.map((row) => (row.field === name ? { ...row, ...change } : row));
const spanAt = ({ start, end }: { start: number; end: number }) => ({ start, end, text: 'x'.repeat(end - start) });

test('W28 a form saved untouched changes nothing', () => {
  expect(changesOf(amendRows(figure), spanAt)).toEqual({ ok: true, value: [] });
});

test('W28 only what was touched is sent: a new value, a field left out, other words', () => {
  const rows = changed(
    changed(
      changed(amendRows(figure), 'standing', { draft: { kind: 'code', code: 'alleged' }, words: { start: 2, end: 3 } }),
      'about',
      {
        out: true,
      },
    ),
    'count',
    { words: { start: 0, end: 2 } },
  );
  expect(changesOf(rows, spanAt)).toEqual({
    ok: true,
    value: [
      {
        field: 'count',
        value: { kind: 'count', count: { kind: 'more-than', n: 140 } },
        words: [{ start: 0, end: 2, text: 'xx' }],
      },
      { field: 'about', value: null },
      { field: 'standing', value: { kind: 'code', code: 'alleged' }, words: [{ start: 2, end: 3, text: 'x' }] },
    ],
  });
});

test('W28 a form that says no value names the field', () => {
  const rows = changed(amendRows(figure), 'period', { draft: { kind: 'when', edtf: ' ' } });
  expect(changesOf(rows, spanAt)).toEqual({ ok: false, problem: { kind: 'empty', field: 'period' } });
});

test('W28 a field that nothing was read for needs words of its own', () => {
  const rows = changed(amendRows(figure), 'standing', { draft: { kind: 'code', code: 'alleged' } });
  expect(changesOf(rows, spanAt)).toEqual({ ok: false, problem: { kind: 'no-words', field: 'standing' } });
});

const act: NoteView = {
  ...figure,
  id: 'prp_b',
  kind: 'act',
  fields: [
    { ...field('victim', 'Emil Dorn'), words: [{ start: 20, end: 29, text: 'Emil Dorn' }] },
    { ...field('victim', 'Ruslan Ket'), words: [{ start: 34, end: 44, text: 'Ruslan Ket' }] },
  ],
};
const oneVictim: NoteView = { ...act, fields: act.fields.slice(0, 1) };
const person = (record: string, name: string, mention: string | null = null): Partial<FormRow> => ({
  draft: { kind: 'record', record, name, mention },
});
const RECORD = '00000000-0000-7000-8000-000000000001';

test('W37 a person is changed to a record of the register, or to another whom this text names', () => {
  expect(changesOf(amendRows(oneVictim), spanAt)).toEqual({ ok: true, value: [] });
  expect(changesOf(changed(amendRows(oneVictim), 'victim', person(RECORD, 'Farid Tann')), spanAt)).toEqual({
    ok: true,
    value: [{ field: 'victim', value: { kind: 'record', record: RECORD } }],
  });
  const named = changed(amendRows(oneVictim), 'victim', person('', 'Samir Keld', 'prp_c'));
  expect(changesOf(named, spanAt)).toEqual({
    ok: true,
    value: [{ field: 'victim', value: { kind: 'named', proposal: 'prp_c', name: 'Samir Keld' } }],
  });
});

test('W37 a name that was typed and not chosen is refused', () => {
  const typed = changed(amendRows(oneVictim), 'victim', person('', 'Samir'));
  expect(changesOf(typed, spanAt)).toEqual({ ok: false, problem: { kind: 'nobody-chosen', field: 'victim' } });
});

test('W37 of several persons each is changed or left out by itself, and the others stay on their own words', () => {
  const rows = amendRows(act);
  expect(rows.filter((row) => row.field === 'victim').map((row) => row.key)).toEqual(['victim', 'victim 2']);
  const stays = {
    field: 'victim',
    value: { kind: 'named', proposal: 'prp_b', name: 'Ruslan Ket' },
    words: [{ start: 34, end: 44, text: 'Ruslan Ket' }],
  };
  const first = (change: Partial<FormRow>) => rows.map((row) => (row.key === 'victim' ? { ...row, ...change } : row));
  expect(changesOf(first({ out: true }), spanAt)).toEqual({ ok: true, value: [stays] });
  expect(changesOf(first(person(RECORD, 'Farid Tann')), spanAt)).toEqual({
    ok: true,
    value: [
      {
        field: 'victim',
        value: { kind: 'record', record: RECORD },
        words: [{ start: 20, end: 29, text: 'Emil Dorn' }],
      },
      stays,
    ],
  });
  const none = changed(rows, 'victim', { out: true });
  expect(changesOf(none, spanAt)).toEqual({ ok: true, value: [{ field: 'victim', value: null }] });
});

test('W29 a record by hand takes the selected words for its first field, and as the words of each', () => {
  const rows = changed(recordRows('person', 'Lt. Orhan Vesk'), 'role', { draft: { kind: 'text', text: 'lieutenant' } });
  expect(fieldsRecorded(rows, { start: 3, end: 17 })).toEqual({
    ok: true,
    value: [
      { field: 'name', value: { kind: 'text', text: 'Lt. Orhan Vesk' }, words: [{ start: 3, end: 17 }] },
      { field: 'role', value: { kind: 'text', text: 'lieutenant' }, words: [{ start: 3, end: 17 }] },
    ],
  });
});

test('W29 a record by hand that says nothing is not sent', () => {
  expect(fieldsRecorded(recordRows('act', 'beaten'), { start: 0, end: 6 })).toEqual({
    ok: false,
    problem: { kind: 'empty', field: 'violation' },
  });
});
