// `npm run bench -- read --data DIR [--json] [--only SET[,SET]]`: what the reader finds of what people marked, and how fast.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keepResult, loadNow, machineFacts, printTable } from './measure/machine.mjs';
import { modelCards } from './read/cards.mjs';
import { READER, readTexts } from './read/reader.mjs';
import { limitRow, rowsOf } from './read/rows.mjs';
import { linesOf, runsOf, SETS } from './read/sets.mjs';
import { speedsOf } from './read/speed.mjs';
import { bankFigures, bankOf, BANKS, innerView } from './read/treebank.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    data: { type: 'string' },
    only: { type: 'string' },
  },
});
const WANTED = { megabytesASecond: 0.3, startMs: 250, peakMiB: 300 };
const KNOWN = [...SETS.map(({ name }) => name), 'ud', 'speed'];
const only = values.only?.split(',') ?? KNOWN;

if (values.data === undefined || !existsSync(values.data) || !only.every((name) => KNOWN.includes(name))) {
  process.stderr.write(
    `usage: npm run bench -- read --data DIR [--json] [--only SET[,SET]]; sets: ${KNOWN.join(', ')}\n` +
      'DIR holds the open data: bench/README.md names the origin of each set.\n',
  );
  process.exit(2);
}

const sayAbsent = (name) => process.stdout.write(`${name}: not in ${values.data}, left out\n`);

async function setFigures(set) {
  const runs = runsOf(set, values.data);
  if (runs === undefined) {
    sayAbsent(set.name);
    return undefined;
  }
  const figures = {};
  for (const { texts, score } of runs) {
    const { readings } = await readTexts(READER, texts);
    Object.assign(figures, score(readings));
  }
  return figures;
}

async function bankedFigures() {
  const figures = {};
  for (const bank of BANKS) {
    const documents = bankOf(bank, values.data);
    if (documents === undefined) {
      sayAbsent(bank.file);
      continue;
    }
    for (const [name, value] of Object.entries(await bankFigures(documents, innerView)))
      figures[bank.key + name[0].toUpperCase() + name.slice(1)] = value;
  }
  return figures;
}

async function speedFigures() {
  const path = join(values.data, 'attribution', 'dev.jsonl');
  if (!existsSync(path)) {
    sayAbsent('attribution/dev.jsonl, for speed');
    return undefined;
  }
  const texts = linesOf(path).map(({ id, text }) => ({ id, text }));
  const [speed] = await speedsOf([READER], texts);
  return speed;
}

const speedRows = ({ megabytesASecond, megabytesAProcessorSecond, startMs, peakMiB }) => [
  limitRow('all passes, one core', megabytesASecond, { atLeast: WANTED.megabytesASecond, unit: 'MB/s' }),
  limitRow('  of processor time', megabytesAProcessorSecond, { unit: 'MB/s' }),
  limitRow('start to the first reading', startMs, { atMost: WANTED.startMs, unit: 'ms' }),
  limitRow('peak memory (RSS)', peakMiB, { atMost: WANTED.peakMiB, unit: 'MiB' }),
];

const loadBefore = loadNow();
const figures = {};
for (const set of SETS.filter(({ name }) => only.includes(name))) figures[set.name] = await setFigures(set);
if (only.includes('ud')) figures.ud = await bankedFigures();
if (only.includes('speed')) figures.speed = await speedFigures();
const cards = modelCards().map((card) => ({
  ...card,
  figures: card.figures.filter(({ set }) => only.includes(set)),
}));
printTable([...rowsOf(figures, cards), ...(figures.speed === undefined ? [] : speedRows(figures.speed))]);
// Only the whole measurement is kept.
if (KNOWN.every((name) => figures[name] !== undefined))
  keepResult('read', { ...machineFacts(), loadBefore, wanted: WANTED, figures, cards });
if (values.json === true) process.stdout.write(`${JSON.stringify({ ...figures, cards })}\n`);
