/** Where the text is cut into lines and blocks. All scans are linear; nothing is normalised. */

export interface Range {
  readonly start: number;
  readonly end: number;
}

const isBreak = (unit: number): boolean =>
  (unit >= 0x0a && unit <= 0x0d) || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
const isBlank = (char: string): boolean => char.trim() === '' || char === '\u200B' || char === '\0';

/** Lines without their white space; a blank line is an empty range. `\r\n` is one break. */
export function linesOf(text: string): Range[] {
  const lines: Range[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : 0x0a;
    if (!isBreak(unit)) continue;
    lines.push(trimmed(text, from, at));
    if (unit === 0x0d && text.charCodeAt(at + 1) === 0x0a) at += 1;
    from = at + 1;
  }
  return lines;
}

function trimmed(text: string, from: number, to: number): Range {
  let [start, end] = [from, to];
  while (start < end && isBlank(text[start] ?? '')) start += 1;
  while (end > start && isBlank(text[end - 1] ?? '')) end -= 1;
  return { start, end };
}

/** Lines narrower than this are a list, wider ones are paragraphs that were never wrapped. */
const NARROWEST = 45;
const WIDEST = 130;
const HEADER = /^[\p{L}-]{2,20}: /u;
const BULLET = /^(?:[-–—•*·▪>]|\d{1,3}[.)])\s/;
const LONGEST_MARKER = 24;

/**
 * Blocks: runs between line breaks, but a paragraph wrapped by hand or by a mail program is one block. A break is soft
 * where the next line's first word would not have fitted into the width of its run of lines.
 */
export function rawBlocks(text: string): Range[] {
  const blocks: Range[] = [];
  let run: Range[] = [];
  for (const line of linesOf(text)) {
    if (line.end > line.start) {
      run.push(line);
      continue;
    }
    joinRun(text, run, blocks);
    run = [];
  }
  joinRun(text, run, blocks);
  return blocks;
}

/** Adds the blocks of one run of lines. */
function joinRun(text: string, run: readonly Range[], blocks: Range[]): void {
  const width = run.reduce((widest, line) => Math.max(widest, line.end - line.start), 0);
  const wrapped = run.length > 1 && width >= NARROWEST && width <= WIDEST;
  for (const [at, line] of run.entries()) {
    const last = blocks.at(-1);
    const before = run[at - 1];
    if (wrapped && last !== undefined && before !== undefined && isSoft(text, { before, line, width })) {
      blocks[blocks.length - 1] = { start: last.start, end: line.end };
    } else blocks.push(line);
  }
}

interface Break {
  readonly before: Range;
  readonly line: Range;
  readonly width: number;
}

function isSoft(text: string, { before, line, width }: Break): boolean {
  const lead = text.slice(line.start, line.start + LONGEST_MARKER);
  if (BULLET.test(lead) || HEADER.test(lead)) return false;
  const word = /^\S*/.exec(text.slice(line.start, Math.min(line.end, line.start + WIDEST)))?.[0] ?? '';
  return before.end - before.start + 1 + word.length > width;
}
