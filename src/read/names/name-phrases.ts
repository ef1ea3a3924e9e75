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
    const words = tokensOf(phrase).map((token) => (cased ? token.text : token.lower).replaceAll('’', "'"));
    const [first] = words;
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  return { byFirst, cased };
}

const wordOf = (token: Token | undefined, cased: boolean): string | undefined => {
  const word = cased ? token?.text : token?.lower;
  return word?.includes('’') ? word.replaceAll('’', "'") : word;
};

/** How many tokens the longest phrase that begins at `at` has; 0 when none does. */
export function phraseAt(table: PhraseTable, tokens: readonly Token[], at: number): number {
  const list = table.byFirst.get(wordOf(tokens[at], table.cased) ?? '');
  return list?.find((words) => words.every((word, n) => wordOf(tokens[at + n], table.cased) === word))?.length ?? 0;
}
