/** Which processes there are, as far as locks and leftovers need to know. */
export interface Processes {
  readonly pid: number;
  /** Milliseconds since 1970 when this process began: a mark with our pid from before is of another process. */
  readonly since: number;
  readonly alive: (pid: number) => boolean;
}

export function thisMachine(): Processes {
  return { pid: process.pid, since: Date.now() - process.uptime() * 1000, alive };
}

/** Signal 0 asks without sending (POSIX kill); EPERM means that it is there and somebody else's. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Clocks are compared across processes: less than this is no difference. */
const SLACK_MS = 2000;

/** Whether a mark left by `pid` at `at` is of a process that still runs. */
export function stillRuns(processes: Processes, pid: number, at: number): boolean {
  if (pid === processes.pid) return at >= processes.since - SLACK_MS;
  return processes.alive(pid);
}
