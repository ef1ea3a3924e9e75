import type { Mention } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import { figureWords, type FigureWords } from './figure-words.ts';
import type { Names, View } from '../passes.ts';
import { SpanIndex } from '../text/span-index.ts';

/** When and where, as far as the count's own clause says so; null is never guessed (SPEC E25). */
export interface Setting {
  readonly when: Mention | null;
  readonly asOf: Mention | null;
  readonly place: Span | null;
}

/** What is placed in time and space: a token range of a sentence. */
export interface Placed {
  readonly first: number;
  readonly last: number;
  /** Index into `View.sentences`. */
  readonly sentence: number;
}

/** What divides a sentence into clauses of their own. */
const CLAUSE_MARKS = new Set([';', ':', '–', '—']);

/** A place stands at most so many words behind its preposition: "in the mountains of Karsel". */
const WHERE_REACH = 7;

export class Settings {
  readonly #view: View;
  readonly #words: FigureWords;
  readonly #dates: SpanIndex<Mention>;
  readonly #places: SpanIndex<Mention>;

  constructor(view: View, names: Names) {
    const ofKind = (kind: Mention['kind'], takes: (mention: Mention) => boolean): SpanIndex<Mention> =>
      new SpanIndex(
        names.mentions.filter((mention) => mention.kind === kind && takes(mention)),
        ({ span }) => span,
      );
    this.#view = view;
    this.#words = figureWords(view.language);
    const published = view.published?.span.start;
    this.#dates = ofKind('date', (mention) => mention.span.start !== published);
    this.#places = ofKind('place', () => true);
  }

  /** `within`: the words reported as somebody's, when it is among them; a date outside says when it was said. */
  of(placed: Placed, within: Span | null): Setting {
    const clause = this.#clause(placed);
    const from = Math.max(clause.start, within?.start ?? 0);
    const to = Math.min(clause.end, within?.end ?? Infinity);
    if (to <= from) return { when: null, asOf: null, place: null };
    const at = this.#view.tokens[placed.first]?.start ?? from;
    const dates = this.#dates.touching(from, to);
    const asOf = dates.find((date) => this.#words.asOf.endingAt(this.#view.tokens, this.#tokenAt(date), 0)) ?? null;
    const when = nearest(
      dates.filter((date) => date !== asOf && !this.#isOwner(date)),
      at,
    );
    return { when, asOf, place: this.#place(placed, from, to) };
  }

  #place({ last }: Placed, from: number, to: number): Span | null {
    const behind = this.#view.tokens[last - 1]?.end ?? from;
    const places = this.#places.touching(from, to).filter((place) => this.#isWhere(place));
    return (places.find((place) => place.span.start >= behind) ?? places.at(-1))?.span ?? null;
  }

  /** "in Karsel", "near the town of Karsel": only words stand between the preposition and the place. */
  #isWhere(place: Mention): boolean {
    const first = this.#tokenAt(place);
    for (let at = first - 1; at >= first - WHERE_REACH; at -= 1) {
      const token = this.#view.tokens[at];
      if (token === undefined || token.shape === 'mark' || token.shape === 'number') return false;
      if (this.#words.is.where.has(token.lower)) return true;
    }
    return false;
  }

  /** "Monday’s announcement" says when it was announced. */
  #isOwner(date: Mention): boolean {
    const next = this.#view.text[date.span.end];
    return (next === '’' || next === "'") && this.#view.text[date.span.end + 1] === 's';
  }

  #tokenAt({ span }: Mention): number {
    const { tokens } = this.#view;
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle]?.start ?? 0) < span.start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #clause(placed: Placed): { start: number; end: number } {
    const { tokens, sentences } = this.#view;
    const { firstToken, lastToken } = sentences[placed.sentence] ?? { firstToken: 0, lastToken: 0 };
    let { first, last } = placed;
    const stops = (at: number): boolean =>
      CLAUSE_MARKS.has(tokens[at]?.text ?? '') || this.#words.is.clauseWords.has(tokens[at]?.lower ?? '');
    while (first > firstToken && placed.first - first < REACH && !stops(first - 1)) first -= 1;
    while (last < lastToken && last - placed.last < REACH && !stops(last)) last += 1;
    return { start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 };
  }
}

/** A clause is looked at this many tokens to each side. */
const REACH = 60;

function nearest(mentions: readonly Mention[], at: number): Mention | null {
  const distance = ({ span }: Mention): number => Math.max(span.start - at, at - span.end, 0);
  return mentions.reduce<Mention | null>(
    (best, mention) => (best === null || distance(mention) < distance(best) ? mention : best),
    null,
  );
}
