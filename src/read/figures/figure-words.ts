import { languageData } from '../language-data.ts';
import { TokenPhrases } from '../text/token-phrases.ts';

const LISTS = [
  'ageJoiners',
  'ages',
  'agesAt',
  'beforeIdioms',
  'beforePronounOne',
  'carriers',
  'definites',
  'detached',
  'further',
  'general',
  'groups',
  'including',
  'listers',
  'modalsOfOne',
  'numbers',
  'openers',
  'orders',
  'others',
  'owners',
  'pastBe',
  'prepositionsOfSeries',
  'relatives',
  'seriesOpeners',
  'still',
  'sumsIn',
  'there',
  'those',
  'tolls',
  'totals',
  'wholeOpeners',
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
}

const ready = new Map<string, FigureWords>();

export function figureWords(language: string): FigureWords {
  const known = ready.get(language);
  if (known !== undefined) return known;
  const data = languageData(language, 'figures');
  const setOf = (name: ListName): ReadonlySet<string> => new Set(data.words(name));
  const words: FigureWords = {
    is: Object.fromEntries(LISTS.map((name) => [name, setOf(name)])) as Record<ListName, ReadonlySet<string>>,
    partPhrases: new TokenPhrases(data.words('partPhrases').map((phrase) => [phrase, true] as const)),
  };
  ready.set(language, words);
  return words;
}
