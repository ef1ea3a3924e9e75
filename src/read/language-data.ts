import { readdirSync, readFileSync } from 'node:fs';
import type { Grammar } from '../domain/reading.ts';

/** A language is a folder of data under `resources/languages` and a line here. */
const LANGUAGES: ReadonlyMap<string, Grammar> = new Map([
  ['en', 'english'],
  ['ru', 'inflected'],
  ['az', 'marks'],
]);

export const knownLanguages = (): string[] => [...LANGUAGES.keys()];

/** The grammar that reads a language; a text too short to tell (`und`) is tried as English. */
export const grammarOf = (language: string): Grammar => LANGUAGES.get(language === 'und' ? 'en' : language) ?? 'marks';

/** The same from `src/read` and from `dist/read`. */
const ROOT = new URL('../../resources/languages/', import.meta.url);

type Words = readonly string[];
type Lists = Readonly<Record<string, Words>>;
const NO_WORDS: Words = [];
const NO_LISTS: Lists = {};

/** One file of a language's folder: named lists of strings, or named tables of lists. What is not there is empty. */
interface LanguageData {
  words(name: string): Words;
  lists(name: string): Lists;
}

const isWords = (value: unknown): value is Words =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
const isLists = (value: unknown): value is Lists =>
  typeof value === 'object' && value !== null && Object.values(value).every(isWords);

function load(path: string): LanguageData {
  const found: unknown = JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'));
  if (typeof found !== 'object' || found === null) throw new TypeError(`${path} holds no lists`);
  const words = new Map<string, Words>();
  const lists = new Map<string, Lists>();
  for (const [name, value] of Object.entries(found)) {
    if (isWords(value)) words.set(name, value);
    else if (isLists(value)) lists.set(name, value);
    else throw new TypeError(`${path}: ${name} is no list of strings and no table of lists`);
  }
  return { words: (name) => words.get(name) ?? NO_WORDS, lists: (name) => lists.get(name) ?? NO_LISTS };
}

const NOTHING: LanguageData = { words: () => NO_WORDS, lists: () => NO_LISTS };

const data: ReadonlyMap<string, ReadonlyMap<string, LanguageData>> = new Map(
  [...LANGUAGES.keys()].map((language) => [
    language,
    new Map(
      readdirSync(new URL(language, ROOT))
        .filter((name) => name.endsWith('.json'))
        .map((name) => [name.slice(0, -'.json'.length), load(`${language}/${name}`)]),
    ),
  ]),
);

/** The data of a language that is in its file `FILE.json`; empty where the language has none. */
export const languageData = (language: string, file: string): LanguageData => data.get(language)?.get(file) ?? NOTHING;

/** The same list of all languages, for what must be known before the language is: page furniture and lone dates. */
export const wordsOfAll = (file: string, name: string): Words =>
  [...LANGUAGES.keys()].flatMap((language) => languageData(language, file).words(name));
