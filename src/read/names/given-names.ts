import { wordsOfAll } from '../language-data.ts';

/** Given names of all languages we keep lists of, in small letters: they travel between languages. */
const setOf = (list: string): ReadonlySet<string> =>
  new Set(wordsOfAll('given-names', list).map((name) => name.toLowerCase()));
const WOMEN = setOf('women');
const MEN = setOf('men');
const EITHER = setOf('either');

const isListed = (lower: string): boolean => WOMEN.has(lower) || MEN.has(lower) || EITHER.has(lower);
const LONGEST = 40;

/** Double names are known by their first part: Jean-Luc. */
export const isGivenName = (lower: string): boolean =>
  isListed(lower) || (lower.length < LONGEST && lower.includes('-') && isListed(lower.slice(0, lower.indexOf('-'))));

/** What a given name tells of its bearer; an unknown name, or one of both, tells nothing. */
export function genderOfGiven(lower: string): 'woman' | 'man' | 'unknown' {
  if (WOMEN.has(lower)) return 'woman';
  return MEN.has(lower) ? 'man' : 'unknown';
}
