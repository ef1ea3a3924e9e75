import { expect, test } from 'vitest';
import type { ClaimValue } from '../domain/claim.ts';
import { recordId } from '../domain/ids.ts';
import { amend, recordHand, type Amendment, type HandEntry } from './by-hand.ts';
import { accept } from './decide.ts';
import { deedWords } from './history.ts';
import type { OpenCase } from './open-case.ts';
import { problemOf, proposalsOf, READER, REPORT, smallCase, valueOf } from './small-case.case.ts';
import { recordDetail } from './view-records.ts';

const rangeOf = (words: string) => ({ start: REPORT.indexOf(words), end: REPORT.indexOf(words) + words.length });
const proposal = async (c: OpenCase, kind: string, words: string) => {
  const found = (await proposalsOf(c)).find((each) => each.kind === kind && each.summary.includes(words));
  if (found === undefined) throw new Error(`no ${kind} of ${words}`);
  return found;
};
const act = (c: OpenCase) => proposal(c, 'act', 'Emil Dornev');
const accepted = async (c: OpenCase): Promise<string> =>
  valueOf(await accept(c, READER, (await act(c)).id, [])).record ?? '';
const cellsOf = async (c: OpenCase, record: string | null, field: string) =>
  valueOf(await recordDetail(c, record ?? '')).cells.filter((cell) => cell.field === field);

async function add(
  c: OpenCase,
  record: string,
  over: Partial<HandEntry['fields'][number]>,
  saidBy: HandEntry['saidBy'],
) {
  const text = (await proposalsOf(c))[0]?.text ?? '';
  const field = { field: 'where', value: PLACE, words: [rangeOf('the garrison of Karsel')], ...over };
  return recordHand(c, READER, { kind: 'act', record, text, fields: [field], saidBy });
}
const PLACE: ClaimValue = { kind: 'text', text: 'the garrison of Karsel' };
const when = (edtf: string): ClaimValue => ({ kind: 'when', edtf });

test('A6 one more value stands on a record that exists, with its words and the voice it is laid to', async () => {
  const c = await smallCase();
  const record = await accepted(c);
  const done = valueOf(await add(c, record, {}, { name: 'Runa Elvik', words: rangeOf('Runa Elvik') }));
  expect(done.record).toBe(record);
  expect(deedWords(done.deed.payload)).toBe('recorded by hand a value: the garrison of Karsel');
  const added = (await cellsOf(c, record, 'where')).find((cell) => cell.deed === done.deed.id);
  expect(added).toMatchObject({ value: PLACE.kind === 'text' ? PLACE.text : '', status: 'recorded' });
  expect(added?.words[0]?.span.text).toBe('the garrison of Karsel');
  expect(added?.chain.map((link) => link.name)).toEqual(['Runa Elvik']);
});

test('A6 two dates that cannot both be are shown as a contradiction, each with its words', async () => {
  const c = await smallCase();
  const record = await accepted(c);
  valueOf(await add(c, record, { field: 'when', value: when('2017-05'), words: [rangeOf('May 2017')] }, null));
  valueOf(await add(c, record, { field: 'when', value: when('2023-03-12'), words: [rangeOf('12 March 2023')] }, null));
  const cells = await cellsOf(c, record, 'when');
  expect(cells.map((cell) => [cell.status, cell.words[0]?.span.text])).toEqual(
    expect.arrayContaining([
      ['conflict', 'May 2017'],
      ['conflict', '12 March 2023'],
    ]),
  );
});

test('A5 a value that is a record must be of the kind that the field holds', async () => {
  const c = await smallCase();
  const record = await accepted(c);
  const itself: ClaimValue = { kind: 'record', record: recordId(record) };
  expect(problemOf(await add(c, record, { field: 'victim', value: itself }, null))).toBe('bad-value');
  const change = { field: 'said-by', value: itself, words: [rangeOf('Runa Elvik')] };
  const statement = (await proposalsOf(c)).find((each) => each.kind === 'statement');
  expect(problemOf(await amend(c, READER, statement?.id ?? '', [change]))).toBe('bad-value');
});

const victim = (value: Amendment['value']): Amendment[] => [{ field: 'victim', value, words: null }];

test('P9 a victim is amended to a person of the register, or to another person that the text names', async () => {
  const c = await smallCase();
  const vasker = await proposal(c, 'person', 'Vasker');
  const named = { kind: 'named', proposal: vasker.id, name: 'Orm Vasker' } as const;
  const { id } = await act(c);
  expect(problemOf(await amend(c, READER, id, victim({ ...named, name: 'Nobody Here' })))).toBe('unknown-id');
  const done = valueOf(await amend(c, READER, id, victim(named)));
  const [cell] = await cellsOf(c, done.record, 'victim');
  expect(cell?.value).toBe(vasker.fields[0]?.value.kind === 'named' ? vasker.fields[0].value.named.name : '');
});

test('P9 a person chosen from the register stays the record it is', async () => {
  const c = await smallCase();
  const { id } = await act(c);
  const person = valueOf(await accept(c, READER, (await proposal(c, 'person', 'Vasker')).id, [])).record ?? '';
  const done = valueOf(await amend(c, READER, id, victim({ kind: 'record', record: recordId(person) })));
  expect((await cellsOf(c, done.record, 'victim'))[0]?.to).toBe(person);
});
