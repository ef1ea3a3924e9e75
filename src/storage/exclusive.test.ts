import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holderOf, takeExclusive, type ExclusiveWorld } from './exclusive.ts';
import { CASE, LossyFiles } from './files-lossy.case.ts';
import { stillRuns, thisMachine } from './processes.ts';
import { receiptOf } from './vault.case.ts';

const LOCK = join(CASE, 'exclusive.lock');
const living = new Set<number>();
const worldOf = (files: LossyFiles, pid: number, since = 0): ExclusiveWorld => {
  living.add(pid);
  return {
    files,
    processes: { pid, since, alive: (other) => living.has(other) },
    clock: { now: () => 1_000_000 },
    random: { bytes: (length) => randomBytes(length) },
  };
};

test('K6 one process has the case for itself, the other one is told who; then it is free', () => {
  const files = LossyFiles.with(CASE);
  const [mine, theirs] = [worldOf(files, 1), worldOf(files, 2)];
  const release = receiptOf(takeExclusive(CASE, 'rebuild', mine));
  expect(holderOf(CASE, theirs)).toEqual({ pid: 1, work: 'rebuild', since: 1_000_000 });
  expect(takeExclusive(CASE, 'passphrase change', theirs)).toEqual({
    ok: false,
    problem: { kind: 'case-busy', by: 'rebuild (process 1)' },
  });
  expect(takeExclusive(CASE, 'rebuild', mine).ok).toBe(false);
  release();
  expect(holderOf(CASE, theirs)).toBeUndefined();
  receiptOf(takeExclusive(CASE, 'passphrase change', theirs))();
  expect(files.list(CASE)).toEqual([]);
});

test('K6 the lock of a dead process, of one before with the same number, or half written, holds nobody back', () => {
  const files = LossyFiles.with(CASE);
  receiptOf(takeExclusive(CASE, 'rebuild', worldOf(files, 3)));
  living.delete(3);
  receiptOf(takeExclusive(CASE, 'rebuild', worldOf(files, 4)));
  const again = worldOf(files, 4, 2_000_000);
  expect(holderOf(CASE, again)).toBeUndefined();
  receiptOf(takeExclusive(CASE, 'erasure', again));
  files.set(LOCK, Buffer.from('{"pid":'));
  const release = receiptOf(takeExclusive(CASE, 'erasure', worldOf(files, 5)));
  expect(files.list(CASE)).toEqual(['exclusive.lock']);
  release();
  expect(files.list(CASE)).toEqual([]);
});

test('K6 who lost his lock does not give away the one of his successor', () => {
  const files = LossyFiles.with(CASE);
  const release = receiptOf(takeExclusive(CASE, 'rebuild', worldOf(files, 6)));
  living.delete(6);
  receiptOf(takeExclusive(CASE, 'rebuild', worldOf(files, 7)));
  release();
  expect(holderOf(CASE, worldOf(files, 8))?.pid).toBe(7);
});

test('K6 of two processes that find a dead lock at once, who takes a living one away gives it back', () => {
  const files = LossyFiles.with(CASE);
  receiptOf(takeExclusive(CASE, 'rebuild', worldOf(files, 9)));
  living.delete(9);
  const quick = worldOf(files, 10);
  const slow = worldOf(files, 11);
  // The quick one takes the dead lock away and makes its own after the slow one has looked and before it acts.
  const rename = files.rename.bind(files);
  files.rename = (from, to) => {
    files.rename = rename;
    receiptOf(takeExclusive(CASE, 'erasure', quick));
    rename(from, to);
  };
  expect(takeExclusive(CASE, 'rebuild', slow)).toMatchObject({ problem: { kind: 'case-busy' } });
  expect(holderOf(CASE, slow)?.pid).toBe(10);
});

test('K6 this process runs, one that ended does not', () => {
  const machine = thisMachine();
  expect(machine.alive(process.pid)).toBe(true);
  expect(stillRuns(machine, process.pid, Date.now())).toBe(true);
  expect(stillRuns(machine, process.pid, machine.since - 60_000)).toBe(false);
  const ended = spawnSync(process.execPath, ['--version']).pid;
  expect(stillRuns(machine, ended, Date.now())).toBe(false);
});
