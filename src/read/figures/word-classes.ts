import { languageData } from '../language-data.ts';
import type { Token } from '../passes.ts';

/** What a word can be in its clause, by closed lists and shape; a stand-in for a tagger, which may take its place. */
export type WordClass =
  | 'noun'
  | 'name'
  | 'number'
  | 'determiner'
  | 'preposition'
  | 'be'
  | 'have'
  | 'auxiliary'
  | 'negation'
  | 'pronoun'
  | 'subordinator'
  | 'conjunction'
  | 'adverb'
  | 'participle'
  | 'gerund'
  | 'verb'
  | 'possessive'
  | 'mark';

/** Lists of `clauses.json` and the class they give; the first that knows a word decides. */
const LISTS = [
  ['negations', 'negation'],
  ['have', 'have'],
  ['modal', 'auxiliary'],
  ['do', 'auxiliary'],
  ['be', 'be'],
  ['conjunctions', 'conjunction'],
  ['prepositions', 'preposition'],
  ['subordinators', 'subordinator'],
  ['determiners', 'determiner'],
  ['pronouns', 'pronoun'],
  ['finite', 'verb'],
  ['adverbs', 'adverb'],
] as const satisfies readonly (readonly [string, WordClass])[];

const POSSESSIVES = new Set(["'s", '’s', 'ʼs', "'", '’']);
const known = new Map<string, ReadonlyMap<string, WordClass>>();

function closedClasses(language: string): ReadonlyMap<string, WordClass> {
  const ready = known.get(language);
  if (ready !== undefined) return ready;
  const classes = new Map<string, WordClass>();
  const data = languageData(language, 'clauses');
  for (const [list, kind] of LISTS)
    for (const word of data.words(list)) if (!classes.has(word)) classes.set(word, kind);
  const more = languageData(language, 'nouns');
  for (const word of more.words('ingNouns')) if (!classes.has(word)) classes.set(word, 'noun');
  for (const word of more.words('copulas')) if (!classes.has(word)) classes.set(word, 'be');
  for (const word of data.words('nounsInLy')) if (!classes.has(word)) classes.set(word, 'noun');
  for (const word of more.words('verbs')) if (!classes.has(word)) classes.set(word, 'verb');
  known.set(language, classes);
  return classes;
}

/** One class a token. */
export function wordClasses(tokens: readonly Token[], language: string): WordClass[] {
  const closed = closedClasses(language);
  return tokens.map((token) => classOf(token, closed));
}

function classOf({ lower, shape }: Token, closed: ReadonlyMap<string, WordClass>): WordClass {
  if (shape === 'number') return 'number';
  if (POSSESSIVES.has(lower)) return 'possessive';
  if (shape === 'mark') return 'mark';
  const kind = closed.get(lower);
  if (kind !== undefined) return shape === 'upper' && kind === 'pronoun' && lower.length > 1 ? 'name' : kind;
  if (lower.length > 3 && lower.endsWith('ed') && !lower.endsWith('eed')) return 'participle';
  if (lower.length > 5 && lower.endsWith('ing')) return 'gerund';
  if (lower.length > 4 && lower.endsWith('ly')) return 'adverb';
  return shape === 'lower' ? 'noun' : 'name';
}

export const isNominal = (kind: WordClass | undefined): boolean => kind === 'noun' || kind === 'name';
/** Words that end a noun phrase to their left. */
export const endsPhrase = (kind: WordClass | undefined): boolean => kind === undefined || ENDS.has(kind);
const ENDS: ReadonlySet<WordClass> = new Set([
  'preposition',
  'be',
  'have',
  'auxiliary',
  'negation',
  'pronoun',
  'subordinator',
  'conjunction',
  'adverb',
  'verb',
  'mark',
] as const);

/** Words of a comparator, which may stand before a numeral: "at least", "more than". */
export const BEFORE_NUMBERS = new Set([
  'at',
  'least',
  'more',
  'than',
  'about',
  'around',
  'over',
  'nearly',
  'almost',
  'some',
  'up',
  'to',
  'as',
  'many',
  'fewer',
  'only',
  'just',
  'approximately',
  'roughly',
]);

/** Days that stand where a noun could, and are neither who nor what: "detained Monday". */
export const DAYS: readonly string[] = languageData('en', 'clauses').words('days');
