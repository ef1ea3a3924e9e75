import { hashWord } from '../model/hash.ts';
import type { Words } from '../model/words.ts';

/** Longer sentences are read in pieces of so many tokens. */
export const LONGEST = 300;
/** Places left and right of a sentence, so that neighbours need no test. */
export const PAD = 3;

/** What the frame looks up of a word by its hash. */
export interface Lookups {
  /** Word class, 0 unknown. */
  readonly classOf: (hash: number) => number;
  /** Which tags a word has in treebanks, 0 unknown: see `lexicon.ts`. */
  readonly entryOf: (hash: number) => number;
}

/** How a sentence is cased: only in the usual case do capitals tell names. */
const Casing = { usual: 0, upper: 1, title: 2, lower: 3 } as const;
type Casing = (typeof Casing)[keyof typeof Casing];

const SHAPE = { lower: 0, title: 1, upper: 2 } as const;
const OUTSIDE = hashWord(' ');

/** The columns of one sentence, padded on both sides, reused for the next. Place `PAD + i` is the sentence's token i. */
export class Frame {
  length = 0;
  readonly lower = new Int32Array(LONGEST + 2 * PAD);
  /** The word, or what it ends in where it is too rare to be known. */
  readonly word = new Int32Array(LONGEST + 2 * PAD);
  readonly exact = new Int32Array(LONGEST + 2 * PAD);
  readonly prefix3 = new Int32Array(LONGEST + 2 * PAD);
  readonly suffix2 = new Int32Array(LONGEST + 2 * PAD);
  readonly suffix3 = new Int32Array(LONGEST + 2 * PAD);
  /** Shape and casing of the sentence together, 0-63; 64 outside. */
  readonly shape = new Uint8Array(LONGEST + 2 * PAD);
  readonly wordClass = new Uint8Array(LONGEST + 2 * PAD);
  readonly entry = new Uint8Array(LONGEST + 2 * PAD);
  /** Fine tags, written by the tagger; 0 outside and not yet. */
  readonly tags = new Uint8Array(LONGEST + 2 * PAD);

  /** Takes the tokens `[first, last)`, at most `LONGEST`. */
  load(words: Words, { classOf, entryOf }: Lookups, first: number, last: number): void {
    const length = last - first;
    this.length = length;
    const casing = casingOf(words, first, last);
    for (let pad = 0; pad < PAD; pad += 1) {
      this.#outside(pad);
      this.#outside(PAD + length + pad);
    }
    for (let at = 0; at < length; at += 1) {
      const to = PAD + at;
      const lower = words.lower[first + at] ?? 0;
      const shape = words.shape[first + at] ?? 0;
      this.lower[to] = lower;
      this.exact[to] = casing === Casing.usual ? (words.exact[first + at] ?? 0) : lower;
      this.prefix3[to] = words.prefix3[first + at] ?? 0;
      this.suffix2[to] = words.suffix2[first + at] ?? 0;
      this.suffix3[to] = words.suffix3[first + at] ?? 0;
      this.shape[to] = shape + 16 * casing;
      const kind = classOf(lower);
      const form = casing !== Casing.usual && shape <= SHAPE.upper ? 0 : shape;
      this.wordClass[to] = kind;
      this.word[to] = kind === 0 ? (words.suffix3[first + at] ?? 0) ^ form : lower;
      this.entry[to] = entryOf(lower);
      this.tags[to] = 0;
    }
  }

  #outside(at: number): void {
    this.lower[at] = OUTSIDE;
    this.exact[at] = OUTSIDE;
    this.word[at] = OUTSIDE;
    this.prefix3[at] = OUTSIDE;
    this.suffix2[at] = OUTSIDE;
    this.suffix3[at] = OUTSIDE;
    this.shape[at] = 64;
    this.wordClass[at] = 0;
    this.entry[at] = 0;
    this.tags[at] = 0;
  }
}

function casingOf(words: Words, first: number, last: number): Casing {
  let [lower, title, upper] = [0, 0, 0];
  for (let at = first; at < last; at += 1) {
    const shape = words.shape[at] ?? 0;
    if (shape === SHAPE.lower) lower += 1;
    else if (shape === SHAPE.title) title += 1;
    else if (shape === SHAPE.upper) upper += 1;
  }
  const all = lower + title + upper;
  if (all > 3 && upper * 10 >= all * 6) return Casing.upper;
  if (title + upper === 0) return Casing.lower;
  return all > 3 && (title + upper) * 10 >= all * 6 ? Casing.title : Casing.usual;
}
