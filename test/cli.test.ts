import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptAll, LETTER, WIRE, type Listed, type Waiting } from './reports.ts';
import { lastOf, linesOf, makePlace, place, type Place } from './run-actum.ts';

const SUMMARY = [
  'case',
  'sources',
  'unread',
  'duplicates',
  'statements',
  'voices',
  'figures',
  'contradictions',
  'acts',
  'persons',
  'proposals',
  'seconds',
];

let shared: Place;
let waiting: Waiting[];

/** One case of two reports, everything in it accepted; tests that change it take a copy. */
beforeAll(async () => {
  shared = makePlace();
  shared.write('in/wire.txt', WIRE);
  shared.write('in/more/letter.txt', LETTER);
  const started = await shared.actum('start', 'in', '--case', 'c', '--no-serve', '--json');
  expect(started.status, started.err).toBe(0);
  cpSync(shared.at('c'), shared.at('unread'), { recursive: true });
  waiting = linesOf<Waiting>(await shared.actum('proposals', '--case', 'c', '--json'));
  shared.write('d.jsonl', acceptAll(waiting));
  const accepted = await shared.actum('accept', '--from', 'd.jsonl', '--as', 'reader 1', '--case', 'c', '--json');
  expect(accepted.status, accepted.err).toBe(0);
});
afterAll(() => shared.remove());

function copyOf(name: 'c' | 'unread'): Place {
  const mine = place();
  cpSync(shared.at(name), mine.at('c'), { recursive: true });
  return mine;
}

test('H1 start makes the case, and its last line has the keys of the contract', async () => {
  const here = place();
  here.write('in/wire.txt', WIRE);
  here.write('in/copy/of wire.txt', WIRE);
  const first = await here.actum('start', 'in', '--no-serve', '--json');
  expect(first).toMatchObject({ status: 0, err: '' });
  const summary = lastOf(first);
  expect(Object.keys(summary)).toEqual(SUMMARY);
  expect(summary).toMatchObject({ case: 'case.actum', sources: 1, unread: 0, duplicates: 1 });
  expect(summary['proposals']).toBeGreaterThan(10);
  const again = lastOf(await here.actum('start', 'in', '--no-serve', '--json'));
  expect({ ...again, seconds: 0 }).toEqual({ ...summary, seconds: 0 });
  expect(readdirSync(here.at('home'))).toEqual([]);
});

test('H1 without --json people get sentences', async () => {
  const here = place();
  here.write('in/letter.txt', LETTER);
  const { out, status } = await here.actum('start', 'in', '--no-serve');
  expect(status).toBe(0);
  expect(out).toMatch(/^Case case\.actum\n {2}1 sources in custody, 0 unread/);
});

test('H2 a case is made only in a new or empty folder, under its name', async () => {
  const here = place();
  const file = here.write('in/letter.txt', LETTER);
  here.write('other/notes.txt', 'mine');
  const refused = await here.actum('start', file, '--case', 'other', '--no-serve');
  expect(refused.status).toBe(3);
  expect(refused.err).toMatch(/^actum: “other” is not a case: it holds other files\. .+\n$/);
  expect(readdirSync(here.at('other'))).toEqual(['notes.txt']);
  mkdirSync(here.at('Karsel.actum'));
  await here.actum('start', file, '--case', 'Karsel.actum', '--no-serve');
  const { out } = await here.actum('export', 'dossier', '--out', 'd.html', '--case', 'Karsel.actum', '--json');
  expect(JSON.parse(out)).toMatchObject({ out: 'd.html' });
});

test.each([
  [[], 2],
  [['nonsense'], 2],
  [['start'], 2],
  [['start', 'in', '--colour'], 2],
  [['accept'], 2],
  [['read'], 2],
  [['read', 'x', '--workers', '0'], 2],
  [['rebuild'], 2],
  [['proposals', '--kind', 'song'], 2],
  [['--help'], 0],
  [['--version'], 0],
  [['start', 'gone', '--no-serve'], 3],
  [['acts'], 3],
  [['export', 'song', '--out', 'x', '--case', 'none'], 3],
  [['add', 'https://selm.example/a.html', '--case', 'none'], 3],
  [['read', 'gone.txt'], 3],
  [['acts', '--as', '\u202Ebidi'], 2],
  [['accept', 'prp_x', '--as', '\u202Ebidi'], 3],
  [['accept', '--from', 'gone.jsonl', '--case', 'none'], 3],
] as const)('H3 `actum %s` ends with %i', async (args, status) => {
  const here = place();
  const ran = await here.actum(...args);
  expect(ran.status, ran.err).toBe(status);
  if (status !== 3) return;
  expect(ran.out).toBe('');
  expect(ran.err.split('\n')).toHaveLength(2);
  expect(ran.err).toMatch(/^actum: .+[.…”] .+\.\n$/);
  expect(readdirSync(here.folder)).toEqual(['home']);
});

test('H1 add takes more; what is there already is only another place', async () => {
  const here = copyOf('c');
  const file = here.write('later/third.txt', 'Two people were detained in Karsel, Runa Elvik said.\n');
  here.write('later/again.txt', WIRE);
  const added = lastOf(await here.actum('add', 'later', '--case', 'c', '--json'));
  expect(added).toEqual({ taken: 1, again: 1, unread: 0, problems: [] });
  expect(lastOf(await here.actum('add', file, '--case', 'c', '--json'))).toMatchObject({ taken: 0 });
  const sources = linesOf<{ kind: string; custody: { foundAt: unknown[] } }>(
    await here.actum('sources', '--case', 'c', '--json'),
  );
  expect(sources.map(({ kind }) => kind)).toEqual(['source', 'source', 'source']);
  expect(sources.map(({ custody }) => custody.foundAt.length).toSorted()).toEqual([1, 1, 2]);
});

test('P10 a rejection records nothing and leaves the queue; deciding twice is refused', async () => {
  const here = copyOf('unread');
  const [first, second] = waiting;
  here.write(
    'd.jsonl',
    `${JSON.stringify({ proposal: first?.id, decision: 'reject', reason: 'a headline' })}\n\n${JSON.stringify({ proposal: second?.id, decision: 'accept' })}\n`,
  );
  expect(await here.actum('accept', '--from', 'd.jsonl', '--case', 'c')).toMatchObject({
    status: 0,
    out: `rejected ${first?.id}\nrecorded ${second?.id}\n`,
  });
  const left = linesOf<Waiting>(await here.actum('proposals', '--case', 'c', '--json'));
  expect(left.map(({ id }) => id)).toEqual(waiting.slice(2).map(({ id }) => id));
  const twice = await here.actum('accept', first?.id ?? '', '--case', 'c');
  expect(twice).toMatchObject({ status: 3, out: '' });
  expect(twice.err).toContain('was decided already');
});

test('P5 a line of decisions that does not fit stops there and says which', async () => {
  const here = copyOf('unread');
  here.write('d.jsonl', `${acceptAll(waiting.slice(0, 1))}{"proposal":1}\n${acceptAll(waiting.slice(1, 2))}`);
  const ran = await here.actum('accept', '--from', 'd.jsonl', '--case', 'c');
  expect(ran).toMatchObject({ status: 3, out: `recorded ${waiting[0]?.id}\n` });
  expect(ran.err).toContain('d.jsonl, line 2');
});

test('H10 proposals have their words and one kind can be asked for', async () => {
  const keys = ['id', 'kind', 'source', 'span', 'summary', 'score', 'why'];
  expect(waiting.map((line) => Object.keys(line))).toEqual(waiting.map(() => keys));
  const words = WIRE + LETTER;
  expect(waiting.filter(({ span }) => !words.includes(span.text))).toEqual([]);
  const acts = linesOf<Waiting>(await shared.actum('proposals', '--case', 'unread', '--kind', 'act', '--json'));
  expect(acts.map(({ id }) => id)).toEqual(waiting.filter(({ kind }) => kind === 'act').map(({ id }) => id));
});

test.each(['acts', 'persons', 'figures', 'statements', 'involvements', 'cited'])(
  'H10 %s are listed with the words of every cell',
  async (command) => {
    const records = linesOf<Listed>(await shared.actum(command, '--case', 'c', '--json'));
    expect(records.length).toBeGreaterThan(0);
    for (const { cells } of records) {
      expect(cells.length).toBeGreaterThan(0);
      for (const cell of cells) {
        expect(cell.attestedBy.length).toBeGreaterThan(0);
        expect(cell).toMatchObject({ decidedBy: 'reader 1', finding: false });
        for (const { span } of cell.attestedBy)
          expect([WIRE, LETTER].some((text) => text.slice(span.start, span.end) === span.text)).toBe(true);
      }
    }
  },
);

test('H10 what is only read shows with --proposed and is marked so', async () => {
  expect(linesOf(await shared.actum('acts', '--case', 'unread', '--json'))).toEqual([]);
  const read = linesOf<Listed>(await shared.actum('acts', '--case', 'unread', '--json', '--proposed'));
  expect(read.length).toBe(waiting.filter(({ kind }) => kind === 'act').length);
  expect(
    read.every(
      ({ proposed, cells }) =>
        proposed === true && cells.every(({ status, attestedBy }) => status === 'proposed' && attestedBy.length > 0),
    ),
  ).toBe(true);
});

test.each([
  ['qersel', 'Qərsəl'],
  ['qarsel', 'Qarsel'],
  ['QƏRSƏL', 'Qərsəl'],
  ['dornev', 'Dornev'],
])('Q16 search %s finds %s', async (asked, words) => {
  const hits = linesOf<{ span: { start: number; end: number; text: string }; in: string }>(
    await shared.actum('search', asked, '--case', 'c', '--json'),
  );
  expect(Object.keys(hits[0] ?? {})).toEqual(expect.arrayContaining(['source', 'text', 'span', 'score', 'in']));
  const texts = hits.filter((hit) => hit.in === 'text');
  for (const { span } of texts)
    expect([WIRE, LETTER].some((text) => text.slice(span.start, span.end) === span.text)).toBe(true);
  expect(texts.map(({ span }) => span.text)).toContain(words);
});

test('D8 rebuild and check give one digest, the tables of the case stay', async () => {
  const here = copyOf('c');
  const checked = lastOf(await here.actum('fsck', '--case', 'c', '--json'));
  expect(Object.keys(checked)).toEqual(['ok', 'deeds', 'digest', 'unanchored', 'problems']);
  expect(checked).toMatchObject({ ok: true, problems: [] });
  const rebuilt = lastOf(await here.actum('rebuild', '--into', 'r', '--case', 'c', '--json'));
  expect(rebuilt).toEqual({ deeds: checked['deeds'], digest: checked['digest'] });
  expect(existsSync(here.at('r', 'register.db'))).toBe(true);
  const full = await here.actum('rebuild', '--into', 'r', '--case', 'c');
  expect(full.status).toBe(3);
});

test('D7 a missing database is made again at the next opening, with the same digest', async () => {
  const here = copyOf('c');
  for (const end of ['', '-wal', '-shm']) rmSync(here.at(`c/register.db${end}`), { force: true });
  expect(linesOf<Listed>(await here.actum('acts', '--case', 'c', '--json')).length).toBeGreaterThan(0);
  expect(lastOf(await here.actum('fsck', '--case', 'c', '--json'))).toMatchObject({ ok: true });
  expect((await here.actum('propose', '--case', 'c', '--json')).out).toBe('{"read":2}\n');
  expect((await here.actum('propose', '--case', 'c', '--json')).out).toBe('{"read":0}\n');
});

test('L7 a checkpoint is printed as a note and kept; nothing new gives the same note', async () => {
  const here = copyOf('c');
  const first = await here.actum('checkpoint', '--case', 'c');
  expect(first.out).toMatch(/^actum\/[0-9a-f]{32}\n\d+\n[A-Za-z0-9+/]{43}=\n\n— actum\/[0-9a-f]{32} \S+\n$/);
  expect((await here.actum('checkpoint', '--case', 'c')).out).toBe(first.out);
});

test('H3 doctor says what works, and 1 where something lacks', async () => {
  const well = await shared.actum('doctor', '--case', 'c', '--json');
  expect(well.status).toBe(0);
  expect(JSON.parse(well.out)).toMatchObject({ ok: true });
  const here = copyOf('c');
  rmSync(here.at('c/key'));
  expect((await here.actum('doctor', '--case', 'c')).status).toBe(1);
});
