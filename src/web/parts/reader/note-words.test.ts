import { expect, test } from 'vitest';
import type { NoteView } from '../../../http/api-types.ts';
import { FIGURE } from './note.case.ts';
import { besideTitle, rowsOf, titleOf } from './note-words.ts';

const span = { start: 0, end: 4, text: 'nine' };
const field = (name: string, value: string) => ({ field: name, value, words: [span], inferred: false });
const note = (over: Partial<NoteView>): NoteView => ({ ...FIGURE, ...over });

const wordsAt = (start: number, end: number): string => 'guards of the brigade'.slice(start, end);

test('W30 a note is titled by its kind and its first value, or by its summary where it has none', () => {
  expect(titleOf(note({ fields: [field('count', 'more than 140')] }))).toBe('Figure: more than 140');
  expect(titleOf(note({}))).toBe('Figure: nine men died');
  expect(titleOf(note({ kind: 'statement' }))).toBe('Statement: the source’s own voice');
});

test('W30 a note says what its words do not say, where that is asked', () => {
  const rows = rowsOf(
    note({ fields: [field('about', 'died'), field('standing', 'alleged'), field('unit', 'person')] }),
    wordsAt,
  );
  expect(rows.map(({ label, value, beside }) => [label, value, beside])).toEqual([
    ['Of whom', null, null],
    ['what', 'died', 'standing: alleged'],
    ['Period', null, null],
    ['Unit', 'person', null],
  ]);
});

test('W30 who did it is said by the words that name them; dates are as precise as they are said', () => {
  const act = note({
    kind: 'act',
    marks: [{ start: 0, end: 6, role: 'perpetrator' }],
    fields: [field('violation', 'assault'), field('when', '2019-21')],
  });
  const rows = rowsOf(act, wordsAt).map(({ label, value }) => [label, value]);
  expect(rows).toContainEqual(['by', 'guards']);
  expect(rows).toContainEqual(['When', 'spring 2019']);
});

test('W30 beside its title a note says who decided, else what it is part of', () => {
  const part = { fields: [field('part-of', 'at least 63')] };
  expect(besideTitle(note(part))).toBe('part of at least 63');
  expect(besideTitle(note({ ...part, state: 'accepted', decidedBy: 'reader 2' }))).toBe('by reader 2');
  expect(besideTitle(note({ ...part, state: 'rejected', decidedBy: 'reader 2' }))).toBe('rejected by reader 2');
  expect(besideTitle(note({ state: 'read-differently' }))).toBe('read differently now');
});
