import { shiftDay, shiftMonth, weekdayOf } from '../../domain/calendar.ts';
import { whenBounds } from '../../domain/when.ts';
import { DAYS, FEASTS, isIn, MONTHS, NUMBERS, SEASONS, UNITS, WEEKDAYS } from './date-atoms.ts';
import { wordAt, type Atoms, type Found } from './date-points.ts';
import { monthOf, yearOf } from './date-values.ts';
import { monthEdtf } from '../text/full-date.ts';

/** EDTF or null: dates that only the day of publication settles, no finer than the words. */
type Value = string | null;

/** "yesterday", "last Monday", "three years ago", "the past two weeks"; the words count even where no value does. */
export function relativeAt(atoms: Atoms, at: number, day: string | null): Found<Value> | undefined {
  const found =
    dayWordAt(atoms, at, day) ?? agoAt(atoms, at, day) ?? pastSpanAt(atoms, at, day) ?? steppedAt(atoms, at, day);
  return found === undefined ? undefined : { what: settled(found.what), next: found.next };
}

function dayWordAt(atoms: Atoms, at: number, day: string | null): Found<Value> | undefined {
  const days = DAYS.get(wordAt(atoms, at) ?? '');
  if (days === undefined) return undefined;
  const part = isIn('parts-of-day', wordAt(atoms, at + 1)) ? 1 : 0;
  return { what: day === null ? null : shiftDay(day, days), next: at + 1 + part };
}

interface Amount {
  /** Undefined for "several". */
  readonly count: number | undefined;
  /** Row of the unit: 1 day, 2 week, 3 month, 4 year, 5 decade, 6 hour, 7 minute. */
  readonly unit: number;
  readonly next: number;
}

const MOST = 500;

function amountAt(atoms: Atoms, at: number): Amount | undefined {
  const word = wordAt(atoms, at) ?? '';
  const count = /^\d{1,3}$/.test(word) ? Math.min(MOST, Number(word)) : NUMBERS.get(word);
  const unit = UNITS.get(wordAt(atoms, at + 1) ?? '');
  if (unit === undefined || (count === undefined && !isIn('vague-numbers', word))) return undefined;
  return { count, unit, next: at + 2 };
}

function agoAt(atoms: Atoms, at: number, day: string | null): Found<Value> | undefined {
  const amount = amountAt(atoms, at);
  if (amount === undefined || !isIn('ago', wordAt(atoms, amount.next))) return undefined;
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
      return yearOf(day) >= count ? `${String(yearOf(day) - count).padStart(4, '0')}~` : null;
    default:
      return null;
  }
}

/** "the last three months": from then to the day of publication. */
function pastSpanAt(atoms: Atoms, at: number, day: string | null): Found<Value> | undefined {
  const amount = isIn('last', wordAt(atoms, at)) ? amountAt(atoms, at + 1) : undefined;
  if (amount === undefined) return undefined;
  const { count, unit, next } = amount;
  if (day === null || count === undefined) return { what: null, next };
  const from = [
    shiftDay(day, -count),
    shiftDay(day, -7 * count),
    shiftMonth(yearOf(day), monthOf(day), -count),
    String(yearOf(day) - count),
  ][unit - 1];
  return { what: from === undefined ? null : `${from}/${day}`, next };
}

/** At the ends of the calendar there are days that no string writes. */
const settled = (edtf: Value): Value => (edtf === null || whenBounds(edtf) === null ? null : edtf);

type Step = -1 | 0 | 1;

function stepAt(word: string | undefined): Step | undefined {
  if (isIn('last', word)) return -1;
  if (isIn('this', word)) return 0;
  return isIn('next', word) ? 1 : undefined;
}

/** "last Monday", "this year", "next month", "last June", "last summer", "last night". */
function steppedAt(atoms: Atoms, at: number, day: string | null): Found<Value> | undefined {
  const step = stepAt(wordAt(atoms, at));
  const word = wordAt(atoms, at + 1) ?? '';
  if (step === undefined) return undefined;
  const found = (value: (day: string) => Value): Found<Value> => ({
    what: day === null ? null : value(day),
    next: at + 2,
  });
  if (isIn('parts-of-day', word)) return found((from) => shiftDay(from, step));
  const unit = UNITS.get(word);
  if (unit !== undefined && unit >= 2 && unit <= 4 && !word.endsWith('s'))
    return found((from) => unitValue(from, unit, step));
  const weekday = WEEKDAYS.get(word);
  if (weekday !== undefined) return found((from) => weekdayValue(from, weekday, step));
  const month = atoms[at + 1]?.capital ? MONTHS.get(word) : undefined;
  if (month !== undefined) return found((from) => monthValue(from, month, step));
  const season = SEASONS.get(word);
  return season === undefined ? undefined : found((from) => seasonValue(from, season, step));
}

function unitValue(day: string, unit: number, step: Step): Value {
  if (unit === 4) return String(yearOf(day) + step).padStart(4, '0');
  if (unit === 3) return shiftMonth(yearOf(day), monthOf(day), step);
  const monday = shiftDay(day, 1 - weekdayOf(day) + 7 * step);
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
  const of = (year: number): string => `${year}-${SEASON_BASE + season}`;
  const year = yearOf(day);
  const bounds = whenBounds(of(year));
  if (step === 0 || bounds === null) return of(year);
  const passed = step < 0 ? bounds.to < day : bounds.from > day;
  return of(passed ? year : year + step);
}

/** "just before the New Year": words that place something in time, and no value. */
export function feastAt(atoms: Atoms, at: number): number | undefined {
  let from = at;
  while (isIn('feast-leads', wordAt(atoms, from)) && from - at < 5) from += 1;
  const feast = FEASTS.find((words) => words.every((word, n) => wordAt(atoms, from + n) === word));
  return feast !== undefined && atoms[from]?.capital ? from + feast.length : undefined;
}
