// `npm run bench -- crash [--kills N] [--json]`: two writers on one case, killed in the middle; what was acknowledged must be there.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chanceFrom } from './make/chance.mjs';
import { reportFrom } from './make/report.mjs';
import { ACTUM, keepResult, machineFacts, printTable } from './measure/machine.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    kills: { type: 'string', default: '100' },
    files: { type: 'string', default: '250' },
    // Taken, as every bench does, and not needed: the files are invented.
    data: { type: 'string' },
  },
});
const SEED = 20_170_509;
const FULL = 100;
const KILLS = Number(values.kills);
/** A writer is given more files than it takes in before it is killed. */
const FILES = Number(values.files);
const WRITERS = [0, 1];
/** A new case after so many rounds: each round checks the whole case. */
const ROUNDS_A_CASE = 5;
const DELAY_MS = { low: 200, high: 2000 };

const by = chanceFrom(SEED);
const found = { kills: 0, acknowledged: 0, lost: 0, corrupt: 0 };
const troubles = [];

function actum(args) {
  return spawnSync(process.execPath, [ACTUM, ...args], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
}

function writeFiles(folder) {
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < FILES; number += 1) {
    const { title, paragraphs } = reportFrom(by, { number: by.below(100_000), size: 300 });
    writeFileSync(join(folder, `${String(number).padStart(4, '0')}.txt`), `${title}\n\n${paragraphs.join('\n\n')}\n`);
  }
}

/** Starts `actum add` and notes every source as soon as it is acknowledged. */
function writer(folder, place, acknowledged) {
  const args = [ACTUM, 'add', folder, '--case', place, '--as', 'writer', '--acks'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const stderr = [];
  child.stderr.on('data', (part) => stderr.push(part));
  const first = new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const group = parsed(line);
      for (const source of group?.sources ?? []) acknowledged.add(source);
      if (group?.sources !== undefined) resolve();
    });
  });
  const ended = once(child, 'close').then(([code, signal]) => ({
    code,
    signal,
    said: Buffer.concat(stderr).toString(),
  }));
  return { child, first, ended };
}

/** A line that was cut by the kill was never printed whole: it acknowledges nothing. */
function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function round(folder, place, acknowledged) {
  const writers = WRITERS.map((number) => {
    const files = join(folder, `files-${number}`);
    writeFiles(files);
    return writer(files, place, acknowledged);
  });
  await Promise.race(writers.flatMap(({ first, ended }) => [first, ended]));
  await pause(by.between(DELAY_MS.low, DELAY_MS.high));
  const chosen = by.one([[0], [1], [0, 1]]).slice(0, KILLS - found.kills);
  for (const number of chosen) if (writers[number].child.kill('SIGKILL')) found.kills += 1;
  for (const { ended } of writers) {
    const { code, signal, said } = await ended;
    if (signal !== 'SIGKILL' && code !== 0) troubles.push(`a writer ended with ${code ?? signal}: ${said.trim()}`);
  }
  rmSync(folder, { recursive: true, force: true });
}

/** Opens the case again, as anybody would after a crash. */
function check(place, acknowledged) {
  const listed = actum(['sources', '--case', place, '--json']);
  const lines = listed.stdout.split('\n').filter(Boolean);
  const there = new Set(lines.map((line) => JSON.parse(line).id));
  const lost = [...acknowledged].filter((source) => !there.has(source));
  if (listed.status !== 0) troubles.push(`sources ended with ${listed.status}: ${listed.stderr.trim()}`);
  if (lost.length > 0) troubles.push(`lost: ${lost.join(' ')}`);
  found.lost += lost.length;
  const checked = actum(['fsck', '--case', place, '--json']);
  const report = parsed(checked.stdout.trim().split('\n').at(-1));
  if (report?.ok === true) return;
  found.corrupt += 1;
  troubles.push(`fsck: ${checked.stdout.trim().slice(0, 2000)} ${checked.stderr.trim()}`);
}

async function run(work) {
  for (let rounds = 0; found.kills < KILLS;) {
    const place = join(work, `case-${rounds}.actum`);
    const acknowledged = new Set();
    actum(['start', join(work, 'nothing'), '--case', place, '--no-serve']);
    for (let here = 0; here < ROUNDS_A_CASE && found.kills < KILLS; here += 1, rounds += 1) {
      await round(join(work, `round-${rounds}`), place, acknowledged);
      check(place, acknowledged);
      process.stderr.write(
        `\r${found.kills} of ${KILLS} kills, ${found.acknowledged + acknowledged.size} acknowledged, ${found.lost} lost `,
      );
    }
    found.acknowledged += acknowledged.size;
    rmSync(place, { recursive: true, force: true });
  }
  process.stderr.write('\n');
}

const work = mkdtempSync(join(tmpdir(), 'actum-bench-crash-'));
mkdirSync(join(work, 'nothing'));
try {
  await run(work);
} finally {
  rmSync(work, { recursive: true, force: true });
}
printTable([
  { figure: 'writers killed, of two on one case', wanted: String(KILLS), measured: String(found.kills) },
  { figure: 'sources acknowledged before', wanted: '', measured: String(found.acknowledged) },
  { figure: 'of these lost', wanted: '0', measured: String(found.lost) },
  { figure: 'cases that do not hold afterwards', wanted: '0', measured: String(found.corrupt) },
]);
for (const trouble of troubles) process.stderr.write(`${trouble}\n`);
if (KILLS >= FULL)
  keepResult('crash', { ...machineFacts(), seed: SEED, wanted: { lost: 0, corrupt: 0 }, figures: found, troubles });
if (values.json === true) process.stdout.write(`${JSON.stringify(found)}\n`);
if (found.lost > 0 || found.corrupt > 0 || troubles.length > 0) process.exitCode = 1;
