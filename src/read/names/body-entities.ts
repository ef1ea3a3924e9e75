/**
 * Bodies of one text: a name with and without its country, with its words in another order, and its acronym are one
 * (SPEC E5).
 */
export class Bodies {
  readonly #keys = new Map<string, number>();
  readonly #base = new Map<string, number | 'many'>();
  readonly #acronyms = new Map<string, number | 'many'>();
  #count = 0;

  /** The body of a name; `place` is the country or town it ends with ("of Ardovia"), or ''. */
  named(words: readonly string[], place: string): number {
    const key = keyOf(words);
    const base = place === '' ? key : keyOf(words.slice(0, words.length - place.split(' ').length - 1));
    const sameBase = this.#base.get(base);
    const found = this.#keys.get(key) ?? (place === '' && typeof sameBase === 'number' ? sameBase : undefined);
    const body = found ?? this.#count++;
    this.#keys.set(key, body);
    this.#base.set(base, sameBase === undefined || sameBase === body ? body : 'many');
    const initials = words
      .filter((word) => !SMALL.has(word))
      .map((word) => word[0] ?? '')
      .join('');
    if (initials.length >= 3) this.acronym(initials, body);
    return body;
  }

  /** The text itself, or its initials, say that an acronym stands for a body. */
  acronym(letters: string, body: number): void {
    const owner = this.#acronyms.get(letters);
    this.#acronyms.set(letters, owner === undefined || owner === body ? body : 'many');
  }

  byAcronym(letters: string): number | undefined {
    const owner = this.#acronyms.get(letters);
    return typeof owner === 'number' ? owner : undefined;
  }
}

const SMALL = new Set(['of', 'the', 'for', 'and', 'on', 'in', 'to', '’s', "'s", '’', "'"]);

const keyOf = (words: readonly string[]): string =>
  words
    .filter((word) => !SMALL.has(word))
    .toSorted()
    .join(' ');
