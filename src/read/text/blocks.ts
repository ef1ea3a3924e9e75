import { commentLines } from './comments.ts';
import { furnitureReason, lineOf, type Line } from './furniture.ts';
import { rawBlocks, type Range } from './lines.ts';
import { mailHead, type MailHead } from './mail-head.ts';
import type { Block, Token } from '../passes.ts';

export interface Page {
  readonly lines: readonly Line[];
  readonly blocks: readonly Block[];
  readonly mail: MailHead | null;
}

/** The blocks of a text and what each is on the page (SPEC E7). `hints` are ranges that the page itself marks as furniture. */
export function pageOf(text: string, tokens: readonly Token[], hints: readonly Range[]): Page {
  const lines = withTokens(text, rawBlocks(text), tokens);
  const mail = mailHead(lines);
  const repeated = runningHeads(lines);
  const hinted = hintedLines(lines, hints);
  const reasons: (string | undefined)[] = [];
  for (const [at, line] of lines.entries()) {
    if (mail !== null && at < mail.lines) reasons.push('mail header');
    else if (repeated.has(signOf(line))) reasons.push('running head');
    else reasons.push(furnitureReason(line) ?? listedUnder(reasons.at(-1), line));
  }
  const comments = commentLines(
    text,
    lines,
    reasons.map((why) => why === undefined),
  );
  const isText = lines.map((_, at) => reasons[at] === undefined && !comments.has(at) && !hinted.has(at));
  const title = mail === null ? titleLine(lines, isText) : undefined;
  const blocks = lines.map((line, at): Block => {
    const { start, end } = line;
    const as = (kind: Block['kind'], why: string): Block => ({ start, end, kind, why });
    const why =
      reasons[at] ??
      (title !== undefined && at !== title && same(line, lines[title]) ? 'headline repeated' : undefined);
    if (why !== undefined) return as('furniture', why);
    if (comments.has(at)) return as('comment', 'a reader’s comment');
    if (hinted.has(at)) return as('furniture', 'marked by the page');
    if (at === title) return as('title', 'first heading');
    return isHeading(line) && isText[at + 1] === true
      ? as('heading', 'short, no full stop, text below')
      : as('paragraph', 'text');
  });
  return { lines, blocks, mail };
}

function withTokens(text: string, ranges: readonly Range[], tokens: readonly Token[]): Line[] {
  let at = 0;
  return ranges.map((range) => {
    while ((tokens[at]?.start ?? Infinity) < range.start) at += 1;
    const first = at;
    while ((tokens[at]?.start ?? Infinity) < range.end) at += 1;
    return lineOf(text, range, tokens.slice(first, at));
  });
}

/** What stands below "Categories:" is a list of them until the text goes on. */
const listedUnder = (above: string | undefined, line: Line): string | undefined =>
  above === 'categories' && line.tokens.length <= 16 && isHeading(line) ? 'categories' : undefined;

const LONGEST_HEAD = 120;
const FEWEST_REPEATS = 3;
const signOf = (line: Line): string => line.plain.replace(/\d+/g, '#');

/** Short lines that come back page after page, but for their numbers. */
function runningHeads(lines: readonly Line[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const line of lines) {
    if (line.plain === '' || line.end - line.start > LONGEST_HEAD || !isHeading(line)) continue;
    const sign = signOf(line);
    seen.set(sign, (seen.get(sign) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, times]) => times >= FEWEST_REPEATS).map(([sign]) => sign));
}

/** Lines of which a hint covers at least half. */
function hintedLines(lines: readonly Line[], hints: readonly Range[]): ReadonlySet<number> {
  const sorted = [...hints].sort((a, b) => a.start - b.start);
  const found = new Set<number>();
  let from = 0;
  for (const [at, line] of lines.entries()) {
    while ((sorted[from]?.end ?? Infinity) <= line.start) from += 1;
    let covered = 0;
    for (let hint = from; (sorted[hint]?.start ?? Infinity) < line.end; hint += 1) {
      const range = sorted[hint];
      if (range) covered += Math.max(0, Math.min(range.end, line.end) - Math.max(range.start, line.start));
    }
    if (covered * 2 >= line.end - line.start) found.add(at);
  }
  return found;
}

const same = (line: Line, other: Line | undefined): boolean => line.plain !== '' && line.plain === other?.plain;

const LONGEST_TITLE = 200;
const MOST_WORDS = 28;
const CLOSING = new Set(['”', '"', '“', '»', "'", '’', ')']);

/** A line that could head a text: short, and not ended as a sentence is; a question or a cry may head one. */
function isHeading(line: Line): boolean {
  if (line.end - line.start > LONGEST_TITLE) return false;
  const words = line.tokens.filter((token) => token.shape !== 'mark').length;
  if (words === 0 || words > MOST_WORDS) return false;
  let last = line.tokens.length - 1;
  while (last > 0 && CLOSING.has(line.tokens[last]?.text ?? '')) last -= 1;
  return !['.', '…', ':', ';', ','].includes(line.tokens[last]?.text ?? '');
}

/** The first text of the page, where it looks like a heading and text follows. */
function titleLine(lines: readonly Line[], isText: readonly boolean[]): number | undefined {
  const first = isText.indexOf(true);
  const line = lines[first];
  return line !== undefined && isHeading(line) && isText.indexOf(true, first + 1) > 0 ? first : undefined;
}
