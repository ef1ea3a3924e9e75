import { isCommentsHeading, type Line } from './furniture.ts';
import { wordsOfAll } from '../language-data.ts';
import type { Range } from './lines.ts';

/** Readers' comments are evidence, and never the article's own words: they are told apart from both. */

const COMMENT_WORDS = new Set(wordsOfAll('furniture', 'comment-words'));
const LONGEST_NAME = 60;
const MOST_NAME_WORDS = 4;
const QUOTED_HEAD = /^(@?\p{L}[^:“”"«»„\n]{1,50}?)\s?:\s?[“"«„‘']/u;
const PLAIN_HEAD = /^(@?\p{L}[^:“”"«»„\n]{1,50}?)\s?:\s?\S/u;

/** The name with which a comment begins, `Name: “…”`; null where it begins otherwise. */
export function commentName(text: string, block: Range, quoted = false): Range | null {
  const head = text.slice(block.start, Math.min(block.end, block.start + LONGEST_NAME));
  const name = (quoted ? QUOTED_HEAD : PLAIN_HEAD).exec(head)?.[1];
  if (name === undefined) return null;
  const words = name.trim().split(/\s+/);
  const named = words.length <= MOST_NAME_WORDS && words.every((word) => /^[@\p{Lu}\d]/u.test(word));
  return named || (words.length === 1 && name.startsWith('@'))
    ? { start: block.start, end: block.start + name.length }
    : null;
}

const speaksOfComments = (line: Line): boolean => line.tokens.some((token) => COMMENT_WORDS.has(token.lower));

/** Comments begin after a heading that says so only once most of the text is past: a page's menu says "Comments", too. */
const PART_BEFORE = 0.5;

/** Which lines are comments, by the lines before them. `isText` is false for furniture. */
export function commentLines(text: string, lines: readonly Line[], isText: readonly boolean[]): ReadonlySet<number> {
  const found = new Set<number>();
  let [introduced, open] = [false, false];
  for (const [at, line] of lines.entries()) {
    if (isCommentsHeading(line) && line.start >= text.length * PART_BEFORE) {
      open = true;
      continue;
    }
    if (!isText[at]) continue;
    if (commentName(text, line, !open) !== null && (open || introduced)) found.add(at);
    else if (open) found.add(at);
    else introduced = speaksOfComments(line);
  }
  return found;
}
