import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fold } from '../src/kit/fold.ts';
import { acceptAll, LETTER, WIRE, type Listed, type Waiting } from './reports.ts';
import { lastOf, linesOf, makePlace, type Place } from './run-actum.ts';

const BORDER = `Border note

Emil Dornəv was beaten by Captain Orm Vasker in Qərsəl. “DORNƏV never came back,” the lawyer Runa Elvik said. The list stands at https://border.example/2019/emil-dornev.html since then.
`;
const KINDS = ['acts', 'persons', 'figures', 'statements', 'events', 'involvements', 'cited'];

let here: Place;
let released: Record<string, unknown>;

beforeAll(async () => {
  here = makePlace();
  for (const [name, words] of Object.entries({ wire: WIRE, letter: LETTER, border: BORDER }))
    here.write(`in/${name}.txt`, words);
  await here.actum('start', 'in', '--case', 'c', '--no-serve');
  here.write('d.jsonl', acceptAll(linesOf<Waiting>(await here.actum('proposals', '--case', 'c', '--json'))));
  await here.actum('accept', '--from', 'd.jsonl', '--as', 'Reader Ondra', '--case', 'c');
  const ran = await here.actum('release', 'public', '--out', 'out', '--case', 'c', '--json');
  expect(ran.status, ran.err).toBe(0);
  released = lastOf(ran);
});
afterAll(() => here.remove());

const fileOf = (...names: string[]): string => readFileSync(here.at(...names), 'utf8');
const recorded = async (): Promise<Listed[]> => {
  const all: Listed[] = [];
  for (const kind of KINDS) all.push(...linesOf<Listed>(await here.actum(kind, '--case', 'c', '--json')));
  return all;
};

test('R3 no spelling of a guarded person, and no member, is in any byte of a public release', () => {
  const files = readdirSync(here.at('out'));
  expect(files.toSorted()).toEqual(['dossier.html', 'register.csv', 'register.jsonl']);
  expect(fold(WIRE + LETTER + BORDER).match(/dornev/g)?.length).toBeGreaterThan(5);
  for (const file of files) {
    const bytes = fileOf('out', file);
    for (const name of ['dornev', 'vasker', 'ondra']) expect(fold(bytes)).not.toContain(name);
    for (const word of ['Dornev', 'Dornəv', 'DORNƏV', 'emil-dornev', 'Ilda Maren', 'Reader'])
      expect(bytes).not.toContain(word);
    expect(bytes).toMatch(/P-[A-Z2-7]{6}/);
  }
});

test('R4 masked cells say so and keep the offsets of the register', async () => {
  const mine = new Map((await recorded()).map((record) => [record.id, record]));
  const out = linesOf<Listed>({ out: fileOf('out', 'register.jsonl') });
  expect(out.map(({ id }) => id).toSorted()).toEqual([...mine.keys()].toSorted());
  let masked = 0;
  for (const { id, cells } of out) {
    const before = mine.get(id)?.cells ?? [];
    const places = (all: Listed['cells']): unknown =>
      all.map(({ attestedBy }) => attestedBy.map(({ source, span }) => [source, span.start, span.end]));
    expect(places(cells)).toEqual(places(before));
    cells.forEach((cell, at) => {
      const same =
        JSON.stringify([cell.value, cell.chain, cell.attestedBy]) ===
        JSON.stringify([before[at]?.value, before[at]?.chain, before[at]?.attestedBy]);
      if (!same) expect(cell.masked).toBe(true);
      if (cell.masked === true) masked += 1;
    });
  }
  expect(masked).toBeGreaterThan(3);
});

test('R7 a release is a deed with the hashes of its files, after a checkpoint, and never over something', async () => {
  const files = released['files'] as { name: string; sha256: string }[];
  for (const { name, sha256 } of files)
    expect(
      createHash('sha256')
        .update(readFileSync(here.at('out', name)))
        .digest('hex'),
    ).toBe(sha256);
  expect(released['withheld']).toBeGreaterThan(1);
  expect(readdirSync(here.at('c', 'ledger', 'checkpoints')).length).toBeGreaterThan(0);
  const again = await here.actum('release', 'public', '--out', 'out', '--case', 'c');
  expect(again).toMatchObject({ status: 3, out: '' });
  expect(again.err).toContain('“out” is not empty; nothing was written');
  const over = await here.actum('export', 'csv', '--out', join('out', 'register.csv'), '--case', 'c');
  expect(over.status).toBe(3);
});

test('R8 what is exported for the team and read back is what was recorded', async () => {
  const ran = await here.actum('export', 'jsonl', '--out', 'team.jsonl', '--audience', 'team', '--case', 'c', '--json');
  expect(ran.status, ran.err).toBe(0);
  const contract = (all: readonly Listed[]): unknown =>
    all
      .map(({ id, kind, cells }) => ({
        id,
        kind,
        cells: cells.map(({ field, value, status, attestedBy, chain, decidedBy, deed }) => ({
          field,
          value,
          status,
          attestedBy,
          chain,
          decidedBy,
          deed,
        })),
      }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const back = linesOf<Listed>({ out: fileOf('team.jsonl') });
  expect(contract(back)).toEqual(contract(await recorded()));
  expect(back.flatMap(({ cells }) => cells).filter(({ masked }) => masked !== false)).toEqual([]);
});

test('R7 an unknown profile or format is refused with those there are', async () => {
  expect((await here.actum('release', 'everybody', '--out', 'x', '--case', 'c')).err).toMatch(
    /no format “everybody”.+team, public/,
  );
  expect((await here.actum('export', 'song', '--out', 'x', '--case', 'c')).err).toMatch(
    /no format “song”.+csv, jsonl, dossier/,
  );
});
