import { whenBounds } from '../../domain/when.ts';
import type { Atoms } from './date-atoms.ts';
import {
  bareCoarseAt,
  bareDayAt,
  dayAt,
  isAt,
  pointAt,
  wordAt,
  yearAt,
  type Found,
  type Point,
} from './date-points.ts';
import { valueOf, type Anchor } from './date-values.ts';

interface DateRange {
  readonly value: string | null;
  /** The first point, for dates nearby that lack their year. */
  readonly from: Point;
}

/** "between 3 and 5 May", "from 2014 to 2017", "May–June 2017", "3–5 May 2017", "May 3–5, 2017", "2017/18". */
export function rangeAt(atoms: Atoms, at: number, anchor: Anchor): Found<DateRange> | undefined {
  if (isAt(atoms, at, 'between')) return led(atoms, { at, anchor, joint: 'and' });
  const range = isAt(atoms, at, 'from') ? led(atoms, { at, anchor, joint: 'to' }) : undefined;
  return range ?? bare(atoms, at, anchor);
}

interface Lead {
  readonly at: number;
  readonly anchor: Anchor;
  readonly joint: 'and' | 'to';
}

function led(atoms: Atoms, { at, anchor, joint }: Lead): Found<DateRange> | undefined {
  const from = pointAt(atoms, at + 1) ?? bareCoarseAt(atoms, at + 1) ?? bareDayAt(atoms, at + 1);
  if (from === undefined || !isAt(atoms, from.next, joint)) return undefined;
  const to = pointAt(atoms, from.next + 1) ?? bareCoarseAt(atoms, from.next + 1) ?? bareDayAt(atoms, from.next + 1);
  return to === undefined ? undefined : joined(from.what, to, anchor);
}

function bare(atoms: Atoms, at: number, anchor: Anchor): Found<DateRange> | undefined {
  const from = pointAt(atoms, at) ?? bareCoarseAt(atoms, at) ?? bareDayAt(atoms, at);
  if (from === undefined || from.what.ready !== undefined) return undefined;
  const dashed = isAt(atoms, from.next, 'dash');
  const months = from.what.month !== undefined && from.what.day === undefined;
  const spoken =
    (isAt(atoms, from.next, 'to') && from.what.weekday === undefined) || (isAt(atoms, from.next, 'and') && months);
  if (!dashed && !spoken) return undefined;
  const start = from.next + 1;
  const short = dashed ? shortYear(atoms, start, from.what) : undefined;
  const to = short ?? pointAt(atoms, start) ?? bareDayAfter(atoms, start, from.what) ?? bareCoarseAt(atoms, start);
  if (to === undefined || to.what.ready !== undefined || (!dashed && isBareDay(from.what) && isBareDay(to.what)))
    return undefined;
  return joined(from.what, to, anchor);
}

const isBareDay = (point: Point): boolean => point.day !== undefined && point.month === undefined;

/** The 18 of 2017–18. */
function shortYear(atoms: Atoms, at: number, from: Point): Found<Point> | undefined {
  const year = from.year;
  if (year === undefined || from.month !== undefined || from.season !== undefined) return undefined;
  const word = wordAt(atoms, at) ?? '';
  return /^\d\d$/.test(word) && Number(word) === (year + 1) % 100
    ? { what: { year: year + 1 }, next: at + 1 }
    : undefined;
}

/** The second 5 of "May 3–5, 2017", with the year that may follow it. */
function bareDayAfter(atoms: Atoms, at: number, from: Point): Found<Point> | undefined {
  if (from.day === undefined || from.month === undefined || dayAt(atoms, at) === undefined) return undefined;
  const found = bareDayAt(atoms, at);
  if (found === undefined) return undefined;
  const after = wordAt(atoms, found.next) === ',' ? found.next + 1 : found.next;
  const year = yearAt(atoms, after);
  return year === undefined ? found : { what: { ...found.what, year }, next: after + 1 };
}

/** Each end takes from the other what it does not say itself. Ends of different kinds are no range. */
function joined(first: Point, to: Found<Point>, anchor: Anchor): Found<DateRange> | undefined {
  const last = to.what;
  const from = whole(first, last);
  const until = whole(last, from);
  if (isBareDay(from) || isBareDay(until) || kindOf(from) !== kindOf(until)) return undefined;
  const [a, b] = [valueOf(from, anchor), valueOf(until, anchor)];
  const value = a !== null && b !== null && whenBounds(`${a}/${b}`) !== null ? `${a}/${b}` : null;
  return { what: { value, from }, next: to.next };
}

function whole(point: Point, other: Point): Point {
  const year = point.year ?? other.year;
  const yearStep = point.yearStep ?? other.yearStep;
  const month = point.month ?? (point.day === undefined ? undefined : other.month);
  return {
    ...point,
    ...(year === undefined ? {} : { year }),
    ...(yearStep === undefined ? {} : { yearStep }),
    ...(month === undefined ? {} : { month }),
  };
}

function kindOf(point: Point): string {
  if (point.ready !== undefined) return 'ready';
  if (point.weekday !== undefined) return 'weekday';
  if (point.season !== undefined) return 'season';
  if (point.month === undefined) return 'year';
  return 'month';
}
