import type { Grammar } from '../domain/reading.ts';
import { acts } from './acts/acts.ts';
import { figures } from './figures/figures.ts';
import { inflectedFigures } from './inflected/figures.ts';
import { inflectedNames } from './inflected/names.ts';
import { inflectedSaid, quotedSaid } from './inflected/said.ts';
import { namesByMarks, namesOf } from './names/names.ts';
import type { ActsPass, FiguresPass, NamesPass, SaidPass } from './passes.ts';
import { saidPass } from './said/said.ts';

interface Passes {
  readonly names: NamesPass;
  readonly said: SaidPass;
  readonly figures: FiguresPass;
  readonly acts: ActsPass;
}

/** What each grammar reads; what it has no rules for stays empty, never guessed (SPEC E26). */
export const PASSES: Readonly<Record<Grammar, Passes>> = {
  english: { names: namesOf, said: saidPass, figures, acts },
  inflected: { names: inflectedNames, said: inflectedSaid, figures: inflectedFigures, acts: () => [] },
  marks: { names: namesByMarks, said: quotedSaid, figures: () => [], acts: () => [] },
};
