import type { Span } from '../../domain/span.ts';

/** Longer things than this are few; they are looked at one by one. */
const USUAL = 4000;
const MOST_LONG = 64;

/** Things with a place, sorted, for "what lies here" without a walk over all of them. */
export class SpanIndex<Item> {
  readonly #usual: readonly Item[];
  readonly #long: readonly Item[];
  readonly #spanOf: (item: Item) => Span;
  /** No usual item is longer than this. */
  readonly #longest: number;

  constructor(items: Iterable<Item>, spanOf: (item: Item) => Span) {
    const sorted = [...items].sort((a, b) => spanOf(a).start - spanOf(b).start || spanOf(a).end - spanOf(b).end);
    const length = (item: Item): number => spanOf(item).end - spanOf(item).start;
    this.#usual = sorted.filter((item) => length(item) <= USUAL);
    this.#long = sorted.filter((item) => length(item) > USUAL).slice(0, MOST_LONG);
    this.#spanOf = spanOf;
    this.#longest = this.#usual.reduce((most, item) => Math.max(most, length(item)), 0);
  }

  /** Items that share a unit with `[start, end)`. */
  touching(start: number, end: number): Item[] {
    const touches = (item: Item): boolean => this.#spanOf(item).start < end && this.#spanOf(item).end > start;
    const found = this.#long.filter(touches);
    for (let at = this.#firstFrom(start - this.#longest); at < this.#usual.length; at += 1) {
      const item = this.#usual[at];
      if (item === undefined || this.#spanOf(item).start >= end) break;
      if (touches(item)) found.push(item);
    }
    return found;
  }

  #firstFrom(start: number): number {
    let low = 0;
    let high = this.#usual.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const item = this.#usual[middle];
      if (item !== undefined && this.#spanOf(item).start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
