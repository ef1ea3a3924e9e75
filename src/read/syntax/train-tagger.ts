import { AveragedTable } from '../model/averaged.ts';
import { chanceFrom, shuffle } from '../model/chance.ts';
import type { Table } from '../model/table.ts';
import type { Words } from '../model/words.ts';
import { Frame, PAD, type Lookups } from './frame.ts';
import { sureTagOf } from './lexicon.ts';
import { Tagger } from './tagger.ts';
import { FINE_TAGS } from './tagset.ts';

/** A sentence to learn from, at most `LONGEST` tokens. */
export interface TaggedSentence {
  readonly words: Words;
  /** Fine tags. */
  readonly tags: Uint8Array;
}

export interface TaggerTraining {
  readonly bits: number;
  readonly epochs: number;
  readonly seed: number;
  readonly lookups: Lookups;
}

/** An averaged perceptron that learns along its own choices on the left. */
export function trainTagger(sentences: readonly TaggedSentence[], training: TaggerTraining): Table {
  const averaged = new AveragedTable(training.bits, FINE_TAGS.length);
  const tagger = new Tagger(averaged.table);
  const frame = new Frame();
  const order = [...sentences];
  const chance = chanceFrom(training.seed);
  for (let epoch = 0; epoch < training.epochs; epoch += 1) {
    shuffle(order, chance);
    for (const { words, tags } of order) {
      frame.load(words, training.lookups, 0, words.length);
      for (let at = 0; at < words.length; at += 1) {
        const sure = sureTagOf(frame.entry[at + PAD] ?? 0);
        const right = tags[at] ?? 0;
        const found = sure === 0 ? tagger.choose(frame, at) : sure;
        frame.tags[at + PAD] = found;
        if (sure !== 0) continue;
        averaged.tick();
        if (found === right) continue;
        averaged.add(tagger.ids, right, 1);
        averaged.add(tagger.ids, found, -1);
      }
    }
  }
  return averaged.average();
}
