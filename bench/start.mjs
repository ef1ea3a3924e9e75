// `npm run bench -- start [--json] [--data DIR] [--reports N]`: the main job as a user does it, and what he waits for.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeReports } from './make/reports.mjs';
import { firstView } from './measure/first-view.mjs';
import { ACTUM, keepResult, loadNow, machineFacts, printTable } from './measure/machine.mjs';
import { measured } from './measure/tree.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    data: { type: 'string' },
    reports: { type: 'string', default: '1000' },
    keep: { type: 'boolean' },
  },
});
const SEED = 20_170_508;
const SIZE = 6000;
const FULL = 1000;
const WANTED = { seconds: 30, peakMiB: 800, helpMs: 150, firstViewMs: 1000, pageBytes: 400_000 };

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const rounded = (number, digits = 2) => Number(number.toFixed(digits));

function helpMs() {
  const times = Array.from({ length: 10 }, () => {
    const began = performance.now();
    spawnSync(process.execPath, [ACTUM, '--help'], { stdio: 'ignore' });
    return performance.now() - began;
  });
  return Math.round(median(times));
}

/** True where the word of a report of each kind is found: what was read can be searched. */
function isSearchable(folder, words) {
  const asked = ['txt', 'html', 'pdf'].flatMap((kind) => words.findLast((entry) => entry.kind === kind)?.word ?? []);
  return asked.every((word) => {
    const { stdout } = spawnSync(process.execPath, [ACTUM, 'search', word, '--case', folder, '--json'], {
      encoding: 'utf8',
    });
    return stdout.split('\n').some((line) => line !== '' && JSON.parse(line).in === 'text');
  });
}

async function run(work) {
  const reports = values.data ?? join(work, 'reports');
  const words =
    values.data === undefined ? writeReports(reports, { count: Number(values.reports), size: SIZE, seed: SEED }) : [];
  const load = loadNow();
  const folder = join(work, 'case.actum');
  const started = await measured(
    process.execPath,
    [ACTUM, 'start', reports, '--case', folder, '--no-serve', '--json'],
    { cwd: work },
  );
  if (started.code !== 0) throw new Error(`start ended with ${started.code}: ${started.stderr}`);
  const summary = JSON.parse(started.stdout.trim().split('\n').at(-1));
  const whole = values.data !== undefined || (summary.sources === words.length && summary.unread === 0);
  if (!whole || !isSearchable(folder, words))
    throw new Error(`not everything is read and searchable: ${JSON.stringify(summary)}`);
  const help = helpMs();
  const view = await firstView(folder);
  return {
    reports: summary.sources,
    proposals: summary.proposals,
    seconds: rounded(started.seconds),
    processorSeconds: rounded(started.processor),
    peakPssMiB: Math.round(started.peak.pss),
    peakRssMiB: Math.round(started.peak.rss),
    processes: started.peak.processes,
    helpMs: help,
    firstViewMs: view?.milliseconds ?? null,
    pageBytes: view?.bytes ?? null,
    loadBefore: load,
  };
}

const measuredOr = (value, unit) => (value === null ? 'no browser here' : `${value} ${unit}`);

function rowsOf(figures) {
  return [
    {
      figure: `${figures.reports} reports in custody, read, searchable`,
      wanted: `≤ ${WANTED.seconds} s`,
      measured: `${figures.seconds} s`,
    },
    { figure: '  processor time of the tree', wanted: '', measured: `${figures.processorSeconds} s` },
    { figure: '  load of the machine before', wanted: '', measured: String(figures.loadBefore) },
    {
      figure: 'peak memory of the tree (PSS)',
      wanted: `≤ ${WANTED.peakMiB} MiB`,
      measured: `${figures.peakPssMiB} MiB`,
    },
    {
      figure: '  the same as RSS, shared pages counted again',
      wanted: '',
      measured: `${figures.peakRssMiB} MiB in ${figures.processes} processes`,
    },
    { figure: 'actum --help, median of 10', wanted: `≤ ${WANTED.helpMs} ms`, measured: `${figures.helpMs} ms` },
    {
      figure: 'first heading of the page, cold browser',
      wanted: `≤ ${WANTED.firstViewMs} ms`,
      measured: measuredOr(figures.firstViewMs, 'ms'),
    },
    {
      figure: 'script and style of the first view, gzip',
      wanted: `≤ ${WANTED.pageBytes} B`,
      measured: measuredOr(figures.pageBytes, 'B'),
    },
  ];
}

const work = mkdtempSync(join(tmpdir(), 'actum-bench-start-'));
try {
  const figures = await run(work);
  printTable(rowsOf(figures));
  // Only the whole measurement is kept: a smaller one answers another question.
  if (values.data === undefined && figures.reports === FULL)
    keepResult('start', { ...machineFacts(), seed: SEED, wanted: WANTED, figures });
  if (values.json === true) process.stdout.write(`${JSON.stringify(figures)}\n`);
} finally {
  if (values.keep === true) process.stdout.write(`kept: ${work}\n`);
  else rmSync(work, { recursive: true, force: true });
}
