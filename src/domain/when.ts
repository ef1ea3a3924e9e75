import { BoundedMap } from '../kit/bounded-map.ts';
import { dayString, daysIn, FIRST_DAY, LAST_DAY, shiftDay } from './calendar.ts';

/**
 * Dates as EDTF (ISO 8601-2:2019, levels 0 and 1, years 0000 to 9999): day, month, year, time of day (its day counts),
 * interval with open ends, season, unspecified digits, and the marks of uncertainty `?` `~` `%`.
 */

/** First and last day the words allow, both included; an open end is `FIRST_DAY` or `LAST_DAY`. */
export interface WhenBounds {
  readonly from: string;
  readonly to: string;
}

type Precision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century';
interface Moment {
  readonly precision: Precision;
  readonly year: number;
  /** The month, or the season's code (21 spring … 24 winter); 0 where there is none. */
  readonly month: number;
  readonly day: number;
  readonly mark: '' | '?' | '~' | '%';
}
type Parsed =
  | { readonly kind: 'moment'; readonly moment: Moment }
  | { readonly kind: 'interval'; readonly from: Moment | null; readonly to: Moment | null };

const MOMENT =
  /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX)(T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}(?::\d{2})?)?)?)?)?([?~%]?)$/;
const LONGEST = 64;
const MARKS = { '': '', '?': '?', '~': '~', '%': '%' } as const;
type Mark = keyof typeof MARKS;
const isMark = (text: string): text is Mark => Object.hasOwn(MARKS, text);

/** First and last month and day of a season, and how many years before or after it may lie. Codes 21–24 say nothing of a
 * hemisphere: they are read as northern, from the first of the month to the astronomical end. A winter of a year may be
 * the one it begins or the one it ends. */
const SEASONS: Readonly<Record<number, { readonly from: string; readonly to: string; readonly name: string }>> = {
  21: { from: '03-01', to: '06-21', name: 'spring' },
  22: { from: '06-01', to: '09-23', name: 'summer' },
  23: { from: '09-01', to: '12-22', name: 'autumn' },
  24: { from: '12-01', to: '03-20', name: 'winter' },
};

function parseMoment(text: string): Moment | null {
  const match = text.length <= LONGEST ? MOMENT.exec(text) : null;
  if (match === null) return null;
  const [, year = '', month = '', day = '', time, mark = ''] = match;
  if (!isMark(mark)) return null;
  const masked = year.includes('X');
  if (masked && month !== '') return null;
  if (time !== undefined && (day === 'XX' || mark !== '')) return null;
  const at = { year: Number(year.replaceAll('X', '0')), month: digits(month), day: digits(day), mark };
  if (masked) return { ...at, precision: year.endsWith('XX') ? 'century' : 'decade' };
  if (month === 'XX') return day === '' || day === 'XX' ? { ...at, precision: 'year' } : null;
  if (month === '') return { ...at, precision: 'year' };
  if (SEASONS[at.month] !== undefined) return day === '' ? { ...at, precision: 'season' } : null;
  if (daysIn(at.year, at.month) === 0) return null;
  if (day === '' || day === 'XX') return { ...at, precision: 'month' };
  return at.day >= 1 && at.day <= daysIn(at.year, at.month) ? { ...at, precision: 'day' } : null;
}

const digits = (text: string): number => (text === '' || text === 'XX' ? 0 : Number(text));

function parse(edtf: string): Parsed | null {
  const [left = '', right, more] = edtf.length <= 2 * LONGEST ? edtf.split('/') : [];
  if (more !== undefined) return null;
  if (right === undefined) {
    const moment = parseMoment(left);
    return moment === null ? null : { kind: 'moment', moment };
  }
  const from = isOpen(left) ? null : parseMoment(left);
  const to = isOpen(right) ? null : parseMoment(right);
  const broken = (from === null && !isOpen(left)) || (to === null && !isOpen(right));
  if (broken || (from === null && to === null)) return null;
  return { kind: 'interval', from, to };
}

const isOpen = (end: string): boolean => end === '..' || end === '';

function momentBounds(moment: Moment): WhenBounds {
  const { year, mark } = moment;
  const wide = mark === '~' || mark === '%' ? 1 : 0;
  switch (moment.precision) {
    case 'day': {
      const day = dayString(year, moment.month, moment.day);
      return { from: shiftDay(day, -wide), to: shiftDay(day, wide) };
    }
    case 'month':
      return monthsBounds(year * 12 + moment.month - 1 - wide, year * 12 + moment.month - 1 + wide);
    case 'season':
      return seasonBounds(moment, wide);
    case 'year':
      return yearsBounds(year - wide, year + wide);
    case 'decade':
      return yearsBounds(year - wide * 10, year + 9 + wide * 10);
    case 'century':
      return yearsBounds(year - wide * 100, year + 99 + wide * 100);
  }
}

const yearsBounds = (first: number, last: number): WhenBounds => ({
  from: dayString(first, 1, 1),
  to: dayString(last, 12, 31),
});

function monthsBounds(first: number, last: number): WhenBounds {
  const [year, month] = [Math.floor(last / 12), (((last % 12) + 12) % 12) + 1];
  return {
    from: dayString(Math.floor(first / 12), (((first % 12) + 12) % 12) + 1, 1),
    to: dayString(year, month, daysIn(year, month)),
  };
}

const SEASON_DAYS = 92;

function seasonBounds(moment: Moment, wide: number): WhenBounds {
  const season = SEASONS[moment.month];
  const winter = moment.month === 24 ? 1 : 0;
  const at = (year: number, day: string): string => {
    const [month = 1, date = 1] = day.split('-').map(Number);
    return dayString(year, month, date);
  };
  return {
    from: shiftDay(at(moment.year - winter, season?.from ?? '01-01'), -wide * SEASON_DAYS),
    to: shiftDay(at(moment.year + winter, season?.to ?? '12-31'), wide * SEASON_DAYS),
  };
}

/**
 * The days an EDTF string allows; null when it is no date, when its interval runs backwards or says nothing.
 * `~` and `%` (approximate) widen by one unit of the precision on each side; `?` (doubtful) does not (SPEC E1).
 */
export function whenBounds(edtf: string): WhenBounds | null {
  const known = computed.get(edtf);
  if (known !== undefined) return known;
  const bounds = boundsOf(edtf);
  computed.set(edtf, bounds);
  return bounds;
}

/** A case says few dates, and lays each beside many others. */
const computed = new BoundedMap<string, WhenBounds | null>(1024);

function boundsOf(edtf: string): WhenBounds | null {
  const parsed = parse(edtf);
  if (parsed === null) return null;
  if (parsed.kind === 'moment') return momentBounds(parsed.moment);
  const from = parsed.from === null ? FIRST_DAY : momentBounds(parsed.from).from;
  const to = parsed.to === null ? LAST_DAY : momentBounds(parsed.to).to;
  return from <= to ? { from, to } : null;
}

/** Whether two dates may be the same day; symmetric. What is no date meets nothing (SPEC E1). */
export function whenMeet(a: string, b: string): boolean {
  const [x, y] = [whenBounds(a), whenBounds(b)];
  return x !== null && y !== null && x.from <= y.to && y.from <= x.to;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function showMoment(moment: Moment): string {
  const about = moment.mark === '~' || moment.mark === '%' ? 'about ' : '';
  const doubt = moment.mark === '?' || moment.mark === '%' ? ' (?)' : '';
  return `${about}${plainMoment(moment)}${doubt}`;
}

function plainMoment({ precision, year, month, day }: Moment): string {
  const shown = String(year).padStart(4, '0');
  switch (precision) {
    case 'day':
      return `${day} ${MONTHS[month - 1] ?? ''} ${shown}`;
    case 'month':
      return `${MONTHS[month - 1] ?? ''} ${shown}`;
    case 'season':
      return `${SEASONS[month]?.name ?? ''} ${shown}`;
    case 'year':
      return shown;
    case 'decade':
    case 'century':
      return `${shown}s`;
  }
}

/** The date in English words, no more precise than it is; what is no date is shown as it stands. */
export function showWhen(edtf: string): string {
  const parsed = parse(edtf);
  if (parsed === null || whenBounds(edtf) === null) return edtf;
  if (parsed.kind === 'moment') return showMoment(parsed.moment);
  if (parsed.from === null) return parsed.to === null ? edtf : `until ${showMoment(parsed.to)}`;
  return parsed.to === null
    ? `since ${showMoment(parsed.from)}`
    : `${showMoment(parsed.from)} – ${showMoment(parsed.to)}`;
}
