import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LETTER, WIRE } from './reports.ts';
import { lastOf, linesOf, makePlace, place, type Place } from './run-actum.ts';

interface Report {
  readonly ok: boolean;
  readonly deeds: number;
  readonly digest: string | null;
  readonly problems: readonly { readonly kind: string; readonly where: string; readonly what: string }[];
}

let shared: Place;
let whole: Report;

beforeAll(async () => {
  shared = makePlace();
  shared.write('in/wire.txt', WIRE);
  shared.write('in/letter.txt', LETTER);
  await shared.actum('start', 'in', '--case', 'c', '--no-serve');
  whole = lastOf(await shared.actum('fsck', '--case', 'c', '--json')) as unknown as Report;
  expect(whole).toMatchObject({ ok: true });
});
afterAll(() => shared.remove());

function copy(): Place {
  const here = place();
  cpSync(shared.at('c'), here.at('c'), { recursive: true });
  return here;
}

function change(path: string, share: number): void {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length * share);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

/** Refused with one sentence on stderr that says what and what to do. */
async function refusal(here: Place, ...args: string[]): Promise<string> {
  const ran = await here.actum(...args);
  expect(ran, ran.err).toMatchObject({ status: 3, out: '' });
  expect(ran.err).toMatch(/^actum: [^\n]+\.\n$/);
  return ran.err;
}

async function checked(here: Place): Promise<Report> {
  const ran = await here.actum('fsck', '--case', 'c', '--json');
  expect(ran.status, ran.err).toBe(1);
  return lastOf(ran) as unknown as Report;
}

test('L12 a changed byte of the ledger is refused; the check names the deed and ends with 1', async () => {
  const here = copy();
  change(here.at('c/ledger/000001.seg'), 0.5);
  const bytes = readFileSync(here.at('c/ledger/000001.seg'));
  expect(await refusal(here, 'rebuild', '--into', 'r', '--case', 'c')).toContain('The case is damaged: deed ');
  const report = await checked(here);
  expect(report).toMatchObject({ ok: false, digest: null });
  expect(report.problems[0]?.where).toMatch(/^deed \d+$/);
  const { out, status } = await here.actum('fsck', '--case', 'c');
  expect(status).toBe(1);
  expect(out).toContain(`${report.problems[0]?.where}: `);
  expect(readFileSync(here.at('c/ledger/000001.seg')).equals(bytes)).toBe(true);
});

test('V6 a changed byte of a preserved file is named by the check', async () => {
  const here = copy();
  const blobs = readdirSync(here.at('c/vault'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /[a-z0-9]{20,}$/.test(name),
  );
  change(here.at('c/vault', blobs[0] ?? ''), 0.9);
  const report = await checked(here);
  expect(report.problems[0]).toMatchObject({ kind: 'blob', where: expect.stringMatching(/^deed \d+$/) });
});

test.each([
  ['nonsense', (path: string) => writeFileSync(path, 'nonsense '.repeat(2000))],
  ['cut', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 5000))],
])('D7 a database that is %s is no loss: the refusal says what to do, and that helps', async (_, damage) => {
  const here = copy();
  damage(here.at('c/register.db'));
  const said = await refusal(here, 'acts', '--case', 'c');
  expect(said).toContain('register.db');
  expect((await checked(here)).problems[0]?.kind).toBe('case');
  expect(lastOf(await here.actum('rebuild', '--into', 'r', '--case', 'c', '--json'))).toEqual({
    deeds: whole.deeds,
    digest: whole.digest,
  });
  for (const end of ['', '-wal', '-shm']) rmSync(here.at(`c/register.db${end}`), { force: true });
  expect(linesOf(await here.actum('sources', '--case', 'c', '--json'))).toHaveLength(2);
});

test('K5 a case of a newer format is refused and not touched', async () => {
  const here = copy();
  const header = readFileSync(here.at('c/case.json'), 'utf8').replace('"format":1', '"format":2');
  writeFileSync(here.at('c/case.json'), header);
  for (const args of [['acts'], ['fsck'], ['add', 'home'], ['rebuild', '--into', 'r']]) {
    expect(await refusal(here, ...args, '--case', 'c')).toContain('from a newer version of Actum');
  }
  expect(readFileSync(here.at('c/case.json'), 'utf8')).toBe(header);
});

test('K3 a key that is gone is said at once, by every command', async () => {
  const here = copy();
  rmSync(here.at('c/key'));
  for (const args of [['acts'], ['fsck'], ['checkpoint']])
    expect(await refusal(here, ...args, '--case', 'c')).toContain('its key is gone');
});

test('L8 a torn end that nobody was told of is cut off, and all is well', async () => {
  const here = copy();
  const path = here.at('c/ledger/000001.seg');
  writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from([0, 0, 1, 44, 1, 2, 3])]));
  expect(linesOf(await here.actum('sources', '--case', 'c', '--json'))).toHaveLength(2);
  expect(lastOf(await here.actum('fsck', '--case', 'c', '--json'))).toEqual(whole);
});

test.each([
  ['with the tables', []],
  ['without the tables', ['', '-wal', '-shm']],
] as const)(
  'L8 deeds that were acknowledged are never cut off, %s: the case is refused as damaged',
  async (_, gone) => {
    const here = copy();
    const path = here.at('c/ledger/000001.seg');
    writeFileSync(path, readFileSync(path).subarray(0, -400));
    for (const end of gone) rmSync(here.at(`c/register.db${end}`), { force: true });
    const bytes = readFileSync(path);
    expect(await refusal(here, 'acts', '--case', 'c')).toContain('The case is damaged');
    expect(await refusal(here, 'rebuild', '--into', 'r', '--case', 'c')).toContain('The case is damaged');
    const report = await checked(here);
    expect(report).toMatchObject({ ok: false });
    expect(report.problems.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['files', 'shorter']));
    expect(readFileSync(path).equals(bytes)).toBe(true);
  },
);
