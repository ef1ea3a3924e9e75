import { eld } from 'eld/extrasmall';

/** Detection looks at so much of the text: more costs time and changes nothing. */
const SAMPLE = 3000;
const FEWEST_LETTERS = 12;
const LETTERS = /\p{L}/gu;

/** The language of a text, ISO 639-1, or `und` where there are too few words or no language stands out (SPEC E8). */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  if ((sample.match(LETTERS)?.length ?? 0) < FEWEST_LETTERS) return 'und';
  const found = eld.detect(sample);
  return found.language !== '' && found.isReliable() ? found.language : 'und';
}
