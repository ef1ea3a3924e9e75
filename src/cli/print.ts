import type { Problem } from '../domain/problem.ts';
import { problemWords } from '../desk/problem-words.ts';

/** Exit status of the contract. */
export const EXIT = { done: 0, no: 1, usage: 2, refused: 3 } as const;

export const out = (line: string): void => void process.stdout.write(`${line}\n`);
export const err = (line: string): void => void process.stderr.write(`${line}\n`);
export const json = (value: object): void => out(JSON.stringify(value));

/** One line on stderr that says what happened and what to do; sets the exit status. */
export function refused(problem: Problem): void {
  const { happened, toDo } = problemWords(problem);
  err(`actum: ${happened} ${toDo}`);
  process.exitCode = EXIT.refused;
}

const INTERVAL_MS = 100;

/** A progress line that rewrites itself on a terminal and stays silent elsewhere. */
export function progressLine(label: string): {
  step: (step: { readonly done: number; readonly total: number | null; readonly now: string }) => void;
  end: () => void;
} {
  let shown = 0;
  const tty = process.stderr.isTTY;
  return {
    step: ({ done, total }) => {
      const now = Date.now();
      if (!tty || now - shown < INTERVAL_MS) return;
      shown = now;
      process.stderr.write(`\r\u001b[2K${label} ${done}${total === null ? '' : ` of ${total}`}`);
    },
    end: () => {
      if (tty && shown > 0) process.stderr.write('\r\u001b[2K');
    },
  };
}
