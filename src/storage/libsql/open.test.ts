import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database, Opened } from '../database.ts';
import { person, record, secrets, world } from '../invented.case.ts';
import { SCHEMA } from '../migrations/migrate.ts';
import { putRecords } from '../projection/records.ts';
import { recordById } from '../questions/records.ts';
import { discardLibsql, openLibsql, type LibsqlPlace } from './open.ts';

const KEY = new Uint8Array(32).fill(7);
let folder = '';
let place: LibsqlPlace = { path: '', key: KEY };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'actum-libsql-'));
  place = { path: join(folder, 'case.db'), key: KEY };
});
afterEach(() => rm(folder, { recursive: true }));

async function opened(at = place): Promise<Extract<Opened, { kind: 'ready' }>> {
  const outcome = await openLibsql(at);
  if (!outcome.ok || outcome.value.kind !== 'ready') throw new Error(`does not open: ${JSON.stringify(outcome)}`);
  return outcome.value;
}

async function filled(): Promise<Database> {
  const { database } = await opened();
  await database.locked((db) => putRecords(db, [person(1, 'Orlan Vey of Karsel')], world));
  return database;
}

test('Q28 the file and its log are readable by their owner only', async () => {
  const database = await filled();
  for (const end of ['', '-wal']) expect((await stat(place.path + end)).mode & 0o777).toBe(0o600);
  await database.close();
});

test('Q28 nothing of it stands in the files in the clear, and the log is empty after closing', async () => {
  const database = await filled();
  const files = async (): Promise<string> =>
    (await Promise.all(['', '-wal'].map((end) => readFile(place.path + end, 'latin1')))).join('');
  for (const word of ['SQLite format', 'orlan', 'personName', record(1)]) expect(await files()).not.toContain(word);
  expect((await readFile(`${place.path}-wal`)).length).toBeGreaterThan(0);
  await database.close();
  expect((await readFile(`${place.path}-wal`).catch(() => Buffer.alloc(0))).length).toBe(0);
  const again = await opened();
  expect(again.fresh).toBe(false);
  expect(await recordById(again.database.db, secrets, record(1))).toMatchObject({ title: 'Orlan Vey of Karsel' });
  await again.database.close();
});

test('Q29 a wrong key and a file that is no database are one damage, told by a value', async () => {
  await (await filled()).close();
  const damaged = { ok: false, problem: { kind: 'case-damaged' } };
  expect(await openLibsql({ ...place, key: new Uint8Array(32) })).toMatchObject(damaged);
  await writeFile(place.path, 'no database at all. '.repeat(1000));
  expect(await openLibsql(place)).toMatchObject(damaged);
  expect(await openLibsql({ ...place, path: join(folder, 'nowhere', 'case.db') })).toMatchObject({
    problem: { kind: 'path-unreadable' },
  });
  await discardLibsql(place.path);
  const made = await opened();
  expect(made.fresh).toBe(true);
  await made.database.close();
});

test('Q29 an overwritten page is damage, told by a value', async () => {
  const { database } = await opened();
  const people = Array.from({ length: 300 }, (_, n) => person(n, `Orlan ${n}`));
  await database.locked((db) => putRecords(db, people, world));
  await database.close();
  const bytes = await readFile(place.path);
  for (let at = 8192; at < bytes.length - 100; at += 4096) bytes.fill(0x5a, at, at + 64);
  await writeFile(place.path, bytes);
  const outcome = await openLibsql(place);
  const asked = outcome.ok && outcome.value.kind === 'ready' ? readAll(outcome.value.database) : undefined;
  const problem = outcome.ok
    ? await asked?.catch((error: unknown) => (error as { problem: unknown }).problem)
    : outcome.problem;
  expect(problem).toMatchObject({ kind: 'case-damaged' });
});

async function readAll(database: Database): Promise<void> {
  try {
    for (let n = 0; n < 300; n++) await recordById(database.db, secrets, record(n));
  } finally {
    await database.close().catch(() => undefined);
  }
}

test('Q29 tables of a later version are named and left as they are', async () => {
  const { database } = await opened();
  await database.locked((db) =>
    db
      .updateTable('meta')
      .set({ value: String(SCHEMA + 1) })
      .execute(),
  );
  await database.close();
  for (let n = 0; n < 2; n++) {
    expect(await openLibsql(place)).toEqual({ ok: true, value: { kind: 'newer', schema: SCHEMA + 1 } });
  }
});

test('Q30 a writer that waits in vain says so, and can write as soon as the other is done', async () => {
  const { database } = await opened();
  const { database: hasty } = await opened({ ...place, patience: 0 });
  await database.locked(async () => {
    const refused = hasty.locked(async () => 'written');
    await expect(refused).rejects.toMatchObject({ problem: { kind: 'case-busy' } });
  });
  expect(await hasty.locked(async () => 'written')).toBe('written');
  await Promise.all([database.close(), hasty.close()]);
});
