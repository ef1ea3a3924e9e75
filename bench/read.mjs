// `npm run bench -- read --data DIR [--json] [--only SET[,SET]] [--rivals]`: what the reader finds of what people marked, and how fast.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keepResult, loadNow, machineFacts, printTable } from './measure/machine.mjs';
import { modelCards } from './read/cards.mjs';
import { READER, readTexts } from './read/reader.mjs';
import { farRivals, NEAR_RIVALS } from './read/rivals.mjs';
import { limitRow, rivalRows, rowsOf } from './read/rows.mjs';
import { linesOf, runsOf, SETS } from './read/sets.mjs';
import { speedsOf } from './read/speed.mjs';
import { bankFigures, bankOf, BANKS, innerView } from './read/treebank.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    data: { type: 'string' },
    only: { type: 'string' },
    rivals: { type: 'boolean' },
  },
});
const WANTED = { megabytesASecond: 0.3, startMs: 250, peakMiB: 300 };
const KNOWN = [...SETS.map(({ name }) => name), 'ud', 'speed'];
const only = values.only?.split(',') ?? KNOWN;

if (values.data === undefined || !existsSync(values.data) || !only.every((name) => KNOWN.includes(name))) {
  process.stderr.write(
    `usage: npm run bench -- read --data DIR [--json] [--only SET[,SET]] [--rivals]; sets: ${KNOWN.join(', ')}\n` +
      'DIR holds the open data: bench/README.md names the origin of each set.\n',
  );
  process.exit(2);
}
const say = (line) => process.stdout.write(`${line}\n`);

async function setFigures(set, contender) {
  const figures = {};
  for (const { texts, score } of runsOf(set, values.data)) {
    const { readings } = await readTexts(contender, texts);
    Object.assign(figures, score(readings));
  }
  for (const key of contender.lacks ?? []) delete figures[key];
  return figures;
}

async function bankedFigures(contender) {
  const finder = contender.view ?? { find: async (texts) => (await readTexts(contender, texts)).readings };
  const figures = {};
  for (const bank of BANKS) {
    for (const [name, value] of Object.entries(await bankFigures(bankOf(bank, values.data), finder)))
      figures[bank.key + name[0].toUpperCase() + name.slice(1)] = value;
  }
  return figures;
}

/** Each contender on each set that it has an answer to: `{ name: { set: figures } }`. */
async function measure(contenders, sets) {
  const figures = Object.fromEntries(contenders.map(({ name }) => [name, {}]));
  for (const name of sets.filter((one) => one !== 'speed')) {
    const set = SETS.find((one) => one.name === name);
    for (const contender of contenders.filter((one) => one.sets.includes(name)))
      figures[contender.name][name] = await (set ? setFigures(set, contender) : bankedFigures(contender));
  }
  if (sets.includes('speed')) {
    const texts = linesOf(join(values.data, 'attribution', 'dev.jsonl')).map(({ id, text }) => ({
      id,
      text,
      published: null,
    }));
    for (const { name, ...speed } of await speedsOf(contenders, texts)) figures[name].speed = speed;
  }
  return figures;
}

/** What each set needs of the data folder. */
const NEEDED = {
  ...Object.fromEntries(SETS.map(({ name, at }) => [name, [at]])),
  ud: BANKS.map(({ name }) => `ud/${name}.conllu.gz`),
  speed: ['attribution/dev.jsonl'],
};
const isThere = (set) => NEEDED[set].every((file) => existsSync(join(values.data, file)));

const speedRows = ({ megabytesASecond, megabytesAProcessorSecond, startMs, peakMiB }) => [
  limitRow('all passes, one core', megabytesASecond, { atLeast: WANTED.megabytesASecond, unit: 'MB/s' }),
  limitRow('  of processor time', megabytesAProcessorSecond, { unit: 'MB/s' }),
  limitRow('start to the first reading', startMs, { atMost: WANTED.startMs, unit: 'ms' }),
  limitRow('peak memory (RSS)', peakMiB, { atMost: WANTED.peakMiB, unit: 'MiB' }),
];

const loadBefore = loadNow();
const sets = KNOWN.filter((name) => only.includes(name) && isThere(name));
for (const name of only.filter((one) => !sets.includes(one))) say(`${name}: not in ${values.data}, left out`);
const far = values.rivals === true ? farRivals() : { rivals: [], missing: [] };
for (const line of far.missing) say(line);
// Whoever asks for one set wants it soon.
const near = values.rivals === true || values.only === undefined ? NEAR_RIVALS : [];
const { [READER.name]: figures, ...rivals } = await measure(
  [{ ...READER, sets: KNOWN, view: await innerView() }, ...near, ...far.rivals],
  sets,
);
const cards = modelCards();

printTable([...rowsOf(figures, cards), ...(figures.speed === undefined ? [] : speedRows(figures.speed))]);
const besides = rivalRows({ [READER.name]: figures, ...rivals });
if (besides.length > 0) {
  say('');
  printTable(besides);
}
// Only the whole measurement is kept.
if (KNOWN.every((name) => sets.includes(name)))
  keepResult('read', {
    ...machineFacts(),
    loadBefore,
    wanted: WANTED,
    figures,
    ...cards,
    rivals,
    missing: far.missing,
  });
if (values.json === true) say(JSON.stringify({ ...figures, ...cards, rivals }));
