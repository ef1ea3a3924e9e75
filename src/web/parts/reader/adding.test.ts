import { expect, test } from 'vitest';
import type { NoteView } from '../../../http/api-types.ts';
import { addedDraft, firstField, inOneLine, recordsFound, recordsHere } from './adding.ts';

const note = (record: string | null, at: number, over: Partial<NoteView> = {}): NoteView =>
  ({
    id: `note ${at}`,
    kind: 'act',
    record,
    summary: `torture of ${record}`,
    covered: null,
    anchors: [{ start: at, end: at + 10, text: 'were beaten' }],
    marks: [],
    ...over,
  }) as unknown as NoteView;

const notes = [
  note('Dorn', 0),
  note(null, 95),
  note('Ket', 130),
  note('Vasker', 60, { kind: 'person', covered: 'headline' }),
  note('Ket', 400),
  note('Tann', 300, { anchors: [], marks: [{ start: 104, end: 108, role: 'words' }] }),
];
const here = recordsHere(notes, { start: 100, end: 110 });

test('W36 the records of this text are offered first, each once, the nearest to the selected words first', () => {
  expect(here.map((record) => record.id)).toEqual(['Tann', 'Ket', 'Vasker', 'Dorn']);
});

test('W36 they are narrowed by kind and by words however they are spelt; a covered title is not searched', () => {
  const found = (kind: string, typed: string) => recordsFound(here, kind, typed).map((record) => record.id);
  expect(found('person', '')).toEqual(['Vasker']);
  expect(found('', 'TÓRTURE of k')).toEqual(['Ket']);
  expect(found('', 'Vasker')).toEqual([]);
});

test('W36 the field that was asked for comes first, then one that no words say; never one the kind does not have', () => {
  const record = { kind: 'act', missing: ['where', 'means'] } as const;
  expect(firstField(record, 'when')).toBe('when');
  expect(firstField(record, 'count')).toBe('where');
  expect(firstField({ kind: 'act', missing: [] }, null)).toBe('violation');
});

test('W36 the selected words are the first value where they can be one; a date and a code are left to be said', () => {
  expect(addedDraft('act', 'where', 'in Karsel')).toEqual({ kind: 'text', text: 'in Karsel' });
  expect(addedDraft('figure', 'count', 'more than 140')).toMatchObject({ as: 'more-than', n: '140' });
  expect(addedDraft('act', 'when', 'last spring')).toEqual({ kind: 'when', edtf: '' });
  expect(addedDraft('act', 'violation', 'were beaten')).toEqual({ kind: 'code', code: '' });
});

test('W36 a record is named in one line, down to the last that its words say', () => {
  const said = (text: string) => ({ text, known: true });
  const unsaid = (text: string) => ({ text, known: false });
  const lead = [
    said('killing'),
    said(' of '),
    unsaid('somebody no words name'),
    said(', '),
    said('May 2019'),
    said(', '),
  ];
  expect(inOneLine({ lead: [...lead, unsaid('where these words do not say')] })).toBe(
    'killing of somebody no words name, May 2019',
  );
  expect(inOneLine({ lead: [unsaid('no words stand here yet')] })).toBe('');
});
