import { daysIn, dayString } from '../../domain/calendar.ts';
import { wordsOfAll } from '../language-data.ts';
import type { Token } from '../passes.ts';

/** Dates written out in full, in any language we have months of: what a dateline holds. */
interface FullDate {
  /** EDTF: a day, or a month where no day is given. */
  readonly edtf: string;
  /** Token index after it. */
  readonly next: number;
}

const tableOf = (name: string, rows: number): ReadonlyMap<string, number> =>
  new Map(
    wordsOfAll('calendar', name).flatMap((row, at) => row.split('|').map((word) => [word, (at % rows) + 1] as const)),
  );
const MONTHS = tableOf('months', 12);
const WEEKDAYS = tableOf('weekdays', 7);
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)?$/;
const YEAR = /^(?:1[89]|20)\d\d$/;

/** 1 to 12, or undefined for a word that names no month in any language. */
const monthNumber = (lower: string): number | undefined => MONTHS.get(lower);

/** The day a word or number can be, "25" or "25th". */
function dayNumber(token: Token | undefined): number | undefined {
  const day = Number(ORDINAL.exec(token?.lower ?? '')?.[1]);
  return day >= 1 && day <= 31 ? day : undefined;
}

const yearNumber = (token: Token | undefined): number | undefined =>
  token !== undefined && YEAR.test(token.text) ? Number(token.text) : undefined;

/** A day that exists, as EDTF; undefined for 31 June. */
export const dayEdtf = (year: number, month: number, day: number): string | undefined =>
  day >= 1 && day <= daysIn(year, month) ? dayString(year, month, day) : undefined;

export const monthEdtf = (year: number, month: number): string => dayString(year, month, 1).slice(0, 7);

const ISO = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;
const NUMERIC = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/;

/** Dates in figures alone. Where day and month could change places and the mark does not tell, only the year is sure. */
export function numericDate(text: string): string | undefined {
  if (text.length > 10) return undefined;
  const iso = ISO.exec(text);
  if (iso) {
    const [year, month, day] = [Number(iso[1]), Number(iso[2]), iso[3] === undefined ? undefined : Number(iso[3])];
    if (!YEAR.test(iso[1] ?? '')) return undefined;
    if (day !== undefined) return dayEdtf(year, month, day);
    return month >= 1 && month <= 12 ? monthEdtf(year, month) : undefined;
  }
  const numeric = NUMERIC.exec(text);
  if (numeric === null || !YEAR.test(numeric[4] ?? '')) return undefined;
  const [first, second, year] = [Number(numeric[1]), Number(numeric[3]), Number(numeric[4])];
  if (numeric[2] === '.' || first > 12 || first === second) return dayEdtf(year, second, first);
  if (second > 12) return dayEdtf(year, first, second);
  return first >= 1 && second >= 1 ? String(year) : undefined;
}

/** A date with its year at token `at`: "Tuesday, 11 January 2022", "Jan 11, 2022", "11 января 2022", "2022-01-11". */
export function fullDateAt(tokens: readonly Token[], at: number): FullDate | undefined {
  const weekday = WEEKDAYS.has(tokens[at]?.lower ?? '');
  const from = weekday ? skip(tokens, at + 1, [',', '.']) : at;
  const alone = numericDate(tokens[from]?.text ?? '');
  if (alone !== undefined) return { edtf: alone, next: from + 1 };
  return dayFirst(tokens, from) ?? monthFirst(tokens, from);
}

function skip(tokens: readonly Token[], at: number, marks: readonly string[]): number {
  return marks.includes(tokens[at]?.lower ?? '') ? at + 1 : at;
}

function dayFirst(tokens: readonly Token[], at: number): FullDate | undefined {
  const day = dayNumber(tokens[at]);
  if (day === undefined) return undefined;
  const named = skip(tokens, at + 1, ['of', '-', '.']);
  const month = monthNumber(tokens[named]?.lower ?? '');
  if (month === undefined) return undefined;
  const dated = skip(tokens, named + 1, [',', '.', '-']);
  return fullDay({ year: yearNumber(tokens[dated]), month, day, next: dated + 1 });
}

function monthFirst(tokens: readonly Token[], at: number): FullDate | undefined {
  const month = monthNumber(tokens[at]?.lower ?? '');
  if (month === undefined) return undefined;
  const named = skip(tokens, at + 1, ['.']);
  const alone = yearNumber(tokens[skip(tokens, named, [','])]);
  if (alone !== undefined) return { edtf: monthEdtf(alone, month), next: skip(tokens, named, [',']) + 1 };
  const day = dayNumber(tokens[named]);
  if (day === undefined) return undefined;
  const dated = skip(tokens, named + 1, [',', '.']);
  return fullDay({ year: yearNumber(tokens[dated]), month, day, next: dated + 1 });
}

interface Parts {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
  readonly next: number;
}

function fullDay({ year, month, day, next }: Parts): FullDate | undefined {
  const edtf = year === undefined ? undefined : dayEdtf(year, month, day);
  return edtf === undefined ? undefined : { edtf, next };
}
