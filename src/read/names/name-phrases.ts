import type { Token } from '../passes.ts';
import { tokensOf } from '../text/tokens.ts';

/** Phrases by their first word, so that a text is looked through once whatever the length of the list. */
export interface PhraseTable {
  readonly byFirst: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Names are compared as written, other words in small letters. */
  readonly cased: boolean;
}

export function phraseTable(phrases: readonly string[], cased: boolean): PhraseTable {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = wordsIn(cased ? phrase : phrase.toLowerCase());
    const first = words[0] ?? '';
    const known = byFirst.get(first);
    if (known !== undefined) known.push(words);
    else if (words.length > 0) byFirst.set(first, [words]);
  }
  for (const list of byFirst.values()) if (list.length > 1) list.sort((a, b) => b.length - a.length);
  return { byFirst, cased };
}

/** Letters and single spaces are cut as any text would be, without looking at each letter. */
const PLAIN = /^\p{L}+(?: \p{L}+)*$/u;

const wordsIn = (phrase: string): string[] =>
  PLAIN.test(phrase) ? phrase.split(' ') : tokensOf(phrase).map((token) => token.text.replaceAll('’', "'"));

const wordOf = (token: Token | undefined, cased: boolean): string | undefined => {
  const word = cased ? token?.text : token?.lower;
  return word?.includes('’') ? word.replaceAll('’', "'") : word;
};

/** How many tokens the longest phrase that begins at `at` has; 0 when none does. */
export function phraseAt(table: PhraseTable, tokens: readonly Token[], at: number): number {
  const list = table.byFirst.get(wordOf(tokens[at], table.cased) ?? '');
  return list?.find((words) => words.every((word, n) => wordOf(tokens[at + n], table.cased) === word))?.length ?? 0;
}
