import { languageData } from '../language-data.ts';

/** The closed lists of the date grammar, by name (`dates.json` of a language). */
type DateList =
  | 'parts-of-day'
  | 'vague-numbers'
  | 'ago'
  | 'later'
  | 'passed'
  | 'last'
  | 'past'
  | 'this'
  | 'next'
  | 'following'
  | 'preceding'
  | 'same'
  | 'since'
  | 'until'
  | 'between'
  | 'from'
  | 'and'
  | 'to'
  | 'dash'
  | 'parts'
  | 'half-leads'
  | 'halves'
  | 'part-links'
  | 'of'
  | 'articles'
  | 'not-alone'
  | 'many-units'
  | 'before-month'
  | 'before-year'
  | 'before-lone-year'
  | 'after-year'
  | 'before-noun'
  | 'not-before-noun'
  | 'before-weekday'
  | 'year-nouns'
  | 'decade-nouns'
  | 'future'
  | 'feast-leads';

type Rows = ReadonlyMap<string, number>;

/** What the date grammar knows of a language. */
export interface DateWords {
  readonly months: Rows;
  readonly weekdays: Rows;
  readonly seasons: Rows;
  /** 1 day, 2 week, 3 month, 4 year, 5 decade, 6 hour, 7 minute, 8 weekend. */
  readonly units: Rows;
  readonly numbers: Rows;
  /** "yesterday" → -1. */
  readonly days: Rows;
  /** Feasts as lists of words, longest first. */
  readonly feasts: readonly (readonly string[])[];
  /** Months and weekdays are written with a capital: May is not may. */
  readonly capitals: boolean;
  /** The 25 of "25th". */
  readonly dayOf: (word: string) => number | undefined;
  /** The 199X of "1990s". */
  readonly decadeOf: (word: string) => string | undefined;
  /** Whether a word can be part of a date at all. */
  readonly isHot: (word: string) => boolean;
  readonly isIn: (list: DateList, word: string | undefined) => boolean;
}

/** Word → its row (from 1) in a list whose rows are words parted by `|`. */
const rows = (words: readonly string[]): Rows =>
  new Map(words.flatMap((row, at) => row.split('|').map((word) => [word, at + 1] as const)));

const daysOf = (words: readonly string[]): Rows =>
  new Map(
    words.map((row) => {
      const [word = '', days = '0'] = row.split('|');
      return [word, Number(days)];
    }),
  );

const ready = new Map<string, DateWords | null>();

/** The date words of a language; null where it has no `dates.json`, so that only what is written out is read. */
export function dateWords(language: string): DateWords | null {
  const known = ready.get(language);
  if (known !== undefined) return known;
  const words = languageData(language, 'dates').words('units').length === 0 ? null : build(language);
  ready.set(language, words);
  return words;
}

const DAY = /^(\d{1,2})(.{0,4})$/;
const DECADE = /^((?:1[89]|20)\d)0(.{1,4})$/;

function build(language: string): DateWords {
  const data = languageData(language, 'dates');
  const calendar = languageData(language, 'calendar');
  const sets = new Map<DateList, ReadonlySet<string>>();
  const isIn: DateWords['isIn'] = (list, word) => {
    let set = sets.get(list);
    if (set === undefined) sets.set(list, (set = new Set(data.words(list))));
    return word !== undefined && set.has(word);
  };
  const ordinals = new Set(['', ...data.words('ordinal-endings')]);
  const decades = new Set(data.words('decade-endings'));
  const tables = {
    months: rows(calendar.words('months')),
    weekdays: rows(calendar.words('weekdays')),
    seasons: rows(calendar.words('seasons')),
    units: rows(data.words('units')),
    numbers: rows(data.words('numbers')),
    days: daysOf(data.words('days')),
  };
  const feasts = data
    .words('feasts')
    .map((feast) => feast.replace(/([’']s)\b/g, ' $1').split(' '))
    .toSorted((a, b) => b.length - a.length);
  const { months, weekdays, seasons, units, days } = tables;
  const hot = new Set([
    ...[months, weekdays, seasons, units, days].flatMap((table) => [...table.keys()]),
    ...feasts.map((feast) => feast[0] ?? ''),
    ...data.words('parts-of-day'),
  ]);
  return {
    ...tables,
    feasts,
    capitals: calendar.words('capitals').length > 0,
    dayOf: (word) => {
      const [, digits, ending = ''] = DAY.exec(word) ?? [];
      const day = Number(digits);
      return day >= 1 && day <= 31 && ordinals.has(ending) ? day : undefined;
    },
    decadeOf: (word) => {
      const [, decade, ending = ''] = DECADE.exec(word) ?? [];
      return decade !== undefined && decades.has(ending) ? `${decade}X` : undefined;
    },
    isHot: (word) => hot.has(word),
    isIn,
  };
}
