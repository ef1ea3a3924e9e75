import { languageData } from '../language-data.ts';
import { tokensOf } from '../text/tokens.ts';

const known = new Map<string, ReadonlyMap<string, string>>();

/** The type of perpetrator that each noun names, from the language's list; of two types the first listed. */
export function actorNouns(language: string): ReadonlyMap<string, string> {
  const nouns = known.get(language) ?? new Map<string, string>();
  if (known.has(language)) return nouns;
  for (const [type, words] of Object.entries(languageData(language, 'document').lists('perpetrators')))
    for (const word of words) if (!nouns.has(word)) (nouns as Map<string, string>).set(word, type);
  known.set(language, nouns);
  return nouns;
}

/** The type of the perpetrator that a phrase names ("plainclothes police officers"), by its last noun that has one. */
export function actorType(language: string, phrase: string): string | null {
  const nouns = actorNouns(language);
  let type: string | null = null;
  for (const { lower } of tokensOf(phrase)) type = nouns.get(lower) ?? type;
  return type;
}
