import { spanAt, type Span } from '../../domain/span.ts';

/** A sentence as attestation is no longer than this on either side. */
const MOST = 400;
const STOP = /[.!?…\n]/;

/** The sentence around a place of a text: the words that attest what is said of a count. */
export class SentenceWords {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  around({ start, end }: Span): Span {
    let from = start;
    while (from > 0 && start - from < MOST && !this.#stops(from - 1)) from -= 1;
    let to = end;
    while (to < this.#text.length && to - end < MOST && !this.#stops(to)) to += 1;
    while (from < start && /\s/.test(this.#text[from] ?? '')) from += 1;
    return spanAt(this.#text, from, Math.max(to, end));
  }

  /** A full stop before a letter, or before a small one behind a space, ends no sentence: "1.7", "U.S.", "i.e. in". */
  #stops(at: number): boolean {
    const sign = this.#text[at] ?? '';
    return STOP.test(sign) && (sign === '\n' || !/^(?:[\p{L}\p{N}]|\s\p{Ll})/u.test(this.#text.slice(at + 1, at + 3)));
  }
}
