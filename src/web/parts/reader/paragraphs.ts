import type { Range } from './segments.ts';

/** A run of the text that is set as one paragraph; its end includes the line breaks that follow. */
export interface Paragraph extends Range {
  /** Close to the one before: a single line break in a text that has blank lines between its paragraphs. */
  readonly close: boolean;
}

/** A longer run is cut at white space, so that one endless line cannot be one endless paragraph. */
const LONGEST = 6000;
/** Lines of these lengths are a paragraph wrapped by hand (RFC 5322 §2.1.1 asks for 78). */
const WRAPPED = { from: 50, to: 100 } as const;

/**
 * The paragraphs of `words`, which begin at offset `from`. They tile the words: nothing is lost, nothing said twice
 * (SPEC W23). Blank lines part paragraphs; single breaks do too, unless the lines are wrapped by hand. Linear time.
 */
export function paragraphsOf(words: string, from: number): readonly Paragraph[] {
  const lines = linesOf(words);
  const spaced = lines.some((line) => line.blank);
  const paragraphs: Paragraph[] = [];
  let open: Line[] = [];
  const close = (): void => {
    paragraphs.push(...set(words, from, open, spaced));
    open = [];
  };
  for (const line of lines) {
    const last = open.at(-1);
    if (last?.blank === true && !line.blank) close();
    open.push(line);
  }
  close();
  return paragraphs;
}

interface Line extends Range {
  readonly blank: boolean;
  readonly length: number;
}

function linesOf(words: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < words.length;) {
    const found = words.indexOf('\n', start);
    const end = found < 0 ? words.length : found + 1;
    const length = words.slice(start, end).trim().length;
    lines.push({ start, end, length, blank: length === 0 });
    start = end;
  }
  return lines;
}

function set(words: string, from: number, lines: readonly Line[], spaced: boolean): readonly Paragraph[] {
  const inked = lines.filter((line) => !line.blank);
  const wrapped =
    inked.length > 1 && inked.slice(0, -1).every((line) => line.length >= WRAPPED.from && line.length <= WRAPPED.to);
  const runs = wrapped
    ? [ends(lines)]
    : inked.map((line, at) => ({ ...line, end: inked[at + 1]?.start ?? ends(lines).end }));
  const first = lines[0]?.start ?? 0;
  return (runs.length > 0 ? runs : [ends(lines)]).flatMap((run, at) =>
    pieces(words, at === 0 ? { start: first, end: run.end } : run).map((piece, cut) => ({
      start: piece.start + from,
      end: piece.end + from,
      close: (spaced && at > 0) || cut > 0,
    })),
  );
}

const ends = (lines: readonly Line[]): Range => ({ start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 });

function pieces(words: string, run: Range): readonly Range[] {
  const cut: Range[] = [];
  let start = run.start;
  while (run.end - start > LONGEST) {
    const space = words.lastIndexOf(' ', start + LONGEST);
    const at = space > start + LONGEST / 2 ? space + 1 : whole(words, start + LONGEST);
    cut.push({ start, end: at });
    start = at;
  }
  return start < run.end ? [...cut, { start, end: run.end }] : cut;
}

/** Never between the halves of a surrogate pair. */
const whole = (words: string, at: number): number => {
  const unit = words.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
};
