import type { Words } from '../model/words.ts';
import type { Quote, View } from '../passes.ts';

/** What is known of each token of a text, in columns: numbers only, made once and shared by all features. */
export interface Columns {
  readonly words: Words;
  /** Fine part of speech; 0 unknown. */
  readonly tags: Uint8Array;
  /** Word class; 0 unknown. */
  readonly classes: Uint8Array;
  /** Token that governs this one; -1 for a root and where unknown. */
  readonly heads: Int32Array;
  readonly relations: Uint8Array;
  /** Index into `View.sentences`. */
  readonly sentences: Int32Array;
  /** See `Place`. */
  readonly places: Uint8Array;
  /** How often the word is a cue, 0-3. */
  readonly cues: Uint8Array;
}

/** Where a token stands towards quote marks. */
export const Place = { outside: 0, inside: 1, opens: 2, closes: 3, term: 4 } as const;

/** A run of tokens `[first, last)` that is read at once: a block, or a piece of a long one. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** No passage is longer, so that time stays linear on hostile text. */
const LONGEST_PASSAGE = 360;

/** The blocks of a text as runs of tokens, cut between sentences where they are long, and anywhere where sentences are. */
export function passagesOf({ sentences }: View): Range[] {
  const passages: Range[] = [];
  let [first, last, block] = [0, 0, -1];
  const close = (): void => {
    for (let from = first; from < last; from += LONGEST_PASSAGE)
      passages.push({ first: from, last: Math.min(last, from + LONGEST_PASSAGE) });
  };
  for (const sentence of sentences) {
    if (sentence.block !== block || sentence.lastToken - first > LONGEST_PASSAGE) {
      close();
      first = sentence.firstToken;
      block = sentence.block;
    }
    last = sentence.lastToken;
  }
  close();
  return passages;
}

/** The sentence of each token; -1 for furniture. */
export function sentencesOfTokens({ sentences, tokens }: View): Int32Array {
  const column = new Int32Array(tokens.length).fill(-1);
  sentences.forEach(({ firstToken, lastToken }, at) => column.fill(at, firstToken, lastToken));
  return column;
}

/** Where each token stands towards the outermost quotation around it. */
export function placesOf({ tokens }: View, quotes: readonly Quote[]): Uint8Array {
  const column = new Uint8Array(tokens.length);
  let token = 0;
  for (const { open, close, inner, depth, role } of quotes) {
    if (depth > 0) continue;
    while ((tokens[token]?.start ?? Infinity) < open.start) token += 1;
    const end = close?.end ?? inner.end;
    for (; (tokens[token]?.start ?? Infinity) < end; token += 1) {
      const { start = 0 } = tokens[token] ?? {};
      if (start < open.end) column[token] = Place.opens;
      else if (close !== null && start >= close.start) column[token] = Place.closes;
      else column[token] = role === 'speech' ? Place.inside : Place.term;
    }
  }
  return column;
}
