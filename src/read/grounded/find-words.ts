import { spanAt, type Span } from '../../domain/span.ts';
import { CharClass, classAt } from '../text/char-class.ts';
import type { Quote } from './answer.ts';
import type { Piece } from './pieces.ts';

/** Why words are not taken: the text has them nowhere, or at several places and nothing settles which. */
export type Unfound = 'not-in-the-text' | 'several-places';

/** So much of the words before is looked at. */
const LEFT_UNITS = 80;

/** The words of one piece, laid out so that what a model copied is found again. */
export class PieceWords {
  readonly #text: string;
  readonly #piece: Piece;
  readonly #folded: Folded;

  constructor(text: string, piece: Piece) {
    this.#text = text;
    this.#piece = piece;
    this.#folded = folded(text, piece.start, piece.end);
  }

  /**
   * Finds words as they stand, else but for white space and quote marks. Where they stand more than once, the words before
   * them settle it, else `near`: the sentence of what they belong to (SPEC E61).
   */
  find({ words, before }: Quote, near: Span | null): Span | Unfound {
    const exact = this.#exact(words.trim());
    const places = exact.length > 0 ? exact : this.#folding(plain(words));
    if (places.length === 0) return 'not-in-the-text';
    return only(places) ?? only(this.#behind(places, before)) ?? only(within(places, near)) ?? 'several-places';
  }

  #exact(asked: string): Span[] {
    const { start, end } = this.#piece;
    return placesOf(this.#text.slice(start, end), asked).flatMap((from) => this.#whole(start + from, asked.length));
  }

  #folding(asked: string): Span[] {
    const { words, at } = this.#folded;
    return placesOf(words, asked).flatMap((from) => {
      const [start, last] = [at[from] ?? 0, at[from + asked.length - 1] ?? 0];
      return this.#whole(start, last + 1 - start);
    });
  }

  /** A place that begins or ends inside a word or a number is none: “40” is not in “140”. */
  #whole(start: number, length: number): Span[] {
    const cut = (at: number): boolean => isOfWord(this.#text, at - 1) && isOfWord(this.#text, at);
    return cut(start) || cut(start + length) ? [] : [spanAt(this.#text, start, start + length)];
  }

  #behind(places: readonly Span[], before: string): Span[] {
    const left = plain(before.slice(-LEFT_UNITS));
    if (left === '') return [];
    return places.filter(({ start }) => {
      const from = Math.max(this.#piece.start, start - LEFT_UNITS * 2);
      return plain(this.#text.slice(from, start)).endsWith(left);
    });
  }
}

const only = (places: readonly Span[]): Span | undefined => (places.length === 1 ? places[0] : undefined);

const within = (places: readonly Span[], near: Span | null): readonly Span[] =>
  near === null ? [] : places.filter(({ start, end }) => near.start <= start && end <= near.end);

interface Folded {
  readonly words: string;
  /** Where each unit of the folded words stands in the text. */
  readonly at: readonly number[];
}

const QUOTE_MARKS = new Set('"\'`´‘’‚‛“”„‟«»‹›ʼ′″＂＇');

/** White space is one space, every quote mark the same one. */
function folded(text: string, start: number, end: number): Folded {
  const signs: string[] = [];
  const at: number[] = [];
  for (let unit = start; unit < end; unit += 1) {
    const sign = text[unit] ?? '';
    const space = classAt(text, unit) === CharClass.space;
    if (space && signs.at(-1) === ' ') continue;
    signs.push(space ? ' ' : foldedSign(sign));
    at.push(unit);
  }
  return { words: signs.join(''), at };
}

const foldedSign = (sign: string): string => (QUOTE_MARKS.has(sign) ? '"' : sign);

const plain = (words: string): string => folded(words, 0, words.length).words.trim();

function isOfWord(text: string, at: number): boolean {
  const kind = classAt(text, at);
  return kind !== CharClass.space && kind !== CharClass.other;
}

function placesOf(words: string, asked: string): number[] {
  const places: number[] = [];
  if (asked === '') return places;
  for (let at = words.indexOf(asked); at >= 0; at = words.indexOf(asked, at + asked.length)) places.push(at);
  return places;
}
