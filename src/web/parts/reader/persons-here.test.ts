import { expect, test } from 'vitest';
import type { NoteView } from '../../../http/api-types.ts';
import { personsFound, personsHere } from './persons-here.ts';

const note = (id: string, over: object): NoteView =>
  ({ id, kind: 'statement', state: 'waiting', record: null, chain: [], fields: [], ...over }) as unknown as NoteView;
const field = (name: string, value: string) => ({ field: name, value, words: [], inferred: false });
const link = (kind: string, name: string, to: string | null = null) => ({ kind, name, to });

const notes = [
  note('prp_1', { kind: 'act', fields: [field('victim', 'four men'), field('where', 'Karsel')] }),
  note('prp_2', { kind: 'person', fields: [field('name', 'Ilda Maren'), field('name', 'Maren')] }),
  note('prp_3', { chain: [link('said-by', 'the doctor'), link('in-work', 'Motion No. 77')] }),
  note('prp_4', { kind: 'person', state: 'accepted', record: 'rec-4', fields: [field('name', 'The Doctor')] }),
  note('prp_5', { kind: 'person', state: 'rejected', fields: [field('name', 'Karsel')] }),
  note('rec-6', { state: 'recorded', record: 'rec-6', chain: [link('said-by', 'a clerk', 'rec-7')] }),
  note('rec-8', { kind: 'act', state: 'recorded', record: 'rec-8', fields: [field('victim', 'a cadet')] }),
];

test('W37 everybody a text names is offered once, as the record they are or by the proposal that names them', () => {
  expect(personsHere(notes)).toEqual([
    { name: 'four men', record: null, proposal: 'prp_1' },
    { name: 'Ilda Maren', record: null, proposal: 'prp_2' },
    { name: 'The Doctor', record: 'rec-4', proposal: 'prp_4' },
    { name: 'a clerk', record: 'rec-7', proposal: null },
  ]);
});

test('W37 persons are found however they are spelt; while a whole name stands there, the others are offered', () => {
  const names = (typed: string): readonly string[] => personsFound(personsHere(notes), typed).map(({ name }) => name);
  expect(names('ílda')).toEqual(['Ilda Maren']);
  expect(names('')).toHaveLength(4);
  expect(names('Ilda Maren')).toEqual(['four men', 'The Doctor', 'a clerk']);
  expect(names('nobody')).toEqual([]);
});
