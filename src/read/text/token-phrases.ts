import type { Token } from '../passes.ts';

export interface PhraseHit<Value> {
  /** How many tokens it takes. */
  readonly length: number;
  readonly value: Value;
}

interface Entry<Value> {
  readonly words: readonly string[];
  readonly value: Value;
}

/** Looks up phrases of one or more words in a run of tokens, the longest first. */
export class TokenPhrases<Value> {
  readonly #byFirst = new Map<string, Entry<Value>[]>();
  readonly #byLast = new Map<string, Entry<Value>[]>();

  constructor(phrases: Iterable<readonly [string, Value]>) {
    for (const [phrase, value] of phrases) {
      const entry = { words: phrase.split(' '), value };
      push(this.#byFirst, entry.words[0] ?? '', entry);
      push(this.#byLast, entry.words.at(-1) ?? '', entry);
    }
  }

  /** The longest phrase that begins with the token at `first`. */
  at(tokens: readonly Token[], first = 0): PhraseHit<Value> | undefined {
    const entries = this.#byFirst.get(tokens[first]?.lower ?? '');
    const entry = entries?.find(({ words }) => words.every((word, n) => tokens[first + n]?.lower === word));
    return entry === undefined ? undefined : { length: entry.words.length, value: entry.value };
  }

  /** The longest phrase that ends just before `end` and starts at `from` or later. */
  endingAt(tokens: readonly Token[], end: number, from: number): PhraseHit<Value> | undefined {
    const entries = end > from ? this.#byLast.get(tokens[end - 1]?.lower ?? '') : undefined;
    const entry = entries?.find(({ words }) => {
      const start = end - words.length;
      return start >= from && words.every((word, n) => tokens[start + n]?.lower === word);
    });
    return entry === undefined ? undefined : { length: entry.words.length, value: entry.value };
  }

  starts(word: string): boolean {
    return this.#byFirst.has(word);
  }
}

function push<Value>(map: Map<string, Entry<Value>[]>, key: string, entry: Entry<Value>): void {
  const list = map.get(key) ?? [];
  list.push(entry);
  list.sort((a, b) => b.words.length - a.words.length);
  map.set(key, list);
}
