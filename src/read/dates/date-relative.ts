import { shiftDay, shiftMonth, weekdayOf } from '../../domain/calendar.ts';
import { whenBounds } from '../../domain/when.ts';
import { monthEdtf } from '../text/full-date.ts';
import type { Atoms } from './date-atoms.ts';
import { dayAt, isAt, isWritten, stepAt, wordAt, type Found, type Step } from './date-points.ts';
import { monthOf, yearOf } from './date-values.ts';

/** EDTF or null: dates that only the day of publication settles, no finer than the words. */
type Value = string | null;

/** "yesterday", "last Monday", "three years ago", "the past two weeks"; the words count even where no value does. */
export function relativeAt(atoms: Atoms, at: number, day: string | null): Found<Value> | undefined {
  const found =
    dayWordAt(atoms, at, day) ?? agoAt(atoms, at, day) ?? pastSpanAt(atoms, at, day) ?? steppedAt(atoms, at, day);
  return found === undefined ? undefined : { what: settled(found.what), next: found.next };
}

function dayWordAt(atoms: Atoms, at: number, day: string | null): Found<Value> | undefined {
  const days = atoms.words.days.get(wordAt(atoms, at) ?? '');
  if (days === undefined) return undefined;
  const part = isAt(atoms, at + 1, 'parts-of-day') ? 1 : 0;
  return { what: day === null ? null : shiftDay(day, days), next: at + 1 + part };
}

export interface Amount {
  /** Undefined for "several". */
  readonly count: number | undefined;
  /** Row of the unit: 1 day, 2 week, 3 month, 4 year, 5 decade, 6 hour, 7 minute. */
  readonly unit: number;
  readonly next: number;
}

const MOST = 500;
const MONTHS = 12;
const DIGITS = /^\d{1,3}$/;

export function amountAt(atoms: Atoms, at: number): Amount | undefined {
  const word = wordAt(atoms, at) ?? '';
  const count = DIGITS.test(word) ? Math.min(MOST, Number(word)) : atoms.words.numbers.get(word);
  const unit = atoms.words.units.get(wordAt(atoms, at + 1) ?? '');
  if (unit === undefined || (count === undefined && !isAt(atoms, at, 'vague-numbers'))) return undefined;
  return { count, unit, next: at + 2 };
}

/** A unit that counts itself where a language has no article: «год назад»; "years ago" are several. */
export function bareUnitAt(atoms: Atoms, at: number): Amount | undefined {
  const unit = atoms.words.units.get(wordAt(atoms, at) ?? '');
  return unit === undefined ? undefined : { count: isAt(atoms, at, 'many-units') ? undefined : 1, unit, next: at + 1 };
}

function agoAt(atoms: Atoms, at: number, day: string | null): Found<Value> | undefined {
  const amount = amountAt(atoms, at) ?? bareUnitAt(atoms, at);
  if (amount === undefined || !isAt(atoms, amount.next, 'ago')) return undefined;
  return { what: day === null ? null : agoValue(day, amount), next: amount.next + 1 };
}

/** Days are counted exactly; a number of weeks, months or years is about that much. */
function agoValue(day: string, { count, unit }: Amount): Value {
  if (count === undefined) return null;
  switch (unit) {
    case 1:
      return shiftDay(day, -count);
    case 2:
      return `${shiftDay(day, -7 * count - 3)}/${shiftDay(day, -7 * count + 3)}`;
    case 3:
      return `${shiftMonth(yearOf(day), monthOf(day), -count)}~`;
    case 4:
      return yearOf(day) >= count ? `${yearEdtf(yearOf(day) - count)}~` : null;
    case 5:
      return yearOf(day) >= 10 * count ? `${yearEdtf(yearOf(day) - 10 * count)}~` : null;
    default:
      return null;
  }
}

const yearEdtf = (year: number): string => String(year).padStart(4, '0');

/** "the last three months": from then to the day of publication; "the last three months of her life" are others. */
function pastSpanAt(atoms: Atoms, at: number, day: string | null): Found<Value> | undefined {
  const leads = isAt(atoms, at, 'last') || isAt(atoms, at, 'past');
  const amount = leads ? (amountAt(atoms, at + 1) ?? bareSpanAt(atoms, at)) : undefined;
  if (amount === undefined) return undefined;
  const { count, unit, next } = amount;
  const ofAnother = wordAt(atoms, next) === 'of';
  if (day === null || count === undefined || ofAnother) return { what: null, next };
  const from = [
    shiftDay(day, -count),
    shiftDay(day, -7 * count),
    shiftMonth(yearOf(day), monthOf(day), -count),
    count === 1 ? shiftMonth(yearOf(day), monthOf(day), -MONTHS) : yearEdtf(yearOf(day) - count),
  ][unit - 1];
  return { what: from === undefined ? null : `${from}/${day}`, next };
}

/** "the past year", "recent weeks"; "last year" is a year of the calendar. */
function bareSpanAt(atoms: Atoms, at: number): Amount | undefined {
  const amount = isAt(atoms, at, 'past') ? bareUnitAt(atoms, at + 1) : undefined;
  return amount === undefined || (isAt(atoms, at, 'last') && amount.count !== undefined) ? undefined : amount;
}

/** At the ends of the calendar there are days that no string writes. */
export const settled = (edtf: Value): Value => (edtf === null || whenBounds(edtf) === null ? null : edtf);

/** "last Monday", "this year", "next month", "last June", "last summer", "last night". */
function steppedAt(atoms: Atoms, at: number, day: string | null): Found<Value> | undefined {
  const step = stepAt(atoms, at);
  const word = wordAt(atoms, at + 1) ?? '';
  if (step === undefined) return undefined;
  const found = (value: (day: string) => Value): Found<Value> => ({
    what: day === null ? null : value(day),
    next: at + 2,
  });
  if (isAt(atoms, at + 1, 'parts-of-day') && step < 1) return found((from) => shiftDay(from, step));
  const { units, weekdays, months, seasons } = atoms.words;
  const unit = units.get(word);
  if (unit !== undefined && STEPPED.has(unit) && !isAt(atoms, at + 1, 'many-units'))
    return found((from) => unitValue(from, unit, step));
  const weekday = isWritten(atoms, at + 1) ? weekdays.get(word) : undefined;
  if (weekday !== undefined) return found((from) => weekdayValue(from, weekday, step));
  const dated = dayAt(atoms, at + 2) ?? (wordAt(atoms, at + 2) === '.' ? dayAt(atoms, at + 3) : undefined);
  const month = isWritten(atoms, at + 1) && dated === undefined ? months.get(word) : undefined;
  if (month !== undefined) return found((from) => monthValue(from, month, step));
  const season = seasons.get(word);
  return season === undefined ? undefined : found((from) => seasonValue(from, season, step));
}

/** Units that "last" and "next" step by: week, month, year, weekend. */
const STEPPED = new Set([2, 3, 4, 8]);
const WEEKEND = 8;

/** The week, month or year so many steps from that of a day. */
export function unitValue(day: string, unit: number, step: Step): Value {
  if (unit === 4) return yearEdtf(yearOf(day) + step);
  if (unit === 3) return shiftMonth(yearOf(day), monthOf(day), step);
  const monday = shiftDay(day, 1 - weekdayOf(day) + 7 * step);
  if (unit === WEEKEND) return `${shiftDay(monday, 5)}/${shiftDay(monday, 6)}`;
  return `${monday}/${shiftDay(monday, 6)}`;
}

function weekdayValue(day: string, weekday: number, step: Step): Value {
  const monday = shiftDay(day, 1 - weekdayOf(day));
  if (step === 0) return shiftDay(monday, weekday - 1);
  const back = (weekdayOf(day) - weekday + 7) % 7;
  return step < 0 ? shiftDay(day, -(back || 7)) : shiftDay(day, 7 - back);
}

function monthValue(day: string, month: number, step: Step): Value {
  const year = yearOf(day);
  if (step === 0) return monthEdtf(year, month);
  const passed = step < 0 ? month < monthOf(day) : month > monthOf(day);
  return monthEdtf(passed ? year : year + step, month);
}

const SEASON_BASE = 20;
const WINTER = 4;

/** A winter lies in two years: which one is meant is not settled. */
function seasonValue(day: string, season: number, step: Step): Value {
  if (season === WINTER) return null;
  const of = (year: number): string => `${yearEdtf(year)}-${SEASON_BASE + season}`;
  const year = yearOf(day);
  const bounds = whenBounds(of(year));
  if (step === 0 || bounds === null) return of(year);
  const passed = step < 0 ? bounds.to < day : bounds.from > day;
  return of(passed ? year : year + step);
}

/** "just before the New Year": words that place something in time, and no value. */
export function feastAt(atoms: Atoms, at: number): number | undefined {
  let from = at;
  while (isAt(atoms, from, 'feast-leads') && from - at < 5) from += 1;
  const feast = atoms.words.feasts.find((words) => words.every((word, n) => wordAt(atoms, from + n) === word));
  return feast !== undefined && atoms.list[from]?.capital === true ? from + feast.length : undefined;
}
