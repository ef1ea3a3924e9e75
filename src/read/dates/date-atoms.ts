import type { Sentence, Token, View } from '../passes.ts';
import { numericDate } from '../text/full-date.ts';
import type { DateWords } from './date-words.ts';

/** A word of a date: tokens, with "May–June", "3–5" and "mid-2017" taken apart. */
interface Atom {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  /** First letter as written, to tell May from may. */
  readonly capital: boolean;
}

/** The atoms of a sentence with the words of its language. */
export interface Atoms {
  readonly list: readonly Atom[];
  readonly words: DateWords;
}

const YEAR = /^(?:1[89]|20)\d\d$/;
const SEAM = /[-–‑/]/;

const isHot = (token: Token, words: DateWords): boolean =>
  words.isHot(token.lower) ||
  (token.shape === 'number' && (YEAR.test(token.text) || numericDate(token.text) !== undefined)) ||
  (token.shape !== 'mark' &&
    token.shape !== 'lower' &&
    token.text.length <= 24 &&
    (words.decadeOf(token.lower) !== undefined ||
      (SEAM.test(token.text) && token.lower.split(SEAM).some((part) => words.isHot(part) || YEAR.test(part))))) ||
  (token.shape === 'lower' &&
    token.text.length <= 24 &&
    token.text.includes('-') &&
    token.lower.split(SEAM).some((part) => words.isHot(part)));

const NO_ATOMS: Atoms['list'] = [];

/** The atoms of a sentence; none when no word of it can be part of a date. */
export function atomsOf({ tokens }: View, { firstToken, lastToken }: Sentence, words: DateWords): Atoms {
  let at = firstToken;
  for (; at < lastToken; at += 1) {
    const token = tokens[at];
    if (token !== undefined && isHot(token, words)) break;
  }
  if (at >= lastToken) return { list: NO_ATOMS, words };
  return { list: tokens.slice(firstToken, lastToken).flatMap((token) => atomsOfToken(token, words)), words };
}

function atomsOfToken(token: Token, words: DateWords): Atom[] {
  const whole: Atom = { start: token.start, end: token.end, word: token.lower, capital: token.shape !== 'lower' };
  if (token.text.length < 3 || token.text.length > 24 || !SEAM.test(token.text)) return [whole];
  if (numericDate(token.text) !== undefined || words.dayOf(token.lower) !== undefined) return [whole];
  const parts = token.text.split(/([-–‑/])/);
  const dated =
    parts.length === 3 && [parts[0] ?? '', parts[2] ?? ''].every((part) => isDatePart(part.toLowerCase(), words));
  if (!dated) return [whole];
  let start = token.start;
  return parts.map((part) => {
    const atom = { start, end: start + part.length, word: part.toLowerCase(), capital: /^\p{Lu}/u.test(part) };
    start = atom.end;
    return atom;
  });
}

const isDatePart = (word: string, words: DateWords): boolean =>
  words.months.has(word) ||
  words.seasons.has(word) ||
  words.weekdays.has(word) ||
  words.dayOf(word) !== undefined ||
  YEAR.test(word) ||
  words.decadeOf(word) !== undefined ||
  words.isIn('parts', word);
