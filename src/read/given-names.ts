import { wordsOfAll } from './language-data.ts';

/** Given names of all languages we keep lists of, folded to small letters: they travel between languages. */
const GIVEN = new Set(
  ['women', 'men', 'either'].flatMap((list) => wordsOfAll('given-names', list)).map((name) => name.toLowerCase()),
);

export const isGivenName = (lower: string): boolean => GIVEN.has(lower);
