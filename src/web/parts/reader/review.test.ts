import { expect, test } from 'vitest';
import type { NoteView } from '../../../http/api-types.ts';
import { FIGURE } from './note.case.ts';
import { inTextOrder, kindsOf, noteUnder, placeAmongWaiting, shownNotes, stepFrom } from './review.ts';

const note = (id: string, start: number, rest: Partial<NoteView> = {}): NoteView => ({
  ...FIGURE,
  id,
  anchors: [{ start, end: start + 2, text: id }],
  summary: id,
  ...rest,
});

const three = [note('a', 0), note('b', 5, { state: 'accepted' }), note('c', 9)];

test('W24 J and K go to the next and the previous note that waits, round the end', () => {
  expect(stepFrom(three, null, 1)).toBe('a');
  expect(stepFrom(three, 'a', 1)).toBe('c');
  expect(stepFrom(three, 'c', 1)).toBe('a');
  expect(stepFrom(three, null, -1)).toBe('c');
  expect(stepFrom(three, 'c', -1)).toBe('a');
});

test('W24 the last waiting note keeps the focus; with none waiting J goes through all', () => {
  const one = [note('a', 0), note('b', 5, { state: 'rejected' })];
  expect(stepFrom(one, 'a', 1)).toBe('a');
  const none = [note('a', 0, { state: 'accepted' }), note('b', 5, { state: 'rejected' })];
  expect(stepFrom(none, 'a', 1)).toBe('b');
  expect(stepFrom([], null, 1)).toBeNull();
});

test('W24 a note says which of the waiting ones it is', () => {
  expect(placeAmongWaiting(three, 'c')).toEqual({ at: 2, of: 2 });
  expect(placeAmongWaiting(three, 'b')).toBeUndefined();
});

test('W25 a click on words goes to the innermost note, the next clicks to the ones around it', () => {
  expect(noteUnder(['outer', 'inner'], null)).toBe('inner');
  expect(noteUnder(['outer', 'inner'], 'inner')).toBe('outer');
  expect(noteUnder(['outer', 'inner'], 'outer')).toBe('inner');
  expect(noteUnder([], null)).toBeNull();
});

test('W26 the filter finds a note by its words however they are spelt', () => {
  const found = shownNotes([note('a', 0, { summary: 'Qərsəl' }), note('b', 1)], { kind: null, query: 'qersel' });
  expect(found.map(({ id }) => id)).toEqual(['a']);
});

test('W26 G shows one kind at a time; notes keep the order of the text', () => {
  const mixed = [note('b', 7, { kind: 'act' }), note('a', 2)];
  expect(inTextOrder(mixed).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(kindsOf(inTextOrder(mixed))).toEqual(['figure', 'act']);
  expect(shownNotes(mixed, { kind: 'act', query: '' }).map(({ id }) => id)).toEqual(['b']);
});
