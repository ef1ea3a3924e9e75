/** Memory of a process and all its children, from /proc; 0 where there is none. */
import { readdirSync, readFileSync } from 'node:fs';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const parentOf = (pid: string): string => /\) \S (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1] ?? '';

/** Mebibytes that the process tree under `pid` holds now. */
export function mebibytesOf(pid: number): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map(pids.map((each) => [each, parentOf(each)]));
  const below = (each: string | undefined): boolean =>
    each !== undefined && each !== '' && (each === String(pid) || below(parents.get(each)));
  const kibibytes = pids
    .filter(below)
    .reduce((sum, each) => sum + Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${each}/status`))?.[1] ?? 0), 0);
  return kibibytes / 1024;
}

/** The most that the tree held while `work` went on, looked at ten times a second. */
export async function mostMebibytes(pid: number, work: Promise<unknown>): Promise<number> {
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, mebibytesOf(pid))), 100);
  await work;
  clearInterval(timer);
  return most;
}
