import { languageData } from '../language-data.ts';

const known = new Map<string, ReadonlyMap<string, number>>();
const NONE: ReadonlyMap<string, number> = new Map();

/** The type of perpetrator that each noun names, as its place in the language's table from 1; of two types the first. */
export function actorNouns(language: string): ReadonlyMap<string, number> {
  const found = known.get(language);
  if (found !== undefined) return found;
  const nouns = new Map<string, number>();
  for (const [at, words] of Object.values(languageData(language, 'document').lists('perpetrators')).entries())
    for (const word of words) if (!nouns.has(word)) nouns.set(word, at + 1);
  known.set(language, nouns.size === 0 ? NONE : nouns);
  return nouns;
}

/** Place of the table's first type: what a state does by its own people. */
export const OF_STATE = 1;
