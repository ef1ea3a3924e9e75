import { AveragedTable } from '../model/averaged.ts';
import { chanceFrom, shuffle } from '../model/chance.ts';
import type { Table } from '../model/table.ts';
import { Frame, PAD } from './frame.ts';
import { countFeatures, keyedIds, keysOf, setKeys, type FeatureCounts } from './keyed-table.ts';
import { Labeller } from './labeller.ts';
import { ROOT } from './parse-state.ts';
import { RELATIONS } from './tagset.ts';
import { loadTagged, type ParsedSentence } from './train-parser.ts';
import type { Training } from './train-tagger.ts';

/** An averaged perceptron over the arcs of true trees. */
export function trainLabeller(sentences: readonly ParsedSentence[], training: Training): Table {
  const { bits, fewest, epochs, seed } = training;
  const averaged = new AveragedTable(bits, RELATIONS.length);
  const labeller = new Labeller(averaged.table);
  const frame = new Frame();
  const counts: FeatureCounts = new Map();
  const overArcs = (sentence: ParsedSentence, learn: (right: number, found: number) => number): void => {
    loadTagged(frame, sentence, training.lookups);
    labeller.start(frame, placesOf(sentence.heads));
    for (let at = 0; at < sentence.words.length; at += 1) {
      if ((sentence.heads[at] ?? -1) < 0) continue;
      const found = labeller.choose(frame, PAD + at);
      labeller.tree.relations[PAD + at] = learn(sentence.relations[at] ?? 0, found);
    }
  };
  for (const sentence of sentences)
    overArcs(sentence, (right) => {
      countFeatures(labeller.features, counts);
      return right;
    });
  setKeys(averaged.table, keysOf(counts, bits, fewest));
  const order = [...sentences];
  const chance = chanceFrom(seed);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, chance);
    for (const sentence of order)
      overArcs(sentence, (right, found) => {
        averaged.tick();
        if (found === right) return found;
        const ids = keyedIds(averaged.table, labeller.features);
        averaged.add(ids, right, 1);
        averaged.add(ids, found, -1);
        return found;
      });
  }
  return averaged.average();
}

function placesOf(heads: Int32Array): Int32Array {
  const places = new Int32Array(heads.length + 2 * PAD);
  for (let at = 0; at < heads.length; at += 1) places[PAD + at] = (heads[at] ?? -1) < 0 ? ROOT : PAD + (heads[at] ?? 0);
  return places;
}
