import { readTexts } from './reader.mjs';

const ROUNDS = 3;
const STARTS = 5;
/** Fictional; it has a statement, a figure, an act and names, so that every pass and model is needed. */
const SHORT = {
  id: 'short',
  text: 'Three farmers were killed by soldiers in Selm on Monday, the lawyer Ida Varn said. "We counted 12 detainees," she added.',
  published: '2021-03-08',
};

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const rounded = (number, digits) => Number(number.toFixed(digits));

/**
 * Speed of each contender on the same texts, in turns, so that what else the machine does falls on all alike; medians.
 * `startMs` is the time from the start of the process to the reading of one short text. `megabytesASecond` leaves out what
 * such a run takes; so does `megabytesAProcessorSecond`, by processor time, which other programs change little.
 */
export async function speedsOf(contenders, texts) {
  const runs = contenders.map((contender) => ({ contender, starts: [], rounds: [] }));
  for (let turn = 0; turn < STARTS; turn += 1)
    for (const run of runs) run.starts.push(await readTexts(run.contender, [SHORT]));
  for (let turn = 0; turn < ROUNDS; turn += 1)
    for (const run of runs) run.rounds.push(await readTexts(run.contender, texts));
  return runs.map(speedOf);
}

function speedOf({ contender, starts, rounds }) {
  const start = (unit) => median(starts.map((run) => run[unit]));
  const rate = (unit) => rounded(median(rounds.map((run) => run.megabytes / (run[unit] - start(unit)))), 3);
  return {
    name: contender.name,
    megabytesASecond: rate('seconds'),
    megabytesAProcessorSecond: rate('processor'),
    startMs: Math.round(start('firstOutput') * 1000),
    peakMiB: Math.max(...rounds.map(({ peakMiB }) => peakMiB)),
  };
}
