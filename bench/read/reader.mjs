import { spawnSync } from 'node:child_process';
import { ACTUM } from '../measure/machine.mjs';
import { measured } from '../measure/tree.mjs';

/** One core, where the system can hold a program to one. */
const ONE_CORE = spawnSync('taskset', ['--version']).status === 0 ? ['taskset', '-c', '0'] : [];

/** The reader as others call it: a text a line in, a reading a line out, one worker. */
export const READER = { name: 'actum', command: [process.execPath, ACTUM, 'read', '--jsonl'] };

/**
 * Lets a program read texts; gives its output lines as objects, with seconds, processor seconds, megabytes of text, and
 * peak MiB (RSS).
 */
export async function readTexts({ name, command, env }, texts) {
  const [program, ...args] = [...ONE_CORE, ...command];
  const input = texts.map((text) => `${JSON.stringify(text)}\n`).join('');
  const ran = await measured(program, args, { input, env: { ...process.env, ...env } });
  if (ran.code !== 0) throw new Error(`${name} ended with ${ran.code}: ${ran.stderr.slice(-2000)}`);
  const readings = ran.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  const megabytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
  return { readings, seconds: ran.seconds, processor: ran.processor, megabytes, peakMiB: Math.round(ran.peak.rss) };
}
