import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesBelow, type Found } from './import-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'folder-'));
  for (const folder of ['b', 'b/c', 'case.actum']) mkdirSync(join(root, folder));
  for (const file of ['z.txt', 'B.txt', 'b/2.txt', 'b/c/1.txt', '.DS_Store', 'case.actum/keys', 'ə.txt'])
    writeFileSync(join(root, file), 'x');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function all(paths: readonly string[], except: readonly string[] = []): Promise<Found[]> {
  const found: Found[] = [];
  for await (const one of filesBelow(paths, { except })) found.push(one);
  return found;
}
const files = (found: readonly Found[]): string[] => found.flatMap((one) => (one.kind === 'file' ? [one.foundAt] : []));

test('C18 every file, in one order, under its place below what was named', async () => {
  const found = await all([root], [join(root, 'case.actum')]);
  expect(files(found)).toEqual(['B.txt', 'b/2.txt', 'b/c/1.txt', 'z.txt', 'ə.txt']);
  expect(found.filter((one) => one.kind === 'skipped')).toEqual([
    { kind: 'skipped', foundAt: '.DS_Store', why: 'a hidden file' },
    { kind: 'skipped', foundAt: 'case.actum', why: 'it is the case itself' },
  ]);
  expect(found[1]).toMatchObject({ kind: 'file', foundAt: 'B.txt', bytes: 1 });
});

test('C18 no place tells where on the machine a file was', async () => {
  for (const one of await all([root, join(root, 'b', '2.txt'), `${root}/b/../b`]))
    expect(one.foundAt).not.toContain(root);
  expect(files(await all([join(root, 'b', '2.txt')]))).toEqual(['2.txt']);
});

test('C18 links are not followed, so a folder that links to itself ends', async () => {
  symlinkSync(root, join(root, 'b', 'loop'));
  symlinkSync('/etc/hostname', join(root, 'b', 'out.txt'));
  const found = await all([join(root, 'b')]);
  expect(files(found)).toEqual(['2.txt', 'c/1.txt']);
  expect(found.filter((one) => one.kind === 'skipped').map((one) => one.foundAt)).toEqual(['loop', 'out.txt']);
});

test('C18 a folder named by a link is that folder', async () => {
  symlinkSync(join(root, 'b'), join(root, 'link'));
  expect(files(await all([join(root, 'link')]))).toEqual(['2.txt', 'c/1.txt']);
});

test('C18 a path that is not there is a problem and the next one is read', async () => {
  const missing = join(root, 'nowhere');
  const found = await all([missing, join(root, 'b')]);
  expect(found[0]).toEqual({ kind: 'problem', foundAt: 'nowhere', problem: { kind: 'path-missing', path: missing } });
  expect(files(found)).toHaveLength(2);
});

test('C18 a path the system refuses is a problem that says why', async () => {
  const path = join(root, 'x'.repeat(400));
  expect(await all([path])).toMatchObject([
    { kind: 'problem', problem: { kind: 'path-unreadable', why: 'its path is too long' } },
  ]);
});

test.skipIf(process.getuid?.() === 0)(
  'C18 a folder that may not be opened is a problem and the rest is read',
  async () => {
    chmodSync(join(root, 'b', 'c'), 0);
    const found = await all([join(root, 'b')]);
    chmodSync(join(root, 'b', 'c'), 0o700);
    expect(found).toContainEqual({
      kind: 'problem',
      foundAt: 'c',
      problem: { kind: 'path-unreadable', path: 'c', why: 'you may not read it' },
    });
    expect(files(found)).toEqual(['2.txt']);
  },
);
