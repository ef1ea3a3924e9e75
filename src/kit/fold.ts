/** Letters that no decomposition takes apart. One table for index and query, on every database (MECHANICS, Search). */
const LETTERS: Readonly<Record<string, string>> = {
  ə: 'e',
  Ə: 'e',
  ı: 'i',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ŋ: 'n',
  ё: 'е',
  ʼ: "'",
  '’': "'",
  ʻ: "'",
  '`': "'",
};

const MARKS = /\p{M}+/gu;
const SPECIAL = /[əƏıøđłħŧðþßæœŋёʼ’ʻ`]/gu;

/**
 * Folds a string for comparison: compatibility forms apart, marks off, small letters, and the letters of the table.
 * Idempotent. Lengths may change: spans are found by tokenising the text again, never by offsets into a folded string.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter);
}

export interface FoldedToken {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

const TOKEN = /[\p{L}\p{N}\p{M}]+(?:['’ʼ-][\p{L}\p{N}\p{M}]+)*/gu;

/** The words of a text with their places, folded: what the search index holds and what a query becomes. */
export function* foldedTokens(text: string): Generator<FoldedToken> {
  for (const match of text.matchAll(TOKEN)) {
    yield { start: match.index, end: match.index + match[0].length, folded: fold(match[0]) };
  }
}
