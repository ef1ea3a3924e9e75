import { languageData } from '../language-data.ts';
import { TokenPhrases } from '../text/token-phrases.ts';

const LISTS = [
  'ageJoiners',
  'ages',
  'agesAt',
  'beforeIdioms',
  'beforePronounOne',
  'carriers',
  'clauseWords',
  'definites',
  'detached',
  'further',
  'general',
  'groups',
  'including',
  'leads',
  'listers',
  'modalsOfOne',
  'numbers',
  'openers',
  'orders',
  'others',
  'owners',
  'pastBe',
  'prepositionsOfSeries',
  'seriesOpeners',
  'still',
  'sumsIn',
  'there',
  'those',
  'tolls',
  'totals',
  'wholeOpeners',
  'where',
  'whos',
  'yearPrepositions',
  'youngAs',
] as const;
type ListName = (typeof LISTS)[number];

/** Grammar words around a count (`figures.json`): what opens a part, a repeat or a series. */
export interface FigureWords {
  readonly is: Readonly<Record<ListName, ReadonlySet<string>>>;
  /** Words right before a count that make it a part of another: "of whom", "including". */
  readonly partPhrases: TokenPhrases<true>;
  /** Words that open a sentence in which the voice of the one before goes on: "in total". */
  readonly carryPhrases: TokenPhrases<true>;
  /** Words right before a date that tell when a count was true. */
  readonly asOf: TokenPhrases<true>;
}

const ready = new Map<string, FigureWords>();

export function figureWords(language: string): FigureWords {
  const known = ready.get(language);
  if (known !== undefined) return known;
  const data = languageData(language, 'figures');
  const setOf = (name: ListName): ReadonlySet<string> => new Set(data.words(name));
  const phrases = (name: string): TokenPhrases<true> =>
    new TokenPhrases(data.words(name).map((phrase) => [phrase, true] as const));
  const words: FigureWords = {
    is: Object.fromEntries(LISTS.map((name) => [name, setOf(name)])) as Record<ListName, ReadonlySet<string>>,
    partPhrases: phrases('partPhrases'),
    carryPhrases: phrases('carryPhrases'),
    asOf: phrases('asOf'),
  };
  ready.set(language, words);
  return words;
}
