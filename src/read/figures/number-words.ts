import { VAGUE_FLOOR, type VagueWord } from '../../domain/count.ts';
import { languageData } from '../language-data.ts';
import type { NumberComparator } from './numbers.ts';
import { TokenPhrases } from '../text/token-phrases.ts';

/** The number words of one language (`numerals.json`), made ready for lookup. */
export interface NumberWords {
  readonly units: ReadonlyMap<string, number>;
  readonly tens: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  readonly fractions: ReadonlyMap<string, number>;
  readonly joiners: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly rangeMarks: ReadonlySet<string>;
  /** Words between two guesses of one count: "five or six". */
  readonly either: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  readonly betweenMarks: ReadonlySet<string>;
  readonly zeros: TokenPhrases<0>;
  readonly vague: TokenPhrases<VagueWord>;
  readonly vagueOf: TokenPhrases<VagueWord>;
  readonly before: TokenPhrases<NumberComparator>;
  readonly after: TokenPhrases<NumberComparator>;
  /** Whether a numeral may begin with this word: most words are turned away here. */
  readonly mayStart: (lower: string) => boolean;
  /** A number word or the first of a vague one: "seventeen", "dozens"; no article. */
  readonly isNumeral: (lower: string) => boolean;
}

const COMPARATORS = [
  'at-most',
  'at-least',
  'more-than',
  'less-than',
  'nearly',
  'about',
  'only',
] as const satisfies readonly NumberComparator[];
const isVagueWord = (word: string): word is VagueWord => Object.hasOwn(VAGUE_FLOOR, word);

const ready = new Map<string, NumberWords>();

export function numberWords(language: string): NumberWords {
  const known = ready.get(language);
  if (known !== undefined) return known;
  const words = build(language);
  ready.set(language, words);
  return words;
}

function build(language: string): NumberWords {
  const data = languageData(language, 'numerals');
  const numbers = (key: string): Map<string, number> =>
    new Map(
      Object.entries(data.lists(key)).flatMap(([value, names]) => names.map((name) => [name, Number(value)] as const)),
    );
  const values = [...numbers('values')];
  const set = (key: string): Set<string> => new Set(data.words(key));
  const vague = (key: string): TokenPhrases<VagueWord> =>
    new TokenPhrases(
      Object.entries(data.lists(key)).flatMap(([word, phrases]) =>
        isVagueWord(word) ? phrases.map((phrase) => [phrase, word] as const) : [],
      ),
    );
  const compare = (key: string): TokenPhrases<NumberComparator> => {
    const lists = data.lists(key);
    return new TokenPhrases(
      COMPARATORS.flatMap((comparator) => (lists[comparator] ?? []).map((phrase) => [phrase, comparator] as const)),
    );
  };
  const maps = {
    units: new Map(values.filter(([, value]) => value < 20)),
    tens: new Map(values.filter(([, value]) => value >= 20)),
    scales: numbers('scales'),
    fractions: numbers('fractions'),
  };
  const sets = {
    joiners: set('joiners'),
    articles: set('articles'),
    rangeMarks: set('rangeMarks'),
    either: set('either'),
    between: set('between'),
    betweenMarks: set('betweenMarks'),
  };
  const zeros = new TokenPhrases(data.words('zeros').map((phrase) => [phrase, 0] as const));
  const tables = {
    zeros,
    vague: vague('vague'),
    vagueOf: vague('vagueOf'),
    before: compare('before'),
    after: compare('after'),
  };
  const cardinals = new Set([maps.units, maps.tens, maps.scales, maps.fractions].flatMap((map) => [...map.keys()]));
  const listed = ['vague', 'vagueOf'].flatMap((key) => Object.values(data.lists(key)).flat());
  const phrases = [...data.words('zeros'), ...listed].map((phrase) => phrase.split(' ', 1)[0] ?? '');
  const openers = new Set([...cardinals, ...phrases, ...sets.articles, ...sets.between]);
  const isNumeral = (lower: string): boolean => cardinals.has(lower) || tables.vague.starts(lower);
  const mayStart = (lower: string): boolean => {
    if (openers.has(lower)) return true;
    const hyphen = lower.indexOf('-');
    return hyphen > 0 && cardinals.has(lower.slice(0, hyphen));
  };
  return { ...maps, ...sets, ...tables, mayStart, isNumeral };
}
