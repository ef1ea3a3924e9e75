import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Outcome } from '../kit/outcome.ts';
import { diskFiles } from './files-disk.ts';
import { CASE, chanceFrom, LossyFiles, PowerLost } from './files-lossy.case.ts';
import { createCase, keyState, readHeader, setPassphrase, unlockKey } from './key-file.ts';
import { receiptOf } from './vault.case.ts';

const root = mkdtempSync(join(tmpdir(), 'actum-key-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const random = { bytes: (length: number): Uint8Array => randomBytes(length) };
/** Far less work than a real passphrase costs. */
const workFactor = 2;
const problemOf = (outcome: Outcome<unknown, { readonly kind: string }>): string =>
  outcome.ok ? 'none' : outcome.problem.kind;
const newCase = (): { files: LossyFiles; key: Uint8Array } => {
  const files = LossyFiles.with(CASE);
  return { files, key: receiptOf(createCase(files, CASE, random)).key };
};
const withPassphrase = async (passphrase: string): Promise<{ files: LossyFiles; key: Uint8Array }> => {
  const made = newCase();
  receiptOf(await setPassphrase(made.files, CASE, { key: made.key, passphrase, workFactor }));
  return made;
};

test('K2 a new case has its key beside it, readable by its owner only', async () => {
  const folder = join(root, 'new.actum');
  const { header, key } = receiptOf(createCase(diskFiles, folder, random));
  expect(keyState(diskFiles, folder)).toBe('bare');
  expect(receiptOf(await unlockKey(diskFiles, folder, null))).toEqual(new Uint8Array(key));
  expect(receiptOf(readHeader(diskFiles, folder))).toEqual(header);
  expect(statSync(join(folder, 'key')).mode & 0o077).toBe(0);
  expect(statSync(folder).mode & 0o077).toBe(0);
});

test('K2 with a passphrase only the wrapped key is left, and it opens with the passphrase however its letters are composed', async () => {
  const { files, key } = await withPassphrase('Qərsəl é');
  expect(keyState(files, CASE)).toBe('passphrase');
  expect(files.list(CASE)).toEqual(['case.json', 'key.age']);
  for (const bytes of files.contents().values()) expect(bytes.includes(Buffer.from(key))).toBe(false);
  expect(receiptOf(await unlockKey(files, CASE, 'Qərsəl e\u0301'))).toEqual(new Uint8Array(key));
});

test('K3 a wrong passphrase, none, and a damaged key are told apart', async () => {
  const { files, key } = await withPassphrase('right');
  expect(problemOf(await unlockKey(files, CASE, 'wrong'))).toBe('wrong-passphrase');
  expect(problemOf(await unlockKey(files, CASE, ''))).toBe('wrong-passphrase');
  expect(problemOf(await unlockKey(files, CASE, null))).toBe('passphrase-needed');
  const path = join(CASE, 'key.age');
  const whole = files.contents().get(path)!;
  for (let at = 0; at < whole.length; at += 1) {
    files.set(
      path,
      whole.map((byte, n) => (n === at ? byte ^ 1 : byte)),
    );
    const opened = await unlockKey(files, CASE, 'right');
    expect(opened.ok && !Buffer.from(opened.value).equals(key)).toBe(false);
    expect(['case-damaged', 'wrong-passphrase']).toContain(problemOf(opened));
  }
  files.set(path, whole.subarray(0, 100));
  expect(problemOf(await unlockKey(files, CASE, 'right'))).toBe('case-damaged');
  files.remove(path);
  expect(problemOf(await unlockKey(files, CASE, 'right'))).toBe('case-damaged');
  files.set(join(CASE, 'key'), key.subarray(1));
  expect(problemOf(await unlockKey(files, CASE, null))).toBe('case-damaged');
});

test('K4 whenever the power goes during a change the key can be had again', async () => {
  const changes = [
    { from: null, to: 'first' },
    { from: 'first', to: 'second' },
    { from: 'second', to: null },
  ];
  const chance = chanceFrom(1);
  for (const { from, to } of changes) {
    const made = from === null ? newCase() : await withPassphrase(from);
    for (let run = 0; run < 200; run += 1) {
      const files = made.files.copy();
      files.stopAfter = run % 18;
      const change = { key: made.key, passphrase: to, workFactor };
      const acknowledged = await setPassphrase(files, CASE, change).then(({ ok }) => ok, onlyPowerLoss);
      const left = files.afterPowerLoss(chance);
      const opened = await Promise.all([null, from, to].map((passphrase) => unlockKey(left, CASE, passphrase)));
      const keys = opened.flatMap((each) => (each.ok ? [Buffer.from(each.value).toString('hex')] : []));
      expect(new Set(keys)).toEqual(new Set([Buffer.from(made.key).toString('hex')]));
      if (acknowledged) {
        expect(problemOf(await unlockKey(left, CASE, to))).toBe('none');
        if (to !== null) expect(problemOf(await unlockKey(left, CASE, from))).not.toBe('none');
      }
      receiptOf(await setPassphrase(left, CASE, { ...change, passphrase: 'last' }));
      expect(left.list(CASE)).toEqual(['case.json', 'key.age']);
    }
  }
});

function onlyPowerLoss(error: unknown): false {
  if (error instanceof PowerLost) return false;
  throw error;
}

test('K4 a case that was said to be made is there after a power loss, and before that it is none', () => {
  for (let steps = 0; ; steps += 1) {
    const files = LossyFiles.with('/home');
    files.stopAfter = steps;
    const folder = '/home/new.actum';
    try {
      receiptOf(createCase(files, folder, random));
    } catch (error) {
      onlyPowerLoss(error);
      const left = readHeader(
        files.afterPowerLoss(() => 0.9),
        folder,
      );
      expect(left.ok || ['no-case', 'not-a-case'].includes(left.problem.kind)).toBe(true);
      continue;
    }
    expect(
      problemOf(
        readHeader(
          files.afterPowerLoss(() => 0.9),
          folder,
        ),
      ),
    ).toBe('none');
    expect(
      keyState(
        files.afterPowerLoss(() => 0.9),
        folder,
      ),
    ).toBe('bare');
    return;
  }
});

test('K4 a full disk leaves the passphrase as it was', async () => {
  const { files, key } = await withPassphrase('first');
  for (let steps = 0; steps < 3; steps += 1) {
    const full = files.copy();
    [full.stopAfter, full.code] = [steps, 'ENOSPC'];
    expect(problemOf(await setPassphrase(full, CASE, { key, passphrase: 'second', workFactor }))).toBe('disk-full');
    full.stopAfter = Infinity;
    expect(receiptOf(await unlockKey(full, CASE, 'first'))).toEqual(new Uint8Array(key));
    expect(full.list(CASE)).toEqual(['case.json', 'key.age']);
  }
});

test('K5 what is no case, a newer one, or one with a damaged header is named', () => {
  const files = LossyFiles.with(CASE);
  const headed = (text: string): string => {
    files.set(join(CASE, 'case.json'), Buffer.from(text));
    return problemOf(readHeader(files, CASE));
  };
  expect(problemOf(readHeader(files, join('/', 'nowhere')))).toBe('no-case');
  expect(problemOf(readHeader(files, CASE))).toBe('not-a-case');
  expect(headed('{"format":2,"shape":"unknown"}')).toBe('case-newer');
  expect(headed('{"format":1}')).toBe('case-damaged');
  expect(headed('nonsense')).toBe('case-damaged');
  expect(headed(`{"format":1,"id":"${'ab'.repeat(16)}"}`)).toBe('none');
  expect(problemOf(createCase(files, CASE, random))).toBe('folder-not-empty');
});
