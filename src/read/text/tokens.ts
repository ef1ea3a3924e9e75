import { CharClass, classAt, isWordClass } from './char-class.ts';
import type { Token, TokenShape } from '../passes.ts';

/** What may stand between digits of one number: 1,000 · 3.5 · 7–20 · 2022-01-11 · 10:30 · 11/01. */
const IN_NUMBER = new Set([',', '.', ':', '/', '-', '–', '‑', '−']);
/** What may stand inside a word between two letters. */
const IN_WORD = new Set(['-', '‑', "'", '’', 'ʼ', '·', '_', '&']);
const APOSTROPHES = new Set(["'", '’', 'ʼ']);
/** English clitics become tokens of their own, as in the treebanks: Orlan | ’s. */
const CLITICS = new Set(['s', 'll', 're', 've', 'd', 'm', 't']);
const LINK = /^(?:https?:\/\/|www\.)/;
const LONGEST_CLITIC = 2;

/** Splits `[start, end)` of a text into words, numbers and single marks; offsets are those of the text (SPEC E4). */
export function tokensOf(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  let at = start;
  while (at < end) {
    const kind = classAt(text, at);
    if (kind === CharClass.space) {
      at += 1;
      continue;
    }
    const stop = Math.min(end, tokenEnd(text, at, kind));
    pushToken(tokens, text, { start: at, end: stop });
    at = stop;
  }
  return tokens;
}

function tokenEnd(text: string, at: number, kind: CharClass): number {
  if (kind === CharClass.digit) return numberEnd(text, at);
  if (isWordClass(kind)) return isLink(text, at) ? linkEnd(text, at) : wordEnd(text, at);
  const sign = text[at];
  const next = classAt(text, at + 1);
  return (sign === '@' || sign === '#') && isWordClass(next) ? wordEnd(text, at + 1) : at + 1;
}

const isLink = (text: string, at: number): boolean => {
  const first = text[at];
  return (first === 'h' || first === 'w') && LINK.test(text.slice(at, at + 8));
};

/** A web address runs to the next space, without the marks that close the sentence around it. */
function linkEnd(text: string, at: number): number {
  let end = at;
  while (classAt(text, end) !== CharClass.space) end += 1;
  while (end > at + 1 && !isWordClass(classAt(text, end - 1)) && !/[\d/]/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

function numberEnd(text: string, at: number): number {
  let end = at + 1;
  for (;;) {
    const kind = classAt(text, end);
    if (kind === CharClass.digit || isWordClass(kind)) {
      if (isWordClass(kind)) return wordEnd(text, end);
      end += 1;
    } else if (IN_NUMBER.has(text[end] ?? '') && classAt(text, end + 1) === CharClass.digit) end += 2;
    else if (text[end] === '-' && isWordClass(classAt(text, end + 1))) return wordEnd(text, end + 1);
    else return end;
  }
}

function wordEnd(text: string, at: number): number {
  if (isAcronym(text, at)) return acronymEnd(text, at);
  let end = at;
  for (;;) {
    const kind = classAt(text, end);
    if (isWordClass(kind) || kind === CharClass.digit) end += 1;
    else if (IN_WORD.has(text[end] ?? '') && continues(classAt(text, end + 1)) && end > at) end += 2;
    else return end;
  }
}

const continues = (kind: CharClass): boolean => isWordClass(kind) || kind === CharClass.digit;

/** Letters each with a full stop: U.S. · e.g. · A.B. Orlan */
const isAcronym = (text: string, at: number): boolean =>
  text[at + 1] === '.' && isLetter(classAt(text, at + 2)) && text[at + 3] === '.';

const isLetter = (kind: CharClass): boolean => isWordClass(kind) && kind !== CharClass.joiner;

function acronymEnd(text: string, at: number): number {
  let end = at;
  while (isLetter(classAt(text, end)) && text[end + 1] === '.') end += 2;
  return end;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function pushToken(tokens: Token[], text: string, range: Range): void {
  const cut = cliticStart(text, range);
  if (cut > range.start && cut < range.end) tokens.push(tokenAt(text, range.start, cut));
  tokens.push(tokenAt(text, cut, range.end));
}

/** Where the clitic of a word begins; the word's start when it has none. `n’t` takes its n along. */
function cliticStart(text: string, { start, end }: Range): number {
  for (let back = 1; back <= LONGEST_CLITIC; back += 1) {
    const mark = end - back - 1;
    if (mark <= start || !APOSTROPHES.has(text[mark] ?? '')) continue;
    const clitic = text.slice(mark + 1, end).toLowerCase();
    if (!CLITICS.has(clitic)) return start;
    if (clitic !== 't') return mark;
    return text[mark - 1]?.toLowerCase() === 'n' && mark - 1 > start ? mark - 1 : start;
  }
  return start;
}

/** One token of a text, whatever its range. */
export function tokenAt(text: string, start: number, end: number): Token {
  const words = text.slice(start, end);
  return { start, end, text: words, lower: words.toLowerCase(), shape: shapeOf(words) };
}

const NUMBER = /^\p{Nd}[\p{Nd}.,:/–‑−-]*$/u;

/** Case shapes look at the first letters only: a word of five million letters has a shape, too. */
function shapeOf(words: string): TokenShape {
  const first = classAt(words, 0);
  if (first === CharClass.digit) return NUMBER.test(words.slice(0, 40)) ? 'number' : 'mixed';
  if (!isWordClass(first)) return words.length === 1 ? 'mark' : 'mixed';
  let [uppers, lowers, others] = [0, 0, 0];
  for (let at = 0; at < Math.min(words.length, 40); at += 1) {
    const kind = classAt(words, at);
    if (kind === CharClass.upper) uppers += 1;
    else if (kind === CharClass.lower) lowers += 1;
    else if (kind === CharClass.digit) others += 1;
  }
  if (others > 0) return 'mixed';
  if (uppers === 0) return 'lower';
  if (first === CharClass.upper && uppers === 1) return 'title';
  if (lowers === 0) return 'upper';
  return first === CharClass.upper && titleParts(words) ? 'title' : 'mixed';
}

/** Jean-Pierre and O’Brien are titles, McOrlan and NasOrlan are not. */
const titleParts = (words: string): boolean =>
  words
    .slice(0, 40)
    .split(/[-‑'’ʼ]/)
    .every((part) => /^\p{Lu}?[^\p{Lu}]*$/u.test(part));
