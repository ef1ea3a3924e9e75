import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LETTER, WIRE } from './reports.ts';
import { lastOf, linesOf, place, type Place } from './run-actum.ts';

interface SourceLine {
  readonly custody: { readonly foundAt: readonly { readonly place: string }[] };
}

const writeMany = (here: Place, folder: string, many: number): string[] =>
  Array.from({ length: many }, (_, n) => {
    here.write(`${folder}/${folder}-${n}.txt`, `${n % 2 === 0 ? WIRE : LETTER}\nNumber ${n} of ${folder}.\n`);
    return `${folder}-${n}.txt`;
  });

const placesOf = async (here: Place): Promise<string[]> =>
  linesOf<SourceLine>(await here.actum('sources', '--case', 'c', '--json')).flatMap(({ custody }) =>
    custody.foundAt.map(({ place: at }) => at.split('/').at(-1) ?? ''),
  );

test('H12 two processes that add at once, while a third one checks: all is there, nothing is wrong', async () => {
  const here = place();
  const first = writeMany(here, 'first', 8);
  const second = writeMany(here, 'second', 8);
  here.write('seed/letter.txt', LETTER);
  await here.actum('start', 'seed', '--case', 'c', '--no-serve');
  const adding = ['first', 'second'].map((folder) =>
    here.actum('add', folder, '--case', 'c', '--as', `member ${folder}`, '--json'),
  );
  const meanwhile = lastOf(await here.actum('fsck', '--case', 'c', '--json'));
  expect(meanwhile['problems']).toEqual([]);
  for (const added of await Promise.all(adding)) {
    expect(added.status, added.err).toBe(0);
    expect(lastOf(added)).toMatchObject({ taken: 8, again: 0, problems: [] });
  }
  expect((await placesOf(here)).toSorted()).toEqual(['letter.txt', ...first, ...second].toSorted());
  expect(lastOf(await here.actum('fsck', '--case', 'c', '--json'))).toMatchObject({ ok: true, problems: [] });
});

test('H12 killed in the middle, at whatever moment: what stands holds, and the same command finishes it', async () => {
  const here = place();
  const all = writeMany(here, 'in', 16);
  here.write('seed/letter.txt', LETTER);
  await here.actum('start', 'seed', '--case', 'c', '--no-serve');
  for (let kill = 0; kill < 2; kill += 1) {
    const before = readdirSync(here.at('c/vault'), { recursive: true }).length;
    const running = here.begin(['add', 'in', '--case', 'c']);
    const moved = new Promise<void>((resolve) => {
      const look = setInterval(() => {
        if (readdirSync(here.at('c/vault'), { recursive: true }).length === before && running.process.exitCode === null)
          return;
        clearInterval(look);
        resolve();
      }, 5);
    });
    await moved;
    running.process.kill('SIGKILL');
    await running.ended;
    expect(lastOf(await here.actum('fsck', '--case', 'c', '--json'))).toMatchObject({ ok: true, problems: [] });
  }
  const added = await here.actum('add', 'in', '--case', 'c', '--json');
  expect(added.status, added.err).toBe(0);
  const summary = lastOf(await here.actum('start', 'in', '--case', 'c', '--no-serve', '--json'));
  expect(summary).toMatchObject({ sources: 17, unread: 0, duplicates: 0 });
  expect((await placesOf(here)).toSorted()).toEqual(['letter.txt', ...all].toSorted());
  const read = linesOf<{ source: string }>(await here.actum('proposals', '--case', 'c', '--json'));
  expect(new Set(read.map(({ source }) => source)).size).toBe(17);
  expect(lastOf(await here.actum('fsck', '--case', 'c', '--json'))).toMatchObject({ ok: true, problems: [] });
});
