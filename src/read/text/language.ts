import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { knownLanguages, languageData } from '../language-data.ts';

/** Detection looks at so much of the text: more costs time and changes nothing. */
const SAMPLE = 3000;
const FEWEST_LETTERS = 12;
const LETTERS = /\p{L}/gu;
const WORDS = /\p{L}+/gu;
/** So many words, and so large a share of them small words of one language alone, leave nothing to detect. */
const FEWEST_WORDS = 40;
const SHARE = 0.25;

/** The language of a text, ISO 639-1, or `und` where there are too few words or no language stands out (SPEC E8). */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  if ((sample.match(LETTERS)?.length ?? 0) < FEWEST_LETTERS) return 'und';
  return plainly(sample) ?? detected(sample);
}

/** The words that tell a language from all others, of those languages that have such a list. */
const TELLING: readonly (readonly [language: string, words: ReadonlySet<string>])[] = knownLanguages()
  .map((language) => [language, new Set(languageData(language, 'sentences').words('telling'))] as const)
  .filter(([, words]) => words.size > 0);

function plainly(sample: string): string | undefined {
  const words = sample.match(WORDS) ?? [];
  if (words.length < FEWEST_WORDS) return undefined;
  return TELLING.find(
    ([, telling]) => words.filter((word) => telling.has(word.toLowerCase())).length >= SHARE * words.length,
  )?.[0];
}

type Detect = (text: string) => { readonly language: string; readonly isReliable: () => boolean };
let detect: Detect | undefined;

/** The detector's tables are a megabyte of code: they are loaded when a text first needs them. */
function detected(sample: string): string {
  detect ??= loaded();
  const found = detect(sample);
  return found.language !== '' && found.isReliable() ? found.language : 'und';
}

function loaded(): Detect {
  const require = createRequire(import.meta.url);
  const { eld } = require(fileURLToPath(import.meta.resolve('eld/extrasmall'))) as { eld: { detect: Detect } };
  return (text) => eld.detect(text);
}
