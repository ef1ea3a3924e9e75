import type { Span } from '../../domain/span.ts';
import type { SentenceWords } from '../proposals/sentence-words.ts';
import type { Quote } from './answer.ts';
import type { PieceWords, Unfound } from './find-words.ts';

/** Why something that a model said is not taken. */
export type Refusal = Unfound | 'no-answer' | 'not-the-form' | 'another-number';

/** One thing that a model said, on its way through the gate: the first of its words that is not found refuses it whole. */
export class Taking {
  readonly #words: PieceWords;
  readonly #sentences: SentenceWords;
  refusal: Refusal | null = null;
  /** The sentence around its own words. */
  sentence: Span | null = null;

  constructor(words: PieceWords, sentences: SentenceWords) {
    this.#words = words;
    this.#sentences = sentences;
  }

  /** The words that it is about. */
  own(quote: Quote): Span | null {
    const span = this.span(quote);
    if (span !== null) this.sentence = this.#sentences.around(span);
    return span;
  }

  span(quote: Quote | null): Span | null {
    if (quote === null || this.refusal !== null) return null;
    const found = this.#words.find(quote, this.sentence);
    if (typeof found !== 'string') return found;
    this.refusal = found;
    return null;
  }

  spans(quotes: readonly Quote[]): Span[] {
    return quotes.flatMap((quote) => this.span(quote) ?? []);
  }
}
