/** A number for each of many words, kept by the words' hashes: word classes, cue kinds. Holds no words. */
export interface WordNumbers {
  /** Ascending hashes. */
  readonly keys: Int32Array;
  /** 1-255. */
  readonly numbers: Uint8Array;
}

/** Builds the lookup from pairs of hash and number; of equal hashes the last counts. */
export function wordNumbers(pairs: Iterable<readonly [hash: number, number: number]>): WordNumbers {
  const sorted = [...new Map(pairs)].sort((a, b) => a[0] - b[0]);
  return { keys: Int32Array.from(sorted, (pair) => pair[0]), numbers: Uint8Array.from(sorted, (pair) => pair[1]) };
}

/** A lookup by open addressing over the same pairs: 0 for a word that is not there. */
export function lookupOf({ keys, numbers }: WordNumbers): (hash: number) => number {
  const size = 2 ** Math.max(4, Math.ceil(Math.log2(keys.length * 2 + 1)));
  const slots = new Int32Array(size);
  const values = new Uint8Array(size);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? 0;
    let slot = key & (size - 1);
    while (values[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = key;
    values[slot] = numbers[at] ?? 0;
  }
  return (hash) => {
    let slot = hash & (size - 1);
    while (values[slot] !== 0) {
      if (slots[slot] === hash) return values[slot] ?? 0;
      slot = (slot + 1) & (size - 1);
    }
    return 0;
  };
}
