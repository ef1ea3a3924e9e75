import type { Block, View } from '../passes.ts';

/** A quote mark as it is printed. `''` (two straight single marks) reads as a straight double one. */
export type Glyph = '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '"' | '‘' | '’' | '‚' | "'";

/**
 * One mark with what it would cost to read it as an opener, a closer, or none at all. Small costs are small irregularities;
 * the automaton (quote-stack.ts) takes the cheapest reading of a whole block.
 */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly glyph: Glyph;
  readonly opens: number;
  readonly closes: number;
  readonly stray: number;
  /** A sentence ends just before it: a place where speech is closed. */
  readonly afterEnd: boolean;
  /** Round brackets open before it, counted from the start of the block. */
  readonly brackets: number;
}

const MARK = /''|[“”„«»‹›"‘’‚'()]/g;
const STRAY_COST = 4;

const OPENS = {
  '“': 0,
  '”': 4,
  '„': 0,
  '«': 0,
  '»': 3,
  '‹': 0,
  '›': 3,
  '"': 0,
  '‘': 0,
  '’': 6,
  '‚': 0,
  "'": 0,
} as const satisfies Record<Glyph, number>;

/** What it costs to close the quote that the first glyph opened with the second; pairs not named here do not close. */
export const PAIRS = {
  '“': { '”': 0, '“': 1, '"': 1 },
  '”': { '”': 0 },
  '„': { '“': 0, '”': 0, '"': 1 },
  '«': { '»': 0 },
  '»': { '«': 0 },
  '‹': { '›': 0 },
  '›': { '‹': 0 },
  '"': { '"': 0, '”': 1, '“': 2 },
  '‘': { '’': 0, "'": 1 },
  '’': { '’': 0 },
  '‚': { '‘': 0, '’': 0 },
  "'": { "'": 0, '’': 1 },
} as const satisfies Record<Glyph, Partial<Record<Glyph, number>>>;

const isSpace = (char: string): boolean => char === '' || /\s/u.test(char);
const isWord = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);
const isLower = (char: string): boolean => /\p{Ll}/u.test(char);
const isUpper = (char: string): boolean => /\p{Lu}/u.test(char);
const isSentenceEnd = (char: string): boolean => /[.!?…,]/u.test(char);
const isSingle = (glyph: Glyph): boolean => glyph === "'" || glyph === '’' || glyph === '‘';

interface Around {
  readonly before: string;
  readonly after: string;
  /** The last character before the mark that is no white space. */
  readonly solid: string;
}

function around(text: string, block: Block, start: number, end: number): Around {
  let at = start - 1;
  while (at >= block.start && start - at < 4 && isSpace(text[at] ?? '')) at--;
  return {
    before: start > block.start ? (text[start - 1] ?? '') : '',
    after: end < block.end ? (text[end] ?? '') : '',
    solid: at >= block.start ? (text[at] ?? '') : '',
  };
}

function openCost(glyph: Glyph, { before, after }: Around): number {
  let cost: number = OPENS[glyph];
  if (isWord(before)) {
    const gluedName = isLower(before) && isUpper(after) && !isSingle(glyph);
    cost += gluedName ? 1 : 3;
  } else if (isSentenceEnd(before)) cost += 1;
  if (isSpace(after)) cost += isWord(before) && glyph === '“' ? 0 : 3;
  return cost;
}

function closeCost(glyph: Glyph, { before, after, solid }: Around): number {
  let cost = glyph === '“' && !isSentenceEnd(solid) ? 1 : 0;
  if (isSpace(before)) cost += isSentenceEnd(solid) && isSpace(after) ? 1 : 2;
  else if (/[([{—–]/u.test(before)) cost += 2;
  if (isWord(after)) cost += isSingle(glyph) ? 5 : 2.5;
  return cost;
}

/** Apostrophes are told from quote marks by what stands around them: inside a word, after a plural s, before a year. */
function strayCost(glyph: Glyph, { before, after }: Around): number {
  if (glyph === '"') return /\p{N}/u.test(before) ? 2 : STRAY_COST;
  if (glyph !== "'" && glyph !== '’') return glyph === '‘' && /\p{N}/u.test(after) ? 0.5 : STRAY_COST;
  if (isWord(before) && isWord(after)) return 0;
  if (/[sSzZxX]/u.test(before)) return 0.5;
  if (!isWord(before) && /\p{N}/u.test(after)) return 0.5;
  return 2;
}

/** The quote marks of one block, in order. */
export function marksOf(view: View, block: Block): Mark[] {
  const marks: Mark[] = [];
  let brackets = 0;
  const words = view.text.slice(block.start, block.end);
  for (const match of words.matchAll(MARK)) {
    if (match[0] === '(' || match[0] === ')') {
      brackets += match[0] === '(' ? 1 : -1;
      continue;
    }
    const start = block.start + match.index;
    const end = start + match[0].length;
    const glyph = (match[0] === "''" ? '"' : match[0]) as Glyph;
    const near = around(view.text, block, start, end);
    marks.push({
      start,
      end,
      glyph,
      opens: openCost(glyph, near),
      closes: closeCost(glyph, near),
      stray: strayCost(glyph, near),
      afterEnd: isSentenceEnd(near.solid),
      brackets,
    });
  }
  return marks;
}
