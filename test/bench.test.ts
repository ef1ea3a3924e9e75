import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** The last line of a bench is the object of its figures (CONTRACT, Benches). */
function bench(name: string, ...args: readonly string[]): Record<string, number> {
  const ran = spawnSync(process.execPath, [`bench/${name}.mjs`, '--json', ...args], { encoding: 'utf8' });
  expect(`${ran.status} ${ran.stderr.replace(/\r[^\n]*\n/g, '')}`).toBe('0 ');
  return JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? '');
}

test('H1 the measured import reads every report of every kind, and each is found', () => {
  const figures = bench('start', '--reports', '10');
  expect(figures).toMatchObject({ reports: 10, peakPssMiB: expect.any(Number), processorSeconds: expect.any(Number) });
  expect(figures['proposals']).toBeGreaterThan(100);
}, 120_000);

test('H12 of two writers, one or both killed in the middle, nothing acknowledged is lost', () => {
  const figures = bench('crash', '--kills', '1', '--files', '40');
  expect(figures).toMatchObject({ kills: 1, lost: 0, corrupt: 0 });
  expect(figures['acknowledged']).toBeGreaterThan(0);
}, 120_000);
