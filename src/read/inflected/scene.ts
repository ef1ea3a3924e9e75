import type { Token, View } from '../passes.ts';
import { inflectedWords, keysOf, type InflectedWords } from './words.ts';

/** What the scans of one text share. */
export interface Scene {
  readonly view: View;
  readonly keys: readonly string[];
  readonly words: InflectedWords;
  readonly evidence: Evidence;
}

/** Keys seen in small letters, and with a capital where none was needed. */
interface Evidence {
  readonly small: ReadonlySet<string>;
  readonly capital: ReadonlySet<string>;
}

export const OPENERS = new Set(['«', '“', '"', '„', '—', '–', '-', '(', ':', '•']);

export const isCapital = (token: Token | undefined): boolean =>
  token !== undefined && (token.shape === 'title' || token.shape === 'upper');
/** «А.» or «А.В.» */
export const isInitial = ({ tokens }: View, at: number): boolean => {
  const token = tokens[at];
  if (token === undefined || !isCapital(token)) return false;
  if (token.text.length === 1) return tokens[at + 1]?.text === '.' && tokens[at + 1]?.start === token.end;
  return /^(?:\p{Lu}\.){1,3}$/u.test(token.text);
};

export function sceneOf(view: View): Scene {
  const keys = keysOf(view);
  const small = new Set<string>();
  const capital = new Set<string>();
  for (const { firstToken, lastToken } of view.sentences) {
    for (let at = firstToken; at < lastToken; at += 1) {
      const token = view.tokens[at];
      const key = keys[at] ?? '';
      if (token?.shape === 'lower') small.add(key);
      else if (isCapital(token) && at > firstToken && !OPENERS.has(view.tokens[at - 1]?.text ?? '')) capital.add(key);
    }
  }
  return { view, keys, words: inflectedWords(view.language), evidence: { small, capital } };
}

export const isGiven = (words: InflectedWords, key: string): boolean =>
  words.keyed('persons', 'given-men').has(key) || words.keyed('persons', 'given-women').has(key);

export const isPatronymic = (words: InflectedWords, key: string): boolean =>
  key.length > 5 && words.listed('persons', 'patronymics').some((end) => key.endsWith(end));
