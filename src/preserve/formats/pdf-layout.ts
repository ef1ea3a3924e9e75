import type { PageBox } from '../../domain/source.ts';

type Rectangle = Omit<PageBox, 'start' | 'end'>;

/** A run of text as a page shows it. `along` and `across` are its place in its own direction of reading: the start of the baseline, and how far down the line stands. */
export interface Run {
  readonly text: string;
  /** PDF points, origin at the top left of the page. */
  readonly box: Rectangle;
  readonly along: number;
  readonly across: number;
  readonly length: number;
  /** Height of the letters' body. */
  readonly size: number;
  /** Direction of reading in whole degrees: 0 for upright text. */
  readonly turn: number;
  readonly rightToLeft: boolean;
}

export interface Line {
  readonly runs: readonly Run[];
  readonly left: number;
  readonly right: number;
  readonly across: number;
  readonly size: number;
  readonly turn: number;
  readonly text: string;
  /** Boxes with offsets into the line. */
  readonly boxes: readonly PageBox[];
}

/** Runs that follow each other on one baseline, in the order in which the file draws them: the reading order of nearly every producer. */
export function linesOf(runs: Iterable<Run>): readonly Line[] {
  const lines: Line[] = [];
  let open: Run[] = [];
  for (const run of runs) {
    const last = open.at(-1);
    if (last !== undefined && !isSameLine(last, run)) {
      lines.push(asLine(open));
      open = [];
    }
    open.push(run);
  }
  if (open.length > 0) lines.push(asLine(open));
  return lines.filter((line) => line.text !== '');
}

function isSameLine(last: Run, run: Run): boolean {
  if (last.turn !== run.turn) return false;
  const size = Math.max(last.size, run.size);
  // A raised or lowered mark is smaller and stands further off than the letters of a line ever do.
  const reach = Math.min(last.size, run.size) < size * 0.8 ? 0.75 : 0.5;
  if (Math.abs(run.across - last.across) > size * reach) return false;
  const forward = run.along >= last.along + last.length - size;
  const back = run.along + run.length <= last.along + size;
  return forward || (back && (last.rightToLeft || run.rightToLeft));
}

function asLine(runs: readonly Run[]): Line {
  const tallest = runs.reduce((best, run) => (run.size > best.size ? run : best));
  return {
    runs,
    left: runs.reduce((least, run) => Math.min(least, run.along), Infinity),
    right: runs.reduce((most, run) => Math.max(most, run.along + run.length), -Infinity),
    across: tallest.across,
    size: tallest.size,
    turn: tallest.turn,
    ...wordsOf(runs),
  };
}

/** The words of a line; where the page leaves a gap and the file has no space, a space, and a tab for a gap as between columns of a table. */
function wordsOf(runs: readonly Run[]): Pick<Line, 'text' | 'boxes'> {
  let text = '';
  const boxes: PageBox[] = [];
  let last: Run | undefined;
  let isSpaced = false;
  for (const run of runs) {
    const words = run.text.trim();
    if (last !== undefined && words !== '')
      text += gapBetween(last, run) || (isSpaced || /^\s/.test(run.text) ? ' ' : '');
    isSpaced = /\s$/.test(run.text) || (isSpaced && words === '');
    if (words === '') continue;
    boxes.push({ start: text.length, end: text.length + words.length, ...run.box });
    text += words;
    last = run;
  }
  return { text, boxes };
}

/** A space is a fourth to a third of an em wide; kerning stays under a tenth. */
function gapBetween(last: Run, run: Run): string {
  const size = Math.max(last.size, run.size);
  const ahead = run.along > last.along;
  const gap = ahead ? run.along - (last.along + last.length) : last.along - (run.along + run.length);
  if (gap > size * 2) return '\t';
  return gap > size / 6 ? ' ' : '';
}

/** What stands between a line and the next. `word`: a hyphen of the line's end goes and nothing stands; `nothing`: a hyphen stays. */
export type Joint = 'word' | 'nothing' | 'space' | 'line' | 'paragraph';

/** Lines of one size that follow each other downwards: how far they reach, and how far one stands under the other. */
export interface Column {
  readonly right: number;
  readonly pitch: number;
}

const LIST_MARK = /^(?:[•◦▪‣–—*]|\(?\d{1,3}[.)]|\(?[a-zа-я][.)])\s/i;

/** The lines of a list are as long as they are; nobody sets running text in a column of fewer letters. */
const SHORTEST_WRAPPED = 25;

/**
 * A line goes on in the next one when the next begins at its left edge, one line lower, in the same size, and the next
 * one's first word would not have fit at its end (SPEC C13).
 */
export function jointOf(line: Line, next: Line, column: Column): Joint {
  const size = Math.max(line.size, next.size);
  const step = next.across - line.across;
  if (line.turn !== next.turn || Math.abs(line.size - next.size) > size * 0.15) return 'paragraph';
  if (step <= 0) return goesOn(line, next) ? wrapped(line, next) : 'paragraph';
  if (step > column.pitch * 1.35) return 'paragraph';
  if (LIST_MARK.test(next.text)) return 'line';
  const indent = next.left - line.left;
  const hanging = LIST_MARK.test(line.text) && indent < size * 4;
  const centred = Math.abs(line.left + line.right - next.left - next.right) < size;
  if (indent > size * 0.8 && !hanging && !centred && !isRightToLeft(next)) return 'paragraph';
  const isFull =
    line.right + firstWordLength(next) > column.right - size * 0.25 && line.text.length >= SHORTEST_WRAPPED;
  return isFull ? wrapped(line, next) : 'line';
}

/** Over the end of a column or page: a sentence that has not ended and goes on with a small letter. */
export const goesOn = (line: Line, next: Line): boolean =>
  /[\p{L}\p{N},;:–—-]$/u.test(line.text) && /^\p{Ll}/u.test(next.text) && Math.abs(line.size - next.size) < 0.5;

/**
 * A hyphen at the end of a wrapped line before a small letter is the typesetter's and no part of the word; before a
 * capital or a digit ("Selm-\nKarsel", "2016-\n17") it is the author's. A soft hyphen (U+00AD) is always the former.
 */
export function wrapped(line: Line, next: Line): Joint {
  if (UNSPACED.test(line.text.slice(-1)) && UNSPACED.test(next.text)) return 'nothing';
  if (/\p{L}\u00ad$/u.test(line.text)) return 'word';
  if (/\p{L}[-‐]$/u.test(line.text) && /^\p{Ll}/u.test(next.text)) return 'word';
  return /[\p{L}\p{N}][-‐]$/u.test(line.text) && /^[\p{L}\p{N}]/u.test(next.text) ? 'nothing' : 'space';
}

/** Scripts that part no words by spaces. */
const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f]/u;

const isRightToLeft = (line: Line): boolean => line.runs.some((run) => run.rightToLeft);

function firstWordLength(line: Line): number {
  const run = line.runs.find((candidate) => /\S/.test(candidate.text));
  if (run === undefined) return 0;
  const word = /^\s*\S+/.exec(run.text)?.[0] ?? '';
  return (run.length * (word.length + 1)) / Math.max(1, run.text.length);
}

/** For each line the column it stands in: neighbours downwards in its size. A line of another size (a headline) has its own. */
export function columnsOf(lines: readonly Line[]): readonly Column[] {
  const columns: Column[] = [];
  for (let from = 0; from < lines.length;) {
    let to = from + 1;
    while (to < lines.length && isBelow(lines[to - 1], lines[to])) to += 1;
    const column = measured(lines.slice(from, to));
    for (; from < to; from += 1) columns.push(column);
  }
  return columns;
}

const isBelow = (line: Line | undefined, next: Line | undefined): boolean =>
  line !== undefined &&
  next !== undefined &&
  line.turn === next.turn &&
  next.across > line.across &&
  Math.abs(line.size - next.size) <= Math.max(line.size, next.size) * 0.15;

function measured(lines: readonly Line[]): Column {
  const steps = lines.slice(1).map((line, at) => line.across - (lines[at]?.across ?? 0));
  const size = lines[0]?.size ?? 0;
  const rights = sorted(lines.map((line) => line.right));
  const usual = sorted(steps.filter((step) => step < size * 2.5));
  return {
    right: rights[Math.floor(rights.length * 0.85)] ?? 0,
    pitch: usual[Math.floor(usual.length * 0.4)] ?? size * 1.25,
  };
}

const sorted = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);
