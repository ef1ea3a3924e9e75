import type { CountNoun, Words } from './count-noun.ts';
import type { NumberRead } from './numbers.ts';

/** A numeral with what it counts, in its sentence. */
export interface Counted {
  readonly number: NumberRead;
  readonly noun: CountNoun;
  /** Token range of the sentence. */
  readonly from: number;
  readonly to: number;
}

type Refusal = (words: Words, counted: Counted) => boolean;

const lowerAt = (words: Words, at: number): string => words.tokens[at]?.lower ?? '';
const isDigits = (words: Words, { number }: Counted): boolean => words.classes[number.first] === 'number';

/** What looks like a count and is none (SPEC E21). Each rule has a name, which an engineer can read in a test. */
const REFUSALS = {
  /** "No. 2207", "Article 3", "aged 40" */
  identifier: (words, { number, from }) => {
    const at = number.phraseFirst - (lowerAt(words, number.phraseFirst - 1) === '.' ? 2 : 1);
    if (at < from || words.classes[number.first] !== 'number') return false;
    const named =
      lowerAt(words, at) === 'of' && AGES.has(lowerAt(words, at - 1)) ? lowerAt(words, at - 1) : lowerAt(words, at);
    return words.nouns.is.identifierWords.has(named);
  },
  /** "Dorn, 27, is", "Selm 24 said" */
  'number of a name': (words, { number, noun, from }) => {
    if (noun.head !== null || words.classes[number.first] !== 'number') return false;
    const at = number.phraseFirst - (lowerAt(words, number.phraseFirst - 1) === ',' ? 2 : 1);
    return at > from && words.classes[at] === 'name';
  },
  'said again in brackets': (words, { number, noun }) =>
    noun.head === null && lowerAt(words, number.first - 1) === '(' && lowerAt(words, number.last) === ')',
  money: (words, { number }) =>
    words.nouns.is.moneySigns.has(lowerAt(words, number.phraseFirst - 1)) ||
    words.nouns.is.moneySigns.has(lowerAt(words, number.first - 1)),
  /** percentages, hours, years of prison */
  measure: (words, { number }) => words.nouns.is.measures.has(lowerAt(words, number.phraseLast)),
  year: (words, counted) => {
    if (!isDigits(words, counted) || counted.number.value === null) return false;
    const text = words.tokens[counted.number.first]?.text ?? '';
    if (!/^(?:1[5-9]|20|21)\d\d$/.test(text) || counted.number.phraseFirst !== counted.number.first) return false;
    return counted.noun.unit !== 'person' || YEAR_PREPOSITIONS.has(lowerAt(words, counted.number.first - 1));
  },
  thing: (_words, { noun }) => noun.unit === 'refused',
  /** "one of the most", "one day", "another one", "as one" */
  'idiom of one': (words, { number, noun }) => {
    if (number.value !== 1 || number.comparator !== 'exactly') return false;
    const [before, after] = [lowerAt(words, number.first - 1), lowerAt(words, number.last)];
    if (BEFORE_IDIOMS.has(before))
      return !((before === 'that' || before === 'as') && (noun.head !== null || after === 'of'));
    if (after === 'of') return ofSuperlative(words, number.last + 1);
    return (
      words.nouns.is.oneIdioms.has(lowerAt(words, noun.head ?? number.last)) || words.nouns.is.oneIdioms.has(after)
    );
  },
  'first or last of something': (words, { number }) =>
    ORDERS.has(lowerAt(words, number.first - 1)) && lowerAt(words, number.first - 2) === 'the',
  'numbered list': (words, { number, from, noun }) =>
    number.first === from && noun.head === null && LIST_MARKS.has(lowerAt(words, number.last)),
} as const satisfies Record<string, Refusal>;

const AGES = new Set(['age', 'ages']);
const YEAR_PREPOSITIONS = new Set(['in', 'since', 'of', 'during', 'until', 'early', 'late', 'mid', 'from', 'by', ',']);
const BEFORE_IDIOMS = new Set([
  'no',
  'any',
  'every',
  'this',
  'that',
  'each',
  'which',
  'another',
  'as',
  'the',
  'other',
  'only',
]);
const ORDERS = new Set(['first', 'last', 'next', 'past', 'previous']);
const LIST_MARKS = new Set(['.', ')', ':', ']']);

function ofSuperlative(words: Words, from: number): boolean {
  for (let at = from; at < from + 5; at += 1) {
    const lower = lowerAt(words, at);
    if (words.nouns.is.superlatives.has(lower) || (lower.length > 5 && lower.endsWith('est'))) return true;
    const kind = words.classes[at];
    if (kind === 'mark' || kind === 'preposition') return false;
  }
  return false;
}

/** The name of the rule that refuses a numeral, if one does. */
export function refusedBy(words: Words, counted: Counted): string | null {
  for (const [name, refuses] of Object.entries(REFUSALS)) if (refuses(words, counted)) return name;
  return null;
}
