import { numericDate } from '../text/full-date.ts';
import type { Atoms } from './date-atoms.ts';

/** A point of time as far as its words say it; what they do not say is absent. */
export interface Point {
  /** A date in figures: already EDTF. */
  readonly ready?: string;
  readonly year?: number;
  /** "June last year": years from that of publication. */
  readonly yearStep?: Step;
  /** "June that year": the year of the date before. */
  readonly sameYear?: true;
  readonly month?: number;
  readonly day?: number;
  /** 1 spring … 4 winter. */
  readonly season?: number;
  readonly weekday?: number;
  /** "Friday last week": weeks from that of publication. */
  readonly weekStep?: Step;
}
export type Step = -1 | 0 | 1;
/** A point and the atom after it. */
export interface Found<What> {
  readonly what: What;
  readonly next: number;
}

const YEAR = /^(?:1[89]|20)\d\d$/;
const WEEK_UNIT = 2;
const YEAR_UNIT = 4;

export const wordAt = ({ list }: Atoms, at: number): string | undefined => list[at]?.word;
export const isAt = (atoms: Atoms, at: number, list: Parameters<Atoms['words']['isIn']>[0]): boolean =>
  atoms.words.isIn(list, wordAt(atoms, at));

export const dayAt = (atoms: Atoms, at: number): number | undefined => {
  const word = wordAt(atoms, at);
  return word === undefined ? undefined : atoms.words.dayOf(word);
};

/** A word as a month or weekday is written in its language: with a capital, where that tells May from may. */
export const isWritten = ({ list, words }: Atoms, at: number): boolean => !words.capitals || list[at]?.capital === true;

function monthAt(atoms: Atoms, at: number): number | undefined {
  return isWritten(atoms, at) ? atoms.words.months.get(wordAt(atoms, at) ?? '') : undefined;
}

export function yearAt(atoms: Atoms, at: number): number | undefined {
  const word = wordAt(atoms, at);
  return word !== undefined && YEAR.test(word) ? Number(word) : undefined;
}

const past = (atoms: Atoms, at: number, marks: readonly string[]): number =>
  marks.includes(wordAt(atoms, at) ?? '') ? at + 1 : at;
const pastOf = (atoms: Atoms, at: number): number => (isAt(atoms, at, 'of') ? at + 1 : at);
const pastArticle = (atoms: Atoms, at: number): number => (isAt(atoms, at, 'articles') ? at + 1 : at);

export function stepAt(atoms: Atoms, at: number): Step | undefined {
  if (isAt(atoms, at, 'last')) return -1;
  if (isAt(atoms, at, 'this')) return 0;
  return isAt(atoms, at, 'next') ? 1 : undefined;
}

/** A year with the comma before it, if it is there: ", 2021"; or told by the year of publication: "of last year". */
function withYear(atoms: Atoms, at: number, point: Point): Found<Point> {
  for (const from of [at, pastOf(atoms, past(atoms, at, [',', '.'])), past(atoms, past(atoms, at, ['.']), [','])]) {
    const year = yearAt(atoms, from);
    if (year !== undefined) return { what: { ...point, year }, next: from + 1 };
  }
  const from = pastOf(atoms, at);
  const yearStep = stepAt(atoms, from);
  let unit = from + 1;
  while (isAt(atoms, from, 'same') && isAt(atoms, unit, 'same')) unit += 1;
  if (atoms.words.units.get(wordAt(atoms, unit) ?? '') !== YEAR_UNIT) return { what: point, next: at };
  if (yearStep !== undefined) return { what: { ...point, yearStep }, next: unit + 1 };
  return isAt(atoms, from, 'same') ? { what: { ...point, sameYear: true }, next: unit + 1 } : { what: point, next: at };
}

const saysYear = ({ year, yearStep, sameYear }: Point): boolean =>
  year !== undefined || yearStep !== undefined || sameYear === true;

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
  const ready = YEAR.test(word) ? undefined : (numericDate(word) ?? atoms.words.decadeOf(word));
  return ready === undefined ? undefined : { what: { ready }, next: at + 1 };
}

/** The Sunday of "Sunday Tribune": a weekday before a capital, and after no word that leads to a day. */
const isTitle = (atoms: Atoms, at: number): boolean =>
  atoms.words.capitals &&
  atoms.list[at + 1]?.capital === true &&
  startsWithLetter(atoms, at + 1) &&
  !isAt(atoms, at - 1, 'before-weekday');

const startsWithLetter = (atoms: Atoms, at: number): boolean => /^\p{L}/u.test(wordAt(atoms, at) ?? '');

/** "Tuesday, 11 January": the weekday belongs to the date; alone it is a point of its own. */
function weekdayAt(atoms: Atoms, at: number): Found<Point> | undefined {
  const weekday = isWritten(atoms, at) ? atoms.words.weekdays.get(wordAt(atoms, at) ?? '') : undefined;
  if (weekday === undefined) return undefined;
  const from = past(atoms, past(atoms, at + 1, ['.']), [',', '(']);
  const dated = dayMonthAt(atoms, from) ?? monthDayAt(atoms, from);
  if (dated?.what.day !== undefined) return dated;
  if (isAt(atoms, at, 'not-alone') || isTitle(atoms, at)) return undefined;
  const weekStep = stepAt(atoms, at + 1);
  return weekStep !== undefined && atoms.words.units.get(wordAt(atoms, at + 2) ?? '') === WEEK_UNIT
    ? { what: { weekday, weekStep }, next: at + 3 }
    : { what: { weekday }, next: at + 1 };
}

function dayMonthAt(atoms: Atoms, at: number): Found<Point> | undefined {
  const day = dayAt(atoms, at);
  const named = pastOf(atoms, at + 1);
  const month = day === undefined ? undefined : monthAt(atoms, named);
  return month === undefined || day === undefined ? undefined : withYear(atoms, named + 1, { month, day });
}

function monthDayAt(atoms: Atoms, at: number): Found<Point> | undefined {
  const month = monthAt(atoms, at);
  const from = past(atoms, at + 1, ['.']);
  const day = month === undefined ? undefined : dayAt(atoms, from);
  return month === undefined || day === undefined ? undefined : withYear(atoms, from + 1, { month, day });
}

/** Month, season or year. A month or a year alone needs a word beside it that makes it one. */
function coarseAt(atoms: Atoms, at: number): Found<Point> | undefined {
  const month = monthAt(atoms, at);
  if (month !== undefined) {
    const found = withYear(atoms, past(atoms, at + 1, ['.']), { month });
    if (saysYear(found.what)) return found;
    return isLoneMonth(atoms, at) ? { what: { month }, next: at + 1 } : undefined;
  }
  const season = atoms.words.seasons.get(wordAt(atoms, at) ?? '');
  if (season !== undefined) {
    const found = withYear(atoms, at + 1, { season });
    return saysYear(found.what) ? found : undefined;
  }
  const year = yearAt(atoms, at);
  return year !== undefined && isLoneYear(atoms, at) ? { what: { year }, next: at + 1 } : undefined;
}

const isLoneMonth = (atoms: Atoms, at: number): boolean =>
  !isAt(atoms, at, 'not-alone') &&
  (isAt(atoms, at - 1, 'before-month') || (isBeforeNoun(atoms, at) && !isAt(atoms, at, 'not-before-noun')));

/** "the January protests", "a 2014 conviction": a date between an article and what it dates. */
const isBeforeNoun = (atoms: Atoms, at: number): boolean =>
  isAt(atoms, at - 1, 'before-noun') && startsWithLetter(atoms, at + 1);

/** Round numbers may count what follows: "the 2000 prisoners". */
const ROUND = 100;

function isLoneYear(atoms: Atoms, at: number): boolean {
  const after = wordAt(atoms, at + 1);
  if (isAt(atoms, at + 1, 'year-nouns') || isAt(atoms, at - 1, 'before-year')) return true;
  if (wordAt(atoms, at - 1) === '(' && after === ')') return true;
  if (isBeforeNoun(atoms, at)) return Number(wordAt(atoms, at)) % ROUND > 0;
  const free = after === undefined || isAt(atoms, at + 1, 'after-year') || !/^\p{L}/u.test(after);
  return isAt(atoms, at - 1, 'before-lone-year') && free;
}

/** A bare day, good only beside another date: the 3 of "3–5 May". */
export function bareDayAt(atoms: Atoms, at: number): Found<Point> | undefined {
  const from = pastArticle(atoms, at);
  const day = dayAt(atoms, from);
  return day === undefined ? undefined : { what: { day }, next: from + 1 };
}

/** A month or year that the words around it make one: the May of "May–June 2017", the 2014 of "2014–2017". */
export function bareCoarseAt(atoms: Atoms, at: number): Found<Point> | undefined {
  const month = monthAt(atoms, at);
  if (month !== undefined) return { what: { month }, next: at + 1 };
  const season = atoms.words.seasons.get(wordAt(atoms, at) ?? '');
  if (season !== undefined) return { what: { season }, next: at + 1 };
  const year = yearAt(atoms, at);
  return year === undefined ? undefined : { what: { year }, next: at + 1 };
}
