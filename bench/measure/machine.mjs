import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const ACTUM = join(ROOT, 'dist', 'cli', 'main.js');

/** What a figure depends on: it goes beside every result. */
export const machineFacts = () => ({
  date: new Date().toISOString(),
  commit: commit(),
  node: process.version,
  system: `${process.platform} ${release()}`,
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
});

/** How many processes wanted a processor, over the last minute, before the measurement began. */
export const loadNow = () => Math.round(loadavg()[0] * 100) / 100;

function commit() {
  try {
    const asked = (...args) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
    return `${asked('rev-parse', '--short', 'HEAD')}${asked('status', '--porcelain', '--', 'src', 'resources') === '' ? '' : ' and changes'}`;
  } catch {
    return 'unknown';
  }
}

/** Prints rows as a table; the columns are the keys of the first one. */
export function printTable(rows) {
  const columns = Object.keys(rows[0] ?? {});
  const shown = [Object.fromEntries(columns.map((column) => [column, column])), ...rows];
  const width = Object.fromEntries(
    columns.map((column) => [column, Math.max(...shown.map((row) => row[column].length))]),
  );
  for (const row of shown)
    process.stdout.write(
      `${columns
        .map((column) => row[column].padEnd(width[column]))
        .join('  ')
        .trimEnd()}\n`,
    );
}

/** Keeps a result beside the code it was measured on. */
export function keepResult(name, result) {
  const path = join(ROOT, 'bench', 'results', `${name}.json`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
}
