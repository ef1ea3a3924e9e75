import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 100;
const TICKS_A_SECOND = 100;

/**
 * Runs a program to its end, `input` as its standard input, and measures the whole tree of processes below it: wall
 * seconds (whole, and until it first wrote to standard output), processor seconds, and the peaks of memory in MiB. PSS
 * counts a page that n processes share as 1/n; RSS counts it n times.
 */
export async function measured(command, args, { env = process.env, cwd, input } = {}) {
  const before = childSeconds();
  const began = performance.now();
  const child = spawn(command, args, { env, cwd, stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'] });
  child.stdin?.on('error', () => {}).end(input);
  const [stdout, stderr] = [child.stdout, child.stderr].map(collected);
  let firstOutput = null;
  child.stdout.once('data', () => (firstOutput = (performance.now() - began) / 1000));
  const peak = { pss: 0, rss: 0, processes: 0 };
  const timer = setInterval(() => sample(child.pid, peak), EVERY_MS);
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearInterval(timer);
  const seconds = (performance.now() - began) / 1000;
  return { code, seconds, firstOutput, processor: childSeconds() - before, peak, stdout: stdout(), stderr: stderr() };
}

function collected(stream) {
  const parts = [];
  stream.on('data', (part) => parts.push(part));
  return () => Buffer.concat(parts).toString('utf8');
}

/** Processor seconds of the children of this process that have ended, and of theirs (proc(5): cutime, cstime). */
function childSeconds() {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS_A_SECOND;
}

function sample(pid, peak) {
  let [pss, rss, processes] = [0, 0, 0];
  for (const member of treeOf(pid)) {
    const memory = textOf(`/proc/${member}/smaps_rollup`);
    if (memory === '') continue;
    pss += Number(/^Pss:\s+(\d+)/m.exec(memory)?.[1] ?? 0) / 1024;
    rss += Number(/^Rss:\s+(\d+)/m.exec(memory)?.[1] ?? 0) / 1024;
    processes += 1;
  }
  peak.pss = Math.max(peak.pss, pss);
  peak.rss = Math.max(peak.rss, rss);
  peak.processes = Math.max(peak.processes, processes);
}

/** The process and all below it; children of every thread. */
function treeOf(pid) {
  const found = [];
  for (const waiting = [pid]; waiting.length > 0;) {
    const member = waiting.pop();
    found.push(member);
    for (const task of listed(`/proc/${member}/task`)) {
      const children = textOf(`/proc/${member}/task/${task}/children`);
      waiting.push(...children.split(' ').filter(Boolean).map(Number));
    }
  }
  return found;
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function listed(path) {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
