import { isIn, MONTHS, SEASONS, WEEKDAYS, type Atom } from './date-atoms.ts';
import { numericDate } from '../text/full-date.ts';

/** A point of time as far as its words say it; what they do not say is absent. */
export interface Point {
  /** A date in figures: already EDTF. */
  readonly ready?: string;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** 1 spring … 4 winter. */
  readonly season?: number;
  readonly weekday?: number;
}
/** A point and the atom after it. */
export interface Found<What> {
  readonly what: What;
  readonly next: number;
}
export type Atoms = readonly Atom[];

const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)?$/;
const YEAR = /^(?:1[89]|20)\d\d$/;
const DECADE = /^((?:1[89]|20)\d)0s$/;
const SHORTEST_LONE_MONTH = 3;
/** Month names short enough to be abbreviations stand alone only if they are whole words. */
const WHOLE_SHORT = new Set(['may', 'june', 'july']);

export const wordAt = (atoms: Atoms, at: number): string | undefined => atoms[at]?.word;

export function dayAt(atoms: Atoms, at: number): number | undefined {
  const day = Number(ORDINAL.exec(wordAt(atoms, at) ?? '')?.[1]);
  return day >= 1 && day <= 31 ? day : undefined;
}

function monthAt(atoms: Atoms, at: number): number | undefined {
  const atom = atoms[at];
  return atom?.capital ? MONTHS.get(atom.word) : undefined;
}

function yearAt(atoms: Atoms, at: number): number | undefined {
  const word = wordAt(atoms, at);
  return word !== undefined && YEAR.test(word) ? Number(word) : undefined;
}

const past = (atoms: Atoms, at: number, marks: readonly string[]): number =>
  marks.includes(wordAt(atoms, at) ?? '') ? at + 1 : at;

/** A year with the comma before it, if it is there: ", 2021". */
function withYear(atoms: Atoms, at: number, point: Point): Found<Point> {
  for (const from of new Set([at, past(atoms, at, [',', '.', 'of']), past(atoms, past(atoms, at, ['.']), [','])])) {
    const year = yearAt(atoms, from);
    if (year !== undefined) return { what: { ...point, year }, next: from + 1 };
  }
  return { what: point, next: at };
}

/** The date at `at`, without prepositions and relative words; undefined where none begins. */
export function pointAt(atoms: Atoms, at: number): Found<Point> | undefined {
  return (
    numbersAt(atoms, at) ??
    weekdayAt(atoms, at) ??
    dayMonthAt(atoms, at) ??
    monthDayAt(atoms, at) ??
    coarseAt(atoms, at)
  );
}

function numbersAt(atoms: Atoms, at: number): Found<Point> | undefined {
  const word = wordAt(atoms, at) ?? '';
  const ready = YEAR.test(word) ? undefined : numericDate(word);
  if (ready !== undefined) return { what: { ready }, next: at + 1 };
  const decade = DECADE.exec(word)?.[1];
  return decade === undefined ? undefined : { what: { ready: `${decade}X` }, next: at + 1 };
}

/** "Tuesday, 11 January": the weekday belongs to the date; alone it is a point of its own. */
function weekdayAt(atoms: Atoms, at: number): Found<Point> | undefined {
  const atom = atoms[at];
  const weekday = atom?.capital ? WEEKDAYS.get(atom.word) : undefined;
  if (weekday === undefined) return undefined;
  const from = past(atoms, past(atoms, at + 1, ['.']), [',', '(']);
  const dated = dayMonthAt(atoms, from) ?? monthDayAt(atoms, from);
  if (dated?.what.day !== undefined) return dated;
  return (atom?.word.length ?? 0) > 5 ? { what: { weekday }, next: at + 1 } : undefined;
}

function dayMonthAt(atoms: Atoms, at: number): Found<Point> | undefined {
  const day = dayAt(atoms, at);
  const named = past(atoms, at + 1, ['of']);
  const month = day === undefined ? undefined : monthAt(atoms, named);
  return month === undefined || day === undefined ? undefined : withYear(atoms, named + 1, { month, day });
}

function monthDayAt(atoms: Atoms, at: number): Found<Point> | undefined {
  const month = monthAt(atoms, at);
  const from = past(atoms, at + 1, ['.']);
  const day = month === undefined ? undefined : dayAt(atoms, from);
  return month === undefined || day === undefined ? undefined : withYear(atoms, from + 1, { month, day });
}

/** Month, season or year. A month or a year alone needs a word before it that makes it one. */
function coarseAt(atoms: Atoms, at: number): Found<Point> | undefined {
  const month = monthAt(atoms, at);
  if (month !== undefined) {
    const found = withYear(atoms, past(atoms, at + 1, ['.']), { month });
    if (found.what.year !== undefined) return found;
    return isLoneMonth(atoms, at) ? { what: { month }, next: at + 1 } : undefined;
  }
  const season = SEASONS.get(wordAt(atoms, at) ?? '');
  if (season !== undefined) {
    const found = withYear(atoms, at + 1, { season });
    return found.what.year === undefined ? undefined : found;
  }
  const year = yearAt(atoms, at);
  return year !== undefined && isLoneYear(atoms, at) ? { what: { year }, next: at + 1 } : undefined;
}

function isLoneMonth(atoms: Atoms, at: number): boolean {
  const word = wordAt(atoms, at) ?? '';
  if (word.length <= SHORTEST_LONE_MONTH + 1 && !WHOLE_SHORT.has(word)) return false;
  return isIn('before-month', wordAt(atoms, at - 1));
}

function isLoneYear(atoms: Atoms, at: number): boolean {
  const [before, after] = [wordAt(atoms, at - 1), wordAt(atoms, at + 1)];
  if (isIn('before-year', before) || (before === '(' && after === ')')) return true;
  const free = after === undefined || isIn('after-year', after) || !/^\p{L}/u.test(after);
  return isIn('before-lone-year', before) && free;
}

/** A bare day, good only beside another date: the 3 of "3–5 May". */
export function bareDayAt(atoms: Atoms, at: number): Found<Point> | undefined {
  const day = dayAt(atoms, past(atoms, at, ['the']));
  return day === undefined ? undefined : { what: { day }, next: past(atoms, at, ['the']) + 1 };
}

/** A month or year that the words around it make one: the May of "May–June 2017", the 2014 of "2014–2017". */
export function bareCoarseAt(atoms: Atoms, at: number): Found<Point> | undefined {
  const month = monthAt(atoms, at);
  if (month !== undefined) return { what: { month }, next: at + 1 };
  const season = SEASONS.get(wordAt(atoms, at) ?? '');
  if (season !== undefined) return { what: { season }, next: at + 1 };
  const year = yearAt(atoms, at);
  return year === undefined ? undefined : { what: { year }, next: at + 1 };
}
