import { hashWord } from '../model/hash.ts';

/** Endings that are cut, longest first; a stem keeps three letters or more. */
const ENDINGS = ['ings', 'ing', 'ies', 'ied', 'ed', 'es', 's', 'e', 'y'] as const;
const SHORTEST = 3;
/** Longer words are taken by their first so many units. */
const LONGEST = 48;

/** The hash of a small-letter word without its usual English endings: "arrests", "arrested" and "arresting" are one. */
export function stemOf(word: string): number {
  let end = Math.min(word.length, LONGEST);
  const mark = end > 2 && isMark(word.charCodeAt(end - 2)) ? end - 2 : end;
  end = isMark(word.charCodeAt(mark - 1)) ? mark - 1 : mark;
  const ending = ENDINGS.find((cut) => end - cut.length >= SHORTEST && word.endsWith(cut, end));
  end -= ending?.length ?? 0;
  const [last, before] = [word.charCodeAt(end - 1), word.charCodeAt(end - 2)];
  if (ending !== undefined && end > SHORTEST && last === before) end -= 1;
  return hashWord(word, 0, end);
}

const isMark = (unit: number): boolean => unit === 0x27 || unit === 0x2019;
