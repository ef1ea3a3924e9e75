import { AveragedTable } from '../model/averaged.ts';
import { chanceFrom, shuffle } from '../model/chance.ts';
import { Hashes } from './hashes.ts';
import type { Words } from '../model/words.ts';
import { Frame, PAD, type Lookups } from './frame.ts';
import { countFeatures, keyedIds, keysOf, type FeatureCounts, type KeyedTable } from './keyed-table.ts';
import { sureTagOf } from './lexicon.ts';
import { tagFeatures } from './tag-features.ts';
import { Tagger } from './tagger.ts';
import { FINE_TAGS } from './tagset.ts';

/** A sentence to learn from, at most `LONGEST` tokens. */
export interface TaggedSentence {
  readonly words: Words;
  /** Fine tags. */
  readonly tags: Uint8Array;
}

export interface Training {
  readonly bits: number;
  /** Features that are met less often are not learnt. */
  readonly fewest: number;
  readonly epochs: number;
  readonly seed: number;
  readonly lookups: Lookups;
}

/** An averaged perceptron that learns along its own choices on the left. */
export function trainTagger(sentences: readonly TaggedSentence[], training: Training): KeyedTable {
  const { bits, fewest, epochs, seed, lookups } = training;
  const averaged = new AveragedTable(bits, FINE_TAGS.length);
  const keys = keysOf(tagCounts(sentences, lookups), bits, fewest);
  const table = { weights: averaged.table, keys };
  const tagger = new Tagger(table);
  const frame = new Frame();
  const order = [...sentences];
  const chance = chanceFrom(seed);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, chance);
    for (const { words, tags } of order) {
      frame.load(words, lookups, 0, words.length);
      for (let at = 0; at < words.length; at += 1) {
        const sure = sureTagOf(frame.entry[at + PAD] ?? 0);
        const right = tags[at] ?? 0;
        const found = sure === 0 ? tagger.choose(frame, at) : sure;
        frame.tags[at + PAD] = found;
        if (sure !== 0) continue;
        averaged.tick();
        if (found === right) continue;
        const ids = keyedIds(table, tagger.features);
        averaged.add(ids, right, 1);
        averaged.add(ids, found, -1);
      }
    }
  }
  return { weights: averaged.average(), keys };
}

function tagCounts(sentences: readonly TaggedSentence[], lookups: Lookups): FeatureCounts {
  const counts: FeatureCounts = new Map();
  const frame = new Frame();
  const features = new Hashes();
  for (const { words, tags } of sentences) {
    frame.load(words, lookups, 0, words.length);
    frame.tags.set(tags, PAD);
    for (let at = 0; at < words.length; at += 1) {
      if (sureTagOf(frame.entry[at + PAD] ?? 0) !== 0) continue;
      tagFeatures(frame, at, features);
      countFeatures(features, counts);
    }
  }
  return counts;
}
