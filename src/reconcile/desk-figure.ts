import type { Count } from '../domain/count.ts';
import type { About, Standing, Unit } from '../domain/vocabulary.ts';

/** A count as the figures desk compares it, read or recorded alike. */
export interface DeskFigure {
  readonly id: string;
  readonly count: Count;
  readonly unit: Unit;
  readonly about: About;
  /** False where the words do not say what happened to those who are counted. */
  readonly aboutKnown: boolean;
  readonly ofWhom: string | null;
  readonly standing: Standing;
  /** EDTF: when it happened, and when the count was true. */
  readonly period: string | null;
  readonly asOf: string | null;
  readonly place: string | null;
  /** Ids of other figures. */
  readonly partOf: string | null;
  readonly sameAs: string | null;
  /** Who says it; the same key in two figures is the same voice. `author:<source>` for a source's own voice. */
  readonly voiceKey: string;
  readonly source: string;
  /** The root that the source stands for: reprints of one origin share it. The source itself where nothing else is known. */
  readonly rootKey: string;
  readonly inferred: boolean;
}

/** What may be compared at all: counts of different classes never speak of the same thing. */
export type CountClass =
  | 'deaths'
  | 'harm'
  | 'injured'
  | 'custody'
  | 'missing'
  | 'attacked'
  | 'threatened'
  | 'displaced'
  | 'charged'
  | 'convicted'
  | 'acquitted'
  | 'released'
  | 'participating';

const CLASSES = {
  killed: 'deaths',
  died: 'deaths',
  tortured: 'harm',
  injured: 'injured',
  detained: 'custody',
  arrested: 'custody',
  disappeared: 'missing',
  abducted: 'missing',
  charged: 'charged',
  convicted: 'convicted',
  acquitted: 'acquitted',
  released: 'released',
  displaced: 'displaced',
  attacked: 'attacked',
  threatened: 'threatened',
  participating: 'participating',
  other: null,
} as const satisfies Record<About, CountClass | null>;

/** The class of a count; null where the words do not say what is counted. Recognised people were recognised as victims. */
export function classOf(figure: DeskFigure): CountClass | null {
  const known = figure.aboutKnown ? CLASSES[figure.about] : null;
  return known ?? (figure.standing === 'recognised' ? 'harm' : null);
}
