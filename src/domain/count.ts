import { assertNever } from '../kit/assert-never.ts';

/** A count as it was said. "More than 200" and "102" are different shapes, not one number with a flag. */
export type Count =
  | { readonly kind: 'exactly'; readonly n: number }
  | { readonly kind: 'only'; readonly n: number }
  | { readonly kind: 'more-than'; readonly n: number }
  | { readonly kind: 'at-least'; readonly n: number }
  | { readonly kind: 'less-than'; readonly n: number }
  | { readonly kind: 'at-most'; readonly n: number }
  | { readonly kind: 'about'; readonly n: number }
  | { readonly kind: 'nearly'; readonly n: number }
  | { readonly kind: 'between'; readonly low: number; readonly high: number }
  | { readonly kind: 'vague'; readonly word: VagueWord };

export type VagueWord = 'several' | 'dozens' | 'scores' | 'hundreds' | 'thousands' | 'many-more';

/** What a vague word bounds from below; all are open above (MECHANICS, Counts as ranges). */
export const VAGUE_FLOOR = {
  several: 3,
  dozens: 24,
  scores: 40,
  hundreds: 200,
  thousands: 2000,
  'many-more': 10_000,
} as const satisfies Record<VagueWord, number>;

export interface Bounds {
  readonly low: number;
  /** `Infinity` where the words leave it open. */
  readonly high: number;
}

/** The smallest and largest whole number the words allow, both included (SPEC F1). */
export function countBounds(count: Count): Bounds {
  switch (count.kind) {
    case 'exactly':
    case 'only':
      return { low: count.n, high: count.n };
    case 'more-than':
      return { low: count.n + 1, high: Infinity };
    case 'at-least':
      return { low: count.n, high: Infinity };
    case 'less-than':
      return { low: 0, high: Math.max(0, count.n - 1) };
    case 'at-most':
      return { low: 0, high: count.n };
    case 'about':
      return { low: Math.ceil(count.n * 0.8), high: Math.floor(count.n * 1.2) };
    case 'nearly':
      return { low: Math.ceil(count.n * 0.8), high: count.n };
    case 'between':
      return { low: count.low, high: count.high };
    case 'vague':
      return { low: VAGUE_FLOOR[count.word], high: Infinity };
    default:
      return assertNever(count);
  }
}

export const boundsMeet = (a: Bounds, b: Bounds): boolean => a.low <= b.high && b.low <= a.high;

export const isVague = (count: Count): boolean => count.kind === 'vague';

/** The count in the field's plain words: "more than 200", "dozens", "7 to 20". */
export function countWords(count: Count): string {
  switch (count.kind) {
    case 'exactly':
      return String(count.n);
    case 'between':
      return `${count.low} to ${count.high}`;
    case 'vague':
      return count.word === 'many-more' ? 'tens of thousands' : count.word;
    case 'only':
    case 'more-than':
    case 'at-least':
    case 'less-than':
    case 'at-most':
    case 'about':
    case 'nearly':
      return `${count.kind.replace('-', ' ')} ${count.n}`;
    default:
      return assertNever(count);
  }
}
