import { shiftDay, weekdayOf } from '../../domain/calendar.ts';
import { whenBounds } from '../../domain/when.ts';
import type { Point } from './date-points.ts';
import { dayEdtf, monthEdtf } from '../text/full-date.ts';

export interface Near {
  readonly year: number;
  readonly month: number | undefined;
  readonly sameSentence: boolean;
}

/** What a date without its year is counted from. Nothing here is guessed: without an anchor the value is null. */
export interface Anchor {
  /** The day of publication, `YYYY-MM-DD`; null when it is unknown or not a day. */
  readonly day: string | null;
  /** The last date with a year, in this sentence or the one before. */
  readonly near: Near | null;
  /** EDTF of the last date with a value, a few sentences back at most. */
  readonly last: string | null;
  /** The sentence speaks of what is to come. */
  readonly future: boolean;
}

/** The day of publication, if it is one day. */
export function anchorDay(published: string | null): string | null {
  const bounds = published === null ? null : whenBounds(published);
  return bounds !== null && bounds.from === bounds.to ? bounds.from : null;
}

const SEASON_BASE = 20;
const HALF_YEAR = 6;

export const yearOf = (day: string): number => Number(day.slice(0, 4));
export const monthOf = (day: string): number => Number(day.slice(5, 7));

/** The EDTF of a point, or null when its words and the anchor do not settle it. */
export function valueOf(point: Point, anchor: Anchor): string | null {
  if (point.ready !== undefined) return point.ready;
  if (point.weekday !== undefined) return weekdayValue(point, point.weekday, anchor);
  const told = point.yearStep !== undefined || point.sameYear === true;
  const year =
    point.year ??
    toldYear(point, anchor) ??
    (point.month === undefined || told ? undefined : yearFor(point.month, point.day, anchor));
  if (year === undefined) return null;
  if (point.season !== undefined) return `${year}-${SEASON_BASE + point.season}`;
  if (point.month === undefined) return String(year);
  return point.day === undefined ? monthEdtf(year, point.month) : (dayEdtf(year, point.month, point.day) ?? null);
}

/** The year that words beside a month tell without a number; undefined where nothing settles it. */
function toldYear({ yearStep, sameYear }: Point, { day, last }: Anchor): number | undefined {
  if (sameYear === true) return last === null ? undefined : Number(whenBounds(last)?.from.slice(0, 4));
  return yearStep === undefined || day === null ? undefined : yearOf(day) + yearStep;
}

/** So far ahead a date without its year may lie; else it is past. News seldom calls a day of eleven months ago by its month alone. */
const DAYS_AHEAD = 31;

/**
 * The year of a month that comes without one: that of the date nearby (or the year after, when that date was late in its
 * year), else by the day of publication. A year alone in the sentence before settles nothing, and leaves it open.
 */
function yearFor(month: number, day: number | undefined, { day: published, near, future }: Anchor): number | undefined {
  if (near !== null) {
    if (near.month === undefined) return near.sameSentence ? near.year : undefined;
    return near.month - month >= HALF_YEAR ? near.year + 1 : near.year;
  }
  if (published === null) return undefined;
  const year = yearOf(published);
  const at = day === undefined ? monthEdtf(year, month) : (dayEdtf(year, month, day) ?? monthEdtf(year, month));
  const reach = shiftDay(published, DAYS_AHEAD);
  if (future) return at < published.slice(0, at.length) ? year + 1 : year;
  return at > reach.slice(0, at.length) ? year - 1 : year;
}

/** "on Monday" in the news is the last one, today included; of what is to come, the next. */
function weekdayValue({ weekStep }: Point, weekday: number, { day, future }: Anchor): string | null {
  if (day === null) return null;
  if (weekStep !== undefined) return shiftDay(day, weekday - weekdayOf(day) + 7 * weekStep);
  const back = (weekdayOf(day) - weekday + 7) % 7;
  return future ? shiftDay(day, (7 - back) % 7) : shiftDay(day, -back);
}
