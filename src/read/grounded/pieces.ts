/** A piece of a text, `[start, end)` in its UTF-16 units. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** The most a model is asked to read at once, in UTF-16 units: with rules and answer it fits a window of 4,096 tokens. */
export const MOST_UNITS = 2000;
/** A piece is not cut shorter than this for the sake of a line's end. */
const LEAST_UNITS = 1000;

const LETTER = /\p{L}/u;

/** Cuts a text where a line, a sentence or a word ends; pieces without a letter are left out (SPEC E60). */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length;) {
    const end = endOf(text, start);
    if (LETTER.test(text.slice(start, end))) pieces.push({ start, end });
    start = end;
  }
  return pieces;
}

function endOf(text: string, start: number): number {
  if (text.length - start <= MOST_UNITS) return text.length;
  const window = text.slice(start, start + MOST_UNITS);
  for (const mark of ['\n', '. ', ' ']) {
    const at = window.lastIndexOf(mark);
    if (at >= LEAST_UNITS) return start + at + mark.length;
  }
  return start + MOST_UNITS - (isHighSurrogate(window.charCodeAt(MOST_UNITS - 1)) ? 1 : 0);
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
