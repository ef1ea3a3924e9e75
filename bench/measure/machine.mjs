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

/** Prints rows of `{ figure, wanted, measured }`. */
export function printTable(rows) {
  const shown = [{ figure: 'figure', wanted: 'wanted', measured: 'measured' }, ...rows];
  const width = (column) => Math.max(...shown.map((row) => row[column].length));
  const [first, second] = [width('figure'), width('wanted')];
  for (const { figure, wanted, measured } of shown) {
    process.stdout.write(`${figure.padEnd(first)}  ${wanted.padEnd(second)}  ${measured}\n`);
  }
}

/** Keeps a result beside the code it was measured on. */
export function keepResult(name, result) {
  const path = join(ROOT, 'bench', 'results', `${name}.json`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
}
