import type { Problem } from '../domain/problem.ts';
import { visibleName } from '../kit/visible-name.ts';
import { problemWords } from '../desk/problem-words.ts';

/** Exit status of the contract. */
export const EXIT = { done: 0, no: 1, usage: 2, refused: 3 } as const;

/** Lines for people: what is unseen in names and words is spelt out (SPEC C4), so that no line turns around or hides. */
export const out = (lines: string): void =>
  void process.stdout.write(`${lines.split('\n').map(visibleName).join('\n')}\n`);
/** One line, whatever stands in a name. */
export const err = (line: string): void => void process.stderr.write(`${visibleName(line)}\n`);
/** One line for programs: the words as they are. */
export const json = (value: object): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

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
