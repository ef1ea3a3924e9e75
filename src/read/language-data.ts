import { readFileSync } from 'node:fs';

/**
 * The word tables of one language, `resources/languages/<language>/<name>.json`. This is the door where they are parsed:
 * a table that has not the shape its pass asks for is a fault of the package and throws.
 */
export interface LanguageData {
  /** A list of words. */
  readonly words: (key: string) => readonly string[];
  /** Words and the numbers they stand for. */
  readonly numbers: (key: string) => Readonly<Record<string, number>>;
  /** Lists of words under names. */
  readonly lists: (key: string) => Readonly<Record<string, readonly string[]>>;
}

const FOLDER = new URL('../../resources/languages/', import.meta.url);
const NAME = /^[a-z]{2,3}$/;
const loaded = new Map<string, LanguageData>();

/** Reads a table once and keeps it: tables are small and part of the package. */
export function languageData(language: string, name: string): LanguageData {
  if (!NAME.test(language)) throw new RangeError(`not a language code: ${language.slice(0, 20)}`);
  const path = `${language}/${name}.json`;
  const known = loaded.get(path);
  if (known !== undefined) return known;
  const data = tableOf(JSON.parse(readFileSync(new URL(path, FOLDER), 'utf8')), path);
  loaded.set(path, data);
  return data;
}

function tableOf(raw: unknown, path: string): LanguageData {
  const fault = (key: string, wanted: string): never => {
    throw new TypeError(`${path}: "${key}" should be ${wanted}`);
  };
  const at = (key: string): unknown => (isObject(raw) ? raw[key] : undefined);
  return {
    words: (key) => {
      const value = at(key);
      return isWords(value) ? value : fault(key, 'a list of words');
    },
    numbers: (key) => {
      const value = at(key);
      return isObject(value) && eachIs(value, isNumber) ? value : fault(key, 'words with numbers');
    },
    lists: (key) => {
      const value = at(key);
      return isObject(value) && eachIs(value, isWords) ? value : fault(key, 'lists of words under names');
    },
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string');

function eachIs<T>(value: Record<string, unknown>, is: (item: unknown) => item is T): value is Record<string, T> {
  return Object.values(value).every(is);
}
