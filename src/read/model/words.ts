import type { Token } from '../passes.ts';
import { hashWord } from './hash.ts';

/** What models know of each token, as numbers: hashed once a text, shared by all of them. */
export interface Words {
  readonly length: number;
  /** Lower-cased, digits as 0, curly marks as straight ones. */
  readonly lower: Int32Array;
  readonly exact: Int32Array;
  readonly prefix3: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  /** 0-15: case and kind of mark, see `shapeOf`. */
  readonly shape: Uint8Array;
}

/** Longer words are hashed by their first so many units. */
const LONGEST = 64;

/** The columns of the tokens `[first, last)`. */
export function wordsOf(tokens: readonly Token[], first = 0, last = tokens.length): Words {
  const length = last - first;
  const words = {
    length,
    lower: new Int32Array(length),
    exact: new Int32Array(length),
    prefix3: new Int32Array(length),
    suffix2: new Int32Array(length),
    suffix3: new Int32Array(length),
    shape: new Uint8Array(length),
  };
  for (let at = 0; at < length; at += 1) {
    const token = tokens[first + at];
    if (token === undefined) continue;
    const lower = plain(token.lower);
    words.lower[at] = hashWord(lower);
    words.exact[at] = token.lower === token.text ? (words.lower[at] ?? 0) : hashWord(plain(token.text));
    words.prefix3[at] = hashWord(lower, 0, Math.min(3, lower.length));
    words.suffix2[at] = hashWord(lower, Math.max(0, lower.length - 2)) ^ 0x51;
    words.suffix3[at] = hashWord(lower, Math.max(0, lower.length - 3)) ^ 0xa3;
    words.shape[at] = shapeOf(token);
  }
  return words;
}

const ODD = /[\d‘’“”„«»]/;
const MARKS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
};

function plain(word: string): string {
  const short = word.length > LONGEST ? word.slice(0, LONGEST) : word;
  if (!ODD.test(short)) return short;
  return short.replaceAll(/\d/g, '0').replaceAll(/[‘’“”„«»]/g, (mark) => MARKS[mark] ?? mark);
}

const SHAPES = { lower: 0, title: 1, upper: 2, mixed: 3, number: 4, mark: 5 } as const;
const MARK_SHAPES = new Map(
  [
    ['.', '…'],
    [','],
    ['?', '!'],
    [':', ';'],
    ['"', '“', '”', '„', '«', '»'],
    ["'", '‘', '’'],
    ['-', '–', '—'],
    ['(', '['],
  ].flatMap((marks, kind) => marks.map((mark): [string, number] => [mark, 6 + kind])),
);

function shapeOf(token: Token): number {
  return token.shape === 'mark' ? (MARK_SHAPES.get(token.text) ?? SHAPES.mark) : SHAPES[token.shape];
}
