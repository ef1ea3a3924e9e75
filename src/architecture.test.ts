import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { expect, test } from 'vitest';

/** A room may import only the rooms named here (DESIGN §4). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  kit: [],
  domain: ['kit'],
  storage: ['domain', 'kit'],
  ledger: ['domain', 'kit'],
  preserve: ['domain', 'kit'],
  read: ['domain', 'kit'],
  record: ['domain', 'kit'],
  reconcile: ['domain', 'kit'],
  release: ['domain', 'kit'],
  desk: ['storage', 'ledger', 'preserve', 'read', 'record', 'reconcile', 'release', 'domain', 'kit'],
  http: ['desk', 'domain', 'kit'],
  cli: ['desk', 'http', 'domain', 'kit'],
  web: ['domain', 'kit'],
};
/** The files of the server that the page knows: types only. */
const PAGE_MAY_ALSO = /^http[\\/]api-[a-z]+\.ts$/;
const SRC = 'src';

interface SourceFile {
  readonly path: string;
  readonly code: string;
}

const roomOf = (path: string): string => path.split(sep)[0] ?? '';
const IMPORT = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;

function importsOf(file: SourceFile): string[] {
  return [...file.code.matchAll(IMPORT)].map((match) => match[1] ?? '');
}

function trespasses(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith('.'))
      .map((target) => normalize(join(dirname(file.path), target)))
      .filter((target) => !allowed(roomOf(file.path), target))
      .map((target) => `${file.path} -> ${target}`),
  );
}

function allowed(room: string, target: string): boolean {
  if (target.startsWith('..') || roomOf(target) === room) return true;
  if (room === 'web' && PAGE_MAY_ALSO.test(target)) return true;
  return MAY_IMPORT[room]?.includes(roomOf(target)) ?? false;
}

function foreign(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => ['kit', 'domain'].includes(roomOf(file.path)))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => !target.startsWith('.'))
        .map((target) => `${file.path} -> ${target}`),
    );
}

const all: readonly SourceFile[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && path.includes(sep))
  .map((path) => ({ path, code: readFileSync(join(SRC, path), 'utf8') }));
const product = all.filter((file) => !/\.(test|case)\.tsx?$/.test(file.path));

test('house: no room imports a room it may not know', () => {
  expect(trespasses(product)).toEqual([]);
});

test('house: domain and kit import no package and no machine', () => {
  expect(foreign(product)).toEqual([]);
});

test('house: no file is longer than 300 lines', () => {
  expect(all.filter((file) => file.code.split('\n').length > 301).map((file) => file.path)).toEqual([]);
});

test('house: the guard sees a planted trespass', () => {
  const planted = {
    path: join('domain', 'x.ts'),
    code: "import { y } from '../read/y.ts';\nimport fs from 'node:fs';",
  };
  expect(trespasses([planted])).toEqual([`${planted.path} -> ${join('read', 'y.ts')}`]);
  expect(foreign([planted])).toEqual([`${planted.path} -> node:fs`]);
  expect(trespasses([{ path: join('http', 'z.ts'), code: "export * from '../preserve/p.ts'" }])).toHaveLength(1);
  expect(trespasses([{ path: join('web', 'z.ts'), code: "import type { T } from '../http/server.ts'" }])).toHaveLength(
    1,
  );
});

test('house: no folder that says nothing', () => {
  expect(
    all.filter((file) => /(^|\/)(utils?|helpers?|common|shared|misc|managers?|services?)(\/|\.)/.test(file.path)),
  ).toEqual([]);
});
