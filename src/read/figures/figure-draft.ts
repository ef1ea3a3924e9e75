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
  readonly why: readonly string[];
}

/** Index of another draft; null where it is part of none, or the first to say so. */
export interface Links {
  readonly subsetOf: number | null;
  readonly sameAs: number | null;
  readonly why: readonly string[];
}
