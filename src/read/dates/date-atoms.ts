import { languageData } from '../language-data.ts';
import type { Sentence, Token, View } from '../passes.ts';
import { numericDate } from '../text/full-date.ts';

/** A word of a date: tokens, with "May–June", "3–5" and "mid-2017" taken apart. */
export interface Atom {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  /** First letter as written, to tell May from may. */
  readonly capital: boolean;
}

const data = languageData('en', 'dates');
const calendar = languageData('en', 'calendar');

/** Word → its row (from 1) in a list whose rows are words parted by `|`. */
const rows = (words: readonly string[]): ReadonlyMap<string, number> =>
  new Map(words.flatMap((row, at) => row.split('|').map((word) => [word, at + 1] as const)));

export const MONTHS = rows(calendar.words('months'));
export const WEEKDAYS = rows(calendar.words('weekdays'));
export const SEASONS = rows(calendar.words('seasons'));
export const UNITS = rows(data.words('units'));
export const NUMBERS = rows(data.words('numbers'));
export const DAYS: ReadonlyMap<string, number> = new Map(
  data.words('days').map((row) => {
    const [word = '', days = '0'] = row.split('|');
    return [word, Number(days)];
  }),
);

/** The closed lists of the date grammar, by name (resources/languages/en/dates.json). */
type DateList =
  | 'parts-of-day'
  | 'vague-numbers'
  | 'ago'
  | 'last'
  | 'this'
  | 'next'
  | 'since'
  | 'until'
  | 'between'
  | 'from'
  | 'and'
  | 'to'
  | 'dash'
  | 'parts'
  | 'before-month'
  | 'before-year'
  | 'before-lone-year'
  | 'after-year'
  | 'future'
  | 'feast-leads';
const sets = new Map<DateList, ReadonlySet<string>>();

export function isIn(list: DateList, word: string | undefined): boolean {
  let set = sets.get(list);
  if (set === undefined) sets.set(list, (set = new Set(data.words(list))));
  return word !== undefined && set.has(word);
}

/** Feasts as lists of words, longest first. */
export const FEASTS: readonly (readonly string[])[] = data
  .words('feasts')
  .map((feast) => feast.replace(/([’']s)\b/g, ' $1').split(' '))
  .toSorted((a, b) => b.length - a.length);

const YEAR = /^(?:1[89]|20)\d\d$/;
const DECADE = /^(?:1[89]|20)\d0s$/;
const HOT_WORDS = new Set([
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...SEASONS.keys(),
  ...UNITS.keys(),
  ...DAYS.keys(),
  ...FEASTS.map((feast) => feast[0] ?? ''),
  'night',
]);
const SEAM = /[-–‑/]/;

const isHot = (token: Token): boolean =>
  HOT_WORDS.has(token.lower) ||
  YEAR.test(token.text) ||
  DECADE.test(token.lower) ||
  (token.text.length <= 24 &&
    SEAM.test(token.text) &&
    token.lower.split(SEAM).some((part) => HOT_WORDS.has(part) || YEAR.test(part))) ||
  (token.shape === 'number' && numericDate(token.text) !== undefined);

/** The atoms of a sentence; none when no word of it can be part of a date. */
export function atomsOf(view: View, sentence: Sentence): Atom[] {
  const tokens = view.tokens.slice(sentence.firstToken, sentence.lastToken);
  return tokens.some(isHot) ? tokens.flatMap(atomsOfToken) : [];
}

function atomsOfToken(token: Token): Atom[] {
  const whole: Atom = { start: token.start, end: token.end, word: token.lower, capital: token.shape !== 'lower' };
  if (token.text.length < 3 || token.text.length > 24 || !SEAM.test(token.text)) return [whole];
  if (numericDate(token.text) !== undefined) return [whole];
  const parts = token.text.split(/([-–‑/])/);
  const dated = parts.length === 3 && [parts[0] ?? '', parts[2] ?? ''].every((part) => isDatePart(part.toLowerCase()));
  if (!dated) return [whole];
  let start = token.start;
  return parts.map((part) => {
    const atom = { start, end: start + part.length, word: part.toLowerCase(), capital: /^\p{Lu}/u.test(part) };
    start = atom.end;
    return atom;
  });
}

const isDatePart = (word: string): boolean =>
  MONTHS.has(word) ||
  SEASONS.has(word) ||
  WEEKDAYS.has(word) ||
  /^\d{1,2}(?:st|nd|rd|th)?$/.test(word) ||
  YEAR.test(word) ||
  isIn('parts', word);
