import type { FigureDraft } from './figure-draft.ts';
import type { NumberRead } from './numbers.ts';

/** A bare numeral looks back this many sentences for what it counts. */
const NEAR = 2;
const FAR = 8;

/** Something counted, as later numerals without a noun may mean it. */
export interface Counted {
  /** Null for things that are no figures: "20 sections". */
  readonly draft: FigureDraft | null;
  readonly value: number | null;
  /** A vague word: it may hold any number. */
  readonly open: boolean;
  readonly sentence: number;
}

/** What a text has counted so far: people, acts and bodies, and things, which a bare numeral may mean as well. */
export class CountedBefore {
  readonly #byValue = new Map<number, Counted>();
  #last: Counted | null = null;
  /** The last that could hold others: a plural. */
  #lastMany: Counted | null = null;

  /** Nouns that no list knows and that this text counted as people. */
  readonly #people = new Set<string>();

  learn(head: string): void {
    this.#people.add(head);
  }

  wasPerson(head: string): boolean {
    return this.#people.has(head);
  }

  note(number: NumberRead, sentence: number, draft: FigureDraft | null): void {
    const value = number.value ?? number.high;
    const counted = { draft, value, open: number.vague !== null, sentence };
    this.#last = counted;
    if (counted.open || (value !== null && value > 1)) this.#lastMany = counted;
    if (value !== null && value > 1) this.#byValue.set(value, counted);
  }

  /** The last count, of whatever, in this sentence or so many before it. */
  lastWithin(sentence: number, back: number): Counted | null {
    return this.#last !== null && sentence - this.#last.sentence <= back ? this.#last : null;
  }

  /** The same number, counted not long ago: "the four" of "four students". */
  sameValue(value: number | null, sentence: number): Counted | null {
    const counted = value === null ? undefined : this.#byValue.get(value);
    return counted !== undefined && sentence - counted.sentence <= FAR ? counted : null;
  }

  /** The last plural count here or shortly before, if it could hold so many. */
  holding(value: number | null, sentence: number): Counted | null {
    const many = this.#lastMany;
    if (many === null || sentence - many.sentence > NEAR) return null;
    return many.open || value === null || (many.value !== null && many.value > value) ? many : null;
  }
}
