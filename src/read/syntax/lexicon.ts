import { wordNumbers, type WordNumbers } from '../model/word-numbers.ts';
import { FINE_TAGS } from './tagset.ts';

/**
 * A word's entry is a number: below `FINE_TAGS.length` its only tag, above it the set of tags that it is met with
 * (what they are is of no matter, only which words share them).
 */
const SETS_FROM = FINE_TAGS.length;

/** The tag of a word that has no other; 0 where it must be chosen. */
export const sureTagOf = (entry: number): number => (entry < SETS_FROM ? entry : 0);

/** Words met less often have no entry, so that what training sees is what reading sees. */
const FEWEST = 4;
const SURE_FEWEST = 40;
const SURE_SHARE = 0.997;
const LEAST_SHARE = 0.04;

/** Builds the entries from each word's counts by fine tag. */
export function lexiconOf(counts: ReadonlyMap<number, Uint32Array>): WordNumbers {
  const sets = new Map<string, number>();
  const entries: { readonly hash: number; readonly set: string; readonly all: number }[] = [];
  const pairs: [number, number][] = [];
  for (const [hash, by] of counts) {
    const all = by.reduce((sum, count) => sum + count, 0);
    if (all < FEWEST) continue;
    const most = by.reduce((best, count, tag) => (count > (by[best] ?? 0) ? tag : best), 0);
    if (all >= SURE_FEWEST && (by[most] ?? 0) >= all * SURE_SHARE) {
      pairs.push([hash, most]);
      continue;
    }
    const set = [...by.keys()]
      .filter((tag) => (by[tag] ?? 0) >= all * LEAST_SHARE)
      .sort((a, b) => (by[b] ?? 0) - (by[a] ?? 0))
      .slice(0, 3)
      .join(' ');
    entries.push({ hash, set, all });
    sets.set(set, (sets.get(set) ?? 0) + all);
  }
  const kept = new Map(
    [...sets]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, 255 - SETS_FROM)
      .map(([set], at) => [set, SETS_FROM + at]),
  );
  for (const { hash, set } of entries) pairs.push([hash, kept.get(set) ?? 255]);
  return wordNumbers(pairs);
}
