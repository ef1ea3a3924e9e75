import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DamagedBlob, DamagedLedger } from '../domain/ports.ts';
import { done, refuse } from '../kit/outcome.ts';
import { CaseTrouble, settled } from './case-trouble.ts';
import { examineFiles, fsckCase } from './fsck.ts';
import { original } from './originals.ts';
import { openAgain, problemOf, READER, smallCase, valueOf } from './small-case.case.ts';
import { sourceRows } from './view-sources.ts';

test('L12 damage met in the middle of work is a problem in words, a bug still throws', async () => {
  const failing = (error: Error) =>
    settled(async () => {
      throw error;
    });
  expect(await failing(new DamagedLedger(7, 'its record does not hold'))).toEqual(
    refuse({ kind: 'case-damaged', what: 'deed 7: its record does not hold' }),
  );
  expect(problemOf(await failing(new DamagedBlob('abcdefghijklmno', 'it is gone')))).toBe('case-damaged');
  expect(problemOf(await failing(new CaseTrouble({ kind: 'case-locked' })))).toBe('case-locked');
  expect(problemOf(await failing(Object.assign(new Error('full'), { code: 'ENOSPC' })))).toBe('disk-full');
  await expect(failing(new TypeError('a bug'))).rejects.toThrow('a bug');
  expect(await settled(async () => done(1))).toEqual(done(1));
});

test('L12 wherever a byte of the ledger is changed, the case is refused and the check names the first bad deed', async () => {
  const c = await smallCase();
  await c.close();
  const path = join(
    c.folder,
    'ledger',
    readdirSync(join(c.folder, 'ledger')).find((name) => name.endsWith('.seg')) ?? '',
  );
  const whole = readFileSync(path);
  for (const share of [0.2, 0.5, 0.8]) {
    const changed = Buffer.from(whole);
    const at = Math.floor(whole.length * share);
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(path, changed);
    const opened = await openAgain(c.folder);
    if (opened.ok) {
      const report = await fsckCase(opened.value, () => {});
      await opened.value.close();
      expect(report.ok).toBe(false);
      expect(report.problems[0]?.where).toMatch(/^deed \d/);
    } else {
      expect(opened.problem.kind).toBe('case-damaged');
      const report = examineFiles(c, opened.problem.kind);
      expect(report).toMatchObject({ ok: false, digest: null });
      expect(report.problems[0]?.where).toMatch(/^deed \d/);
    }
  }
  writeFileSync(path, whole);
  const mended = valueOf(await openAgain(c.folder));
  expect(await fsckCase(mended, () => {})).toMatchObject({ ok: true });
  await mended.close();
});

test('L12 a case whose files hold is told by what keeps it shut', async () => {
  const c = await smallCase();
  await c.close();
  writeFileSync(join(c.folder, 'members.sealed'), 'nonsense');
  const opened = await openAgain(c.folder);
  expect(problemOf(opened)).toBe('case-damaged');
  expect(examineFiles(c, 'the members').problems).toEqual([{ kind: 'case', where: c.folder, what: 'the members' }]);
});

test('L5 a deed of a newer version shuts the case with a plain refusal', async () => {
  const c = await smallCase();
  const { publicPart, ...rest } = c.segments.read(1);
  const newer = Buffer.from(Buffer.from(publicPart).toString('utf8').replace('"v":1', '"v":2'));
  await c.database.locked(async () => valueOf(c.segments.append([{ ...rest, publicPart: newer }], c.segments.size())));
  await c.close();
  expect(problemOf(await openAgain(c.folder))).toBe('case-newer');
});

test('V3 an original whose bytes were changed is refused, and the check names it', async () => {
  const c = await smallCase();
  const [row] = valueOf(await sourceRows(c, { sort: 'taken', after: null })).rows;
  const blobs = readdirSync(join(c.folder, 'vault'), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(c.folder, 'vault', name),
  );
  for (const path of blobs) {
    if (!/[a-z0-9]{20,}$/.test(path)) continue;
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(path, bytes);
  }
  expect(problemOf(await original(c, READER, { source: row?.id ?? '', how: 'download', session: 's' }))).toBe(
    'case-damaged',
  );
  const report = await fsckCase(c, () => {});
  expect(report.ok).toBe(false);
  expect(report.problems.map(({ where }) => where)).toEqual(expect.arrayContaining(['deed 2']));
});
