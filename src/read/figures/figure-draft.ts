import type { About, Unit } from '../../domain/vocabulary.ts';
import type { CountNoun } from './count-noun.ts';
import type { Governed } from './governing.ts';
import type { NumberRead } from './numbers.ts';

/** A count on its way: what is counted and what is said of it, before voices and links are found. */
export interface FigureDraft {
  readonly number: NumberRead;
  readonly noun: CountNoun;
  readonly unit: Unit;
  readonly about: About;
  readonly governed: Governed | null;
  /** Index into `View.sentences`. */
  readonly sentence: number;
  readonly kin: Kin | null;
  readonly why: readonly string[];
}

/** The count that a bare numeral goes on from: it counts some of those, or stands beside them. */
export interface Kin {
  readonly as: 'whole' | 'beside';
  readonly draft: FigureDraft;
}

/** Index of another draft; null where it is part of none, or the first to say so. */
export interface Links {
  readonly subsetOf: number | null;
  readonly sameAs: number | null;
  readonly why: readonly string[];
}

/** Links while they are sought. */
export interface Link extends Links {
  subsetOf: number | null;
  sameAs: number | null;
  readonly why: string[];
}
