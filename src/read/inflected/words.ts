import { languageData } from '../language-data.ts';
import type { View } from '../passes.ts';

/**
 * Words of a language that says who does what by endings. A word's *key* is what stays when its endings go, so that a name or
 * a listed word is found in every case: «Орлана», «Орланом» → «орлан».
 */
export interface InflectedWords {
  readonly keyOf: (lower: string) => string;
  /** A list as it is kept. */
  readonly listed: (file: string, list: string) => readonly string[];
  /** Words of a list as written, for what has no endings. */
  readonly written: (file: string, list: string) => ReadonlySet<string>;
  /** Keys of the words of a list. */
  readonly keyed: (file: string, list: string) => ReadonlySet<string>;
  /** A given name as it is listed: «Миры» → «мира». */
  readonly nominative: (lower: string) => string | undefined;
  /** Whether a word in small letters ends as adjectives do. */
  readonly isAdjective: (lower: string) => boolean;
}

const SHORTEST_KEY = 3;
const LONGEST_ENDING = 4;
const LONGEST_WORD = 40;

const ready = new Map<string, InflectedWords>();

export function inflectedWords(language: string): InflectedWords {
  const known = ready.get(language);
  if (known !== undefined) return known;
  const words = build(language);
  ready.set(language, words);
  return words;
}

function build(language: string): InflectedWords {
  const declension = languageData(language, 'declension');
  const endings = new Set(declension.words('endings'));
  const adjectives = new Set(declension.words('adjectives'));
  const keyOf = (lower: string): string => stripped(lower, endings);
  let given: Map<string, string> | undefined;
  return {
    keyOf,
    listed: (file, list) => languageData(language, file).words(list),
    written: memo((file, list) => new Set(languageData(language, file).words(list))),
    keyed: memo(
      (file, list) =>
        new Set(
          languageData(language, file)
            .words(list)
            .map((phrase) => phrase.split(' ').map(keyOf).join(' ')),
        ),
    ),
    nominative: (lower) => {
      given ??= new Map(
        ['given-women', 'given-men'].flatMap((list) =>
          languageData(language, 'persons')
            .words(list)
            .toReversed()
            .map((name) => [keyOf(name), name] as const),
        ),
      );
      return given.get(keyOf(lower));
    },
    isAdjective: (lower) => lower.length > 4 && (adjectives.has(lower.slice(-2)) || adjectives.has(lower.slice(-3))),
  };
}

type ListOf = (file: string, list: string) => ReadonlySet<string>;

function memo(make: ListOf): ListOf {
  const made = new Map<string, Map<string, ReadonlySet<string>>>();
  return (file, list) => {
    let lists = made.get(file);
    if (lists === undefined) made.set(file, (lists = new Map()));
    let found = lists.get(list);
    if (found === undefined) lists.set(list, (found = make(file, list)));
    return found;
  };
}

/** Takes endings off until none is left, the longest first; at least three letters stay. */
function stripped(lower: string, endings: ReadonlySet<string>): string {
  if (lower.length > LONGEST_WORD) return lower;
  let word = lower.includes('ё') ? lower.replaceAll('ё', 'е') : lower;
  for (;;) {
    const shorter = cut(word, endings);
    if (shorter === word) return word;
    word = shorter;
  }
}

function cut(word: string, endings: ReadonlySet<string>): string {
  for (let length = Math.min(LONGEST_ENDING, word.length - SHORTEST_KEY); length > 0; length -= 1)
    if (endings.has(word.slice(-length))) return word.slice(0, -length);
  return word;
}

const keysOfViews = new WeakMap<View, readonly string[]>();

/** The key of every token of a view. */
export function keysOf(view: View): readonly string[] {
  const known = keysOfViews.get(view);
  if (known !== undefined) return known;
  const { keyOf } = inflectedWords(view.language);
  const keys = view.tokens.map((token) => (token.shape === 'mark' ? token.text : keyOf(token.lower)));
  keysOfViews.set(view, keys);
  return keys;
}
