import type { CountNoun, Words } from './count-noun.ts';
import type { FigureWords } from './figure-words.ts';
import type { Clauses } from './predicates.ts';
import type { NumberRead } from './numbers.ts';
import type { WordClass } from './word-classes.ts';

/** A numeral with what it counts, in its sentence. */
interface Counted {
  readonly number: NumberRead;
  readonly noun: CountNoun;
  /** Token range of the sentence. */
  readonly from: number;
  readonly to: number;
}

interface Scene {
  readonly words: Words;
  readonly grammar: FigureWords;
  readonly clauses: Clauses;
}

type Refusal = (scene: Scene, counted: Counted) => boolean;

const lowerAt = (words: Words, at: number): string => words.tokens[at]?.lower ?? '';
const isDigits = (words: Words, { number }: Counted): boolean => words.classes[number.first] === 'number';

/** What looks like a count and is none (SPEC E21). Each rule has a name, which an engineer can read in a test. */
const REFUSALS = {
  /** "No. 2207", "Article 3" */
  identifier: ({ words }, counted) => {
    const { number, from } = counted;
    const at = number.phraseFirst - (lowerAt(words, number.phraseFirst - 1) === '.' ? 2 : 1);
    return at >= from && isDigits(words, counted) && words.nouns.is.identifierWords.has(lowerAt(words, at));
  },
  /** "aged 40", "the age of nine", "as young as 14", "aged 40 and 32", "Dorn, now 56" */
  age: ({ words, grammar }, { number, noun }) => {
    const { is } = grammar;
    const [before, further] = [lowerAt(words, number.phraseFirst - 1), lowerAt(words, number.phraseFirst - 2)];
    if (before === 'as') return is.youngAs.has(further);
    if (noun.head === null && further === ',' && is.agesAt.has(before)) return true;
    const joined = is.ageJoiners.has(before) && words.classes[number.phraseFirst - 2] === 'number';
    if (joined && is.ages.has(lowerAt(words, number.phraseFirst - 3))) return true;
    return is.ages.has(before) || (before === 'of' && is.ages.has(further) && noun.head === null);
  },
  /** "Dorn, 27, is", "Selm 24 said"; "in Selm, 27 were" is a count */
  'number of a name': ({ words, clauses }, counted) => {
    const { number, noun, from } = counted;
    if (!isDigits(words, counted)) return false;
    if (noun.head !== null) return isInTitle(words, counted);
    const comma = lowerAt(words, number.phraseFirst - 1) === ',';
    const at = number.phraseFirst - (comma ? 2 : 1);
    const next = words.classes[number.phraseLast];
    const acts = next === 'be' || next === 'have' || next === 'participle';
    const named = words.classes[at] === 'name' && !clauses.words.triggers.starts(lowerAt(words, at));
    return (comma ? at >= from : at > from) && named && !(comma && acts);
  },
  /** "the outlet The 40 Voices" */
  title: ({ words }, { number, from }) => {
    const at = number.first - 1;
    const { tokens, classes } = words;
    return (
      at > from && tokens[at]?.text === 'The' && classes[at - 1] !== 'mark' && tokens[number.last]?.shape !== 'lower'
    );
  },
  'said again in brackets': ({ words }, { number, noun }) =>
    noun.head === null && lowerAt(words, number.first - 1) === '(' && lowerAt(words, number.last) === ')',
  money: ({ words }, { number }) =>
    words.nouns.is.moneySigns.has(lowerAt(words, number.phraseFirst - 1)) ||
    words.nouns.is.moneySigns.has(lowerAt(words, number.first - 1)),
  /** percentages, hours, years of prison: "10 and 15 years" */
  measure: ({ words }, { number }) => {
    const { measures } = words.nouns.is;
    const behind = number.phraseLast;
    if (measures.has(lowerAt(words, behind))) return true;
    const joined = words.classes[behind] === 'conjunction' && words.classes[behind + 1] === 'number';
    return joined && isMeasure(measures, lowerAt(words, behind + 2));
  },
  year: ({ words, grammar }, counted) => {
    if (!isDigits(words, counted) || counted.number.value === null) return false;
    const text = words.tokens[counted.number.first]?.text ?? '';
    if (!/^(?:1[5-9]|20|21)\d\d$/.test(text) || counted.number.phraseFirst !== counted.number.first) return false;
    const before = counted.number.first - 1;
    return (
      counted.noun.unit !== 'person' ||
      YEAR_BEFORE.has(words.classes[before]) ||
      grammar.is.yearPrepositions.has(lowerAt(words, before))
    );
  },
  thing: (_scene, { noun }) => noun.unit === 'refused',
  /** "one of the most", "one day", "another one", "as one" */
  'idiom of one': ({ words, grammar }, { number, noun }) => {
    if (number.value !== 1 || (number.comparator !== 'exactly' && number.comparator !== 'only')) return false;
    const [before, after] = [lowerAt(words, number.first - 1), lowerAt(words, number.last)];
    if (after === 'of') return ofSuperlative(words, number.last + 1) || grammar.is.beforeIdioms.has(before);
    if (grammar.is.beforeIdioms.has(before)) return number.comparator === 'exactly';
    if (grammar.is.beforePronounOne.has(before)) return noun.head === null;
    const { oneIdioms } = words.nouns.is;
    return oneIdioms.has(lowerAt(words, noun.head ?? number.last)) || oneIdioms.has(after);
  },
  'first or last of something': ({ words, grammar }, { number, noun }) =>
    noun.unit !== 'person' &&
    grammar.is.orders.has(lowerAt(words, number.first - 1)) &&
    lowerAt(words, number.first - 2) === 'the',
  'numbered list': ({ words }, { number, from, noun }) =>
    number.first === from && noun.head === null && LIST_MARKS.has(lowerAt(words, number.last)),
} as const satisfies Record<string, Refusal>;

/** "the Mile 1 Police Unit": capitals on both sides, and no people. */
function isInTitle({ tokens, classes }: Words, { number, noun, from }: Counted): boolean {
  const at = number.first - 1;
  const head = noun.head === null ? undefined : tokens[noun.head];
  const capitals = [tokens[at], tokens[number.last], head].every((token) => token?.shape === 'title');
  return at > from && classes[at] === 'name' && capitals && noun.unit !== 'person';
}

type RefusalName = keyof typeof REFUSALS;
const NAMES = Object.keys(REFUSALS).filter((name): name is RefusalName => Object.hasOwn(REFUSALS, name));

/** "the 2016 rivals", "Dorn’s 2016 rivals", "Assembly 2016 members" */
const YEAR_BEFORE: ReadonlySet<WordClass | undefined> = new Set(['possessive', 'determiner', 'noun', 'name'] as const);
const LIST_MARKS = new Set(['.', ')', ':', ']']);

const isMeasure = (measures: ReadonlySet<string>, lower: string): boolean =>
  measures.has(lower) || (lower.endsWith('s') && measures.has(lower.slice(0, -1)));

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
export function refusedBy(scene: Scene, counted: Counted): RefusalName | null {
  for (const name of NAMES) if (REFUSALS[name](scene, counted)) return name;
  return null;
}
