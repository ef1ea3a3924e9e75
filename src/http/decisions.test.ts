import { expect, test } from 'vitest';
import type { ClaimValue } from '../domain/claim.ts';
import { proposalsOf, REPORT } from '../desk/small-case.case.ts';
import { servedCase, type Answer, type Door } from './served-case.case.ts';

interface Detail {
  readonly sensitivity: string | null;
  readonly hold: string | null;
  readonly cells: readonly {
    readonly claim: string;
    readonly field: string;
    readonly value: string;
    readonly raw: ClaimValue;
    readonly status: string;
    readonly reason: string | null;
    readonly adopted: { readonly reason: string } | null;
    readonly words: readonly { readonly span: { readonly text: string } }[];
    readonly chain: readonly { readonly name: string }[];
  }[];
}

const idOf = async (door: Door, kind: string, words = ''): Promise<string> =>
  (await proposalsOf(door.c)).find((proposal) => proposal.kind === kind && proposal.summary.includes(words))?.id ?? '';
const cellOf = (detail: Detail, field: string) => detail.cells.find((cell) => cell.field === field);

async function made(door: Door, path: string, body: unknown): Promise<Answer> {
  const { status, body: answer } = await door.post(path, body);
  expect([status, answer.happened ?? '']).toEqual([200, '']);
  expect(answer.deed).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.what).toMatch(/^\w/);
  return answer;
}
const detailOf = (door: Door, record: string | null): Promise<Detail> => door.get<Detail>(`/api/records/${record}`);
const textOf = async (door: Door): Promise<string> => (await proposalsOf(door.c))[0]?.text ?? '';
const rangeOf = (words: string) => ({ start: REPORT.indexOf(words), end: REPORT.indexOf(words) + words.length });

test('P6 a proposal that is accepted is a record with its words; twice is refused', async () => {
  const door = await servedCase();
  const id = await idOf(door, 'act', 'Emil Dornev');
  const { record } = await made(door, `/api/proposals/${id}/accept`, {});
  const detail = await detailOf(door, record);
  expect(cellOf(detail, 'violation')).toMatchObject({ value: 'torture', status: 'recorded' });
  expect(cellOf(detail, 'victim')?.value).toBe('Emil Dornev');
  for (const { words } of detail.cells) expect(REPORT).toContain(words[0]?.span.text);
  expect((await door.post(`/api/proposals/${id}/accept`, {})).status).toBe(409);
});

test('P9 an amended proposal holds the new value with its words, looked up in the text', async () => {
  const door = await servedCase();
  const id = await idOf(door, 'act', 'Emil Dornev');
  const words = [{ ...rangeOf('May 2017'), text: 'what the page sends is not believed' }];
  const changes = [
    { field: 'violation', value: { kind: 'code', code: 'ill-treatment' } },
    { field: 'when', value: { kind: 'when', edtf: '2017-05' }, words },
  ];
  const { record } = await made(door, `/api/proposals/${id}/accept`, { changes });
  const detail = await detailOf(door, record);
  expect(cellOf(detail, 'violation')?.raw).toEqual({ kind: 'code', code: 'ill-treatment' });
  expect(cellOf(detail, 'when')?.words[0]?.span.text).toBe('May 2017');
  const other = await idOf(door, 'figure');
  const wrong = (change: object) => door.post(`/api/proposals/${other}/accept`, { changes: [change] });
  expect((await wrong({ field: 'colour', value: { kind: 'text', text: 'x' } })).status).toBe(422);
  expect((await wrong({ field: 'period', value: { kind: 'when', edtf: 'spring-ish' }, words })).status).toBe(422);
  expect(
    (
      await wrong({
        field: 'as-of',
        value: { kind: 'when', edtf: '2017' },
        words: [{ start: 0, end: 99_999, text: 'x' }],
      })
    ).status,
  ).toBe(422);
});

test('P10 a rejection records nothing and can be taken back', async () => {
  const door = await servedCase();
  const id = await idOf(door, 'figure');
  const { deed, record } = await made(door, `/api/proposals/${id}/reject`, { reason: 'a heading' });
  expect(record).toBeNull();
  expect(await idOf(door, 'figure')).not.toBe(id);
  await made(door, `/api/deeds/${deed}/take-back`, { reason: 'no heading' });
  expect(await idOf(door, 'figure')).toBe(id);
  expect((await door.post(`/api/deeds/${deed}/take-back`, { reason: 'again' })).status).toBe(409);
});

test('A6 a record by hand stands on selected words; without words nothing is recorded', async () => {
  const door = await servedCase();
  const text = await textOf(door);
  const field = { field: 'violation', value: { kind: 'code', code: 'killing' }, words: [rangeOf('killed')] };
  const saidBy = { name: 'the Assembly', words: rangeOf('Assembly of the Straits') };
  const { record } = await made(door, '/api/records', { kind: 'act', text, fields: [field], saidBy });
  const cell = cellOf(await detailOf(door, record), 'violation');
  expect(cell?.words[0]?.span.text).toBe('killed');
  expect(cell?.chain.map(({ name }) => name)).toEqual(['the Assembly']);
  const size = door.c.ledger.size();
  const refused = async (over: object): Promise<[number, string | undefined]> => {
    const { status, body } = await door.post('/api/records', { kind: 'act', text, fields: [{ ...field, ...over }] });
    return [status, body.kind];
  };
  expect(await refused({ words: [] })).toEqual([422, 'words-missing']);
  expect(await refused({ words: [{ start: 5, end: 5 }] })).toEqual([422, 'words-differ']);
  expect(await refused({ words: [{ start: 0, end: 1_000_000 }] })).toEqual([422, 'words-differ']);
  expect(await refused({ value: { kind: 'code', code: 'bad-manners' } })).toEqual([422, 'bad-value']);
  expect(door.c.ledger.size()).toBe(size);
});

test('A6 one more claim stands beside the others; contradicting ones are in conflict until one is adopted', async () => {
  const door = await servedCase();
  const text = await textOf(door);
  const { record } = await made(door, `/api/proposals/${await idOf(door, 'act', 'Emil Dornev')}/accept`, {});
  const claim = (edtf: string, words: string) => ({
    record,
    text,
    field: 'when',
    value: { kind: 'when', edtf },
    words: [rangeOf(words)],
  });
  await made(door, '/api/claims', claim('2017-05', 'May 2017'));
  await made(door, '/api/claims', claim('2023-03-12', '12 March 2023'));
  const before = await detailOf(door, record);
  expect(before.cells.filter(({ field }) => field === 'when').map(({ status }) => status)).toEqual([
    'conflict',
    'conflict',
  ]);
  const may = before.cells.find(({ raw }) => raw.kind === 'when' && raw.edtf === '2017-05');
  expect((await door.post(`/api/claims/${may?.claim}/adopt`, { record, reason: ' ' })).status).toBe(422);
  await made(door, `/api/claims/${may?.claim}/adopt`, { record, reason: 'the dateline is no date of the act' });
  const after = await detailOf(door, record);
  expect(
    after.cells.filter(({ field }) => field === 'when').map(({ adopted, status }) => [adopted?.reason ?? null, status]),
  ).toEqual([
    ['the dateline is no date of the act', 'recorded'],
    [null, 'recorded'],
  ]);
});

test('A2 a claim moves along its table, with a reason, and back by undo', async () => {
  const door = await servedCase();
  const { record } = await made(door, `/api/proposals/${await idOf(door, 'act', 'Emil Dornev')}/accept`, {});
  const { claim } = cellOf(await detailOf(door, record), 'violation') ?? { claim: '' };
  await made(door, `/api/claims/${claim}/status`, { record, to: 'withdrawn', reason: 'misread' });
  expect((await door.post(`/api/claims/${claim}/status`, { record, to: 'issue', reason: 'x' })).body.kind).toBe(
    'status-refused',
  );
  expect((await door.post(`/api/claims/${claim}/status`, { record, to: 'recorded', reason: '' })).body.kind).toBe(
    'reason-missing',
  );
  await made(door, '/api/undo', {});
  expect(cellOf(await detailOf(door, record), 'violation')?.status).toBe('recorded');
});

test('N2 a person is marked with a reason; a record that is no person is not', async () => {
  const door = await servedCase();
  const { record } = await made(door, `/api/proposals/${await idOf(door, 'person', 'Emil')}/accept`, {});
  await made(door, `/api/persons/${record}/mark`, { sensitivity: 'sealed', reason: 'asked for it' });
  expect((await detailOf(door, record)).sensitivity).toBe('sealed');
  expect((await door.post(`/api/persons/${record}/mark`, { sensitivity: 'sealed', reason: '' })).status).toBe(422);
  const { record: figure } = await made(door, `/api/proposals/${await idOf(door, 'figure')}/accept`, {});
  expect((await door.post(`/api/persons/${figure}/mark`, { sensitivity: 'sealed', reason: 'x' })).status).toBe(404);
});

test('C8 a cited source is sought until it is held, as a source in custody, or cannot be had', async () => {
  const door = await servedCase();
  const { record } = await made(door, `/api/proposals/${await idOf(door, 'cited-source')}/accept`, {});
  expect((await detailOf(door, record)).hold).toBe('sought');
  const path = `/api/cited/${record}/hold`;
  expect((await door.post(path, { state: 'held' })).body.kind).toBe('bad-input');
  expect((await door.post(path, { state: 'held', source: 'src_x' })).body.kind).toBe('unknown-id');
  const source = (await proposalsOf(door.c))[0]?.source;
  await made(door, path, { state: 'held', source });
  expect((await detailOf(door, record)).hold).toBe('held');
  await made(door, path, { state: 'unobtainable', reason: 'the archive burnt' });
  expect((await detailOf(door, record)).hold).toBe('unobtainable');
});

test('J1 two persons that exist are judged, with a reason; one, none and another kind are not', async () => {
  const door = await servedCase();
  const { record: a } = await made(door, `/api/proposals/${await idOf(door, 'person', 'Emil')}/accept`, {});
  const { record: b } = await made(door, `/api/proposals/${await idOf(door, 'person', 'Orm')}/accept`, {});
  const judged = { of: 'person', a, b, judgement: 'not-same', reason: 'victim and officer' };
  await made(door, '/api/judgements', judged);
  const kinds = async (over: object): Promise<string | undefined> =>
    (await door.post('/api/judgements', { ...judged, ...over })).body.kind;
  expect([
    await kinds({ reason: '' }),
    await kinds({ b: a }),
    await kinds({ b: 'x' }),
    await kinds({ of: 'figure' }),
  ]).toEqual(['reason-missing', 'bad-input', 'unknown-id', 'unknown-id']);
});

test('D5 custody cannot be taken back, a take-back can', async () => {
  const door = await servedCase();
  const deeds = [...door.c.ledger.deedsFrom(0)];
  for (const kind of ['open', 'member', 'ingest', 'derive']) {
    const deed = deeds.find(({ payload }) => payload.kind === kind);
    expect((await door.post(`/api/deeds/${deed?.id}/take-back`, { reason: 'x' })).body.kind).toBe('cannot-take-back');
  }
  const { deed, record } = await made(door, `/api/proposals/${await idOf(door, 'figure')}/accept`, {});
  const back = await made(door, `/api/deeds/${deed}/take-back`, { reason: 'x' });
  expect((await door.ask(`/api/records/${record}`)).status).toBe(404);
  await made(door, `/api/deeds/${back.deed}/take-back`, { reason: 'no' });
  expect((await door.ask(`/api/records/${record}`)).status).toBe(200);
});

test('C1 an original leaves as it came in, named after its id; that it left is one deed a session', async () => {
  const door = await servedCase();
  const source = (await proposalsOf(door.c))[0]?.source ?? '';
  const size = door.c.ledger.size();
  for (const _ of [1, 2]) {
    const answer = await door.ask(`/api/sources/${source}/original`);
    expect(await answer.text()).toBe(REPORT);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${source}.txt"`);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  }
  expect(door.c.ledger.size()).toBe(size + 1);
  expect(door.c.ledger.deedsAt([size])[0]?.payload).toEqual({ kind: 'read', source, how: 'download' });
});

test('R7 what the page exports is masked, and a deed', async () => {
  const door = await servedCase();
  await made(door, `/api/proposals/${await idOf(door, 'act', 'Emil Dornev')}/accept`, {});
  const release = (format: string) =>
    door.ask('/api/release', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ format, audience: 'public' }),
    });
  for (const [format, name] of [
    ['csv', 'register.csv'],
    ['jsonl', 'register.jsonl'],
    ['dossier', 'dossier.html'],
  ] as const) {
    const answer = await release(format);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
    const text = await answer.text();
    expect(text).toMatch(/P-[A-Z2-7]{6}/);
    expect(text).not.toMatch(/Dornev|Vasker/);
  }
  expect([...door.c.ledger.deedsFrom(0)].filter(({ payload }) => payload.kind === 'release')).toHaveLength(3);
});
