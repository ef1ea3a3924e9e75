import { spawnSync } from 'node:child_process';
import { ACTUM } from '../measure/machine.mjs';
import { measured } from '../measure/tree.mjs';

/** One core, where the system can hold a program to one. */
const ONE_CORE = spawnSync('taskset', ['--version']).status === 0 ? ['taskset', '-c', '0'] : [];

/** The reader as others call it: a text a line in, a reading a line out, one worker. */
export const READER = { name: 'actum', command: [process.execPath, ACTUM, 'read', '--jsonl'] };

/** What slow programs said before: they are asked the same thing once. */
const said = new Map();

/**
 * Lets a program read texts; gives its output lines as objects, with seconds, seconds until the first of them, processor
 * seconds, megabytes of text, and peak MiB (RSS).
 */
export async function readTexts({ name, command, env, isSlow = false }, texts) {
  const input = texts.map(({ id, text, published }) => `${JSON.stringify({ id, text, published })}\n`).join('');
  const key = `${name} ${input}`;
  if (said.has(key)) return said.get(key);
  const ran = await run({ name, command, env }, input);
  const readings = ran.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  const megabytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
  const { seconds, firstOutput, processor, peak } = ran;
  const result = { readings, seconds, firstOutput, processor, megabytes, peakMiB: Math.round(peak.rss) };
  if (isSlow) said.set(key, result);
  return result;
}

async function run({ name, command, env }, input) {
  const [program, ...args] = [...ONE_CORE, ...command];
  const ran = await measured(program, args, { input, env: { ...process.env, ...env } });
  if (ran.code !== 0) throw new Error(`${name} ended with ${ran.code}: ${ran.stderr.slice(-2000)}`);
  return ran;
}
