/**
 * Features are whole numbers: a word is hashed once, and a feature is its template mixed with up to three such numbers.
 * Both are fixed for good: weights are only right with the hash they were trained with.
 */

/** A 32-bit hash of a word's UTF-16 units (FNV-1a with a final mix). */
export function hashWord(word: string, start = 0, end = word.length): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 12);
}

/** Mixes a template's number with up to three values: 32 bits, of which tables use the lowest. */
export function mix(template: number, a: number, b: number, c: number): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ Math.imul(a + 0x7f4a7c15, 0x85ebca6b);
  hash = (Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) + Math.imul(b + 0x1b873593, 0x27d4eb2f)) | 0;
  hash = (Math.imul(hash ^ (hash >>> 13), 0x165667b1) + Math.imul(c + 0x3c6ef372, 0x9e3779b1)) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return hash ^ (hash >>> 15);
}
