/** What a UTF-16 unit is to the tokeniser. A surrogate is a letter: pairs are almost always letters or emoji of one word. */
export const CharClass = { space: 1, upper: 2, lower: 3, letter: 4, digit: 5, joiner: 6, other: 7 } as const;
export type CharClass = (typeof CharClass)[keyof typeof CharClass];

const SPACE = /[\s\p{Cc}\p{Zs}\u200B\uFEFF]/u;
const UPPER = /[\p{Lu}\p{Lt}]/u;
const LOWER = /\p{Ll}/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;
/** Combining marks, and the unseen signs that only join letters. */
const JOINER = /[\p{M}\p{Cf}]/u;
/** Direction marks stand between words and belong to none. */
const DIRECTION = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/u;

/** Filled as units are met: a test of six classes costs far more than a look into 64 kB. */
const known = new Uint8Array(0x10000);
const CLASSES = Object.values(CharClass);

function classify(unit: number): CharClass {
  if (unit >= 0xd800 && unit <= 0xdfff) return CharClass.letter;
  const char = String.fromCharCode(unit);
  if (SPACE.test(char) || DIRECTION.test(char)) return CharClass.space;
  if (UPPER.test(char)) return CharClass.upper;
  if (LOWER.test(char)) return CharClass.lower;
  if (LETTER.test(char)) return CharClass.letter;
  if (DIGIT.test(char)) return CharClass.digit;
  return JOINER.test(char) ? CharClass.joiner : CharClass.other;
}

/** The class of the unit at `at`; past the end it is a space. */
export function classAt(text: string, at: number): CharClass {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return CharClass.space;
  const seen = CLASSES[(known[unit] ?? 0) - 1];
  if (seen !== undefined) return seen;
  const found = classify(unit);
  known[unit] = found;
  return found;
}

export const isWordClass = (kind: CharClass): boolean =>
  kind === CharClass.upper || kind === CharClass.lower || kind === CharClass.letter || kind === CharClass.joiner;
