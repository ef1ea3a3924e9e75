/** Days as ISO strings `YYYY-MM-DD`, years 0000 to 9999, proleptic Gregorian; so compared, they are in order. */
export const FIRST_DAY = '0000-01-01';
export const LAST_DAY = '9999-12-31';

const DAY_MS = 86_400_000;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** How many days a month has; 0 for a month that does not exist. */
export const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** A day that exists, as its string; years outside 0000 to 9999 give the nearest end. */
export function dayString(year: number, month: number, day: number): string {
  if (year < 0) return FIRST_DAY;
  if (year > 9999) return LAST_DAY;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The day that lies `days` after (or before) another; outside the calendar it gives the nearest end. */
export function shiftDay(day: string, days: number): string {
  const shifted = Date.parse(`${day}T00:00:00Z`) + days * DAY_MS;
  if (shifted < Date.parse(`${FIRST_DAY}T00:00:00Z`)) return FIRST_DAY;
  if (shifted > Date.parse(`${LAST_DAY}T00:00:00Z`)) return LAST_DAY;
  return new Date(shifted).toISOString().slice(0, 10);
}

/** The same for months; the day of the month is left out: `YYYY-MM`. */
export function shiftMonth(year: number, month: number, months: number): string {
  const at = year * 12 + (month - 1) + months;
  return dayString(Math.floor(at / 12), (at % 12) + 1, 1).slice(0, 7);
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
