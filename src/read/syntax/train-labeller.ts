import { AveragedTable } from '../model/averaged.ts';
import { chanceFrom, shuffle } from '../model/chance.ts';
import { lookupOf } from '../model/word-numbers.ts';
import { Frame, PAD, type Lookups } from './frame.ts';
import { countFeatures, keyedIds, keysOf, untrained, type FeatureCounts } from './keyed-table.ts';
import { Labeller } from './labeller.ts';
import { ROOT } from './parse-state.ts';
import { RELATIONS } from './tagset.ts';
import { arcContext, nothingSure, SureCounts } from './sure.ts';
import { loadTagged, type Learnt, type ParsedSentence } from './train-parser.ts';
import type { Training } from './train-tagger.ts';

const SURE_SHARE = 0.995;

/** An averaged perceptron over the arcs of true trees. */
export function trainLabeller(sentences: readonly ParsedSentence[], training: Training): Learnt {
  const { bits, epochs, seed, lookups } = training;
  const { keys, sure } = countArcs(sentences, training);
  const averaged = new AveragedTable(bits, RELATIONS.length);
  const table = { weights: averaged.table, keys };
  const learner = { labeller: new Labeller(table, lookupOf(sure)), frame: new Frame(), lookups };
  const order = [...sentences];
  const chance = chanceFrom(seed);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, chance);
    for (const sentence of order)
      overArcs(learner, sentence, (right, found) => {
        averaged.tick();
        if (found === right) return found;
        const ids = keyedIds(table, learner.labeller.features);
        averaged.add(ids, right, 1);
        averaged.add(ids, found, -1);
        return found;
      });
  }
  return { table: { weights: averaged.average(), keys }, sure };
}

/** Which features are worth a row, and which contexts leave no choice. */
function countArcs(sentences: readonly ParsedSentence[], { bits, fewest, lookups }: Training) {
  const labeller = new Labeller(untrained(RELATIONS.length), nothingSure);
  const learner = { labeller, frame: new Frame(), lookups };
  const counts: FeatureCounts = new Map();
  const sure = new SureCounts();
  for (const sentence of sentences)
    overArcs(learner, sentence, (right, _, place) => {
      countFeatures(labeller.features, counts);
      sure.add(arcContext(learner.frame, labeller.tree, place), [right]);
      return right;
    });
  return { keys: keysOf(counts, bits, fewest), sure: sure.table(SURE_SHARE) };
}

interface Learner {
  readonly labeller: Labeller;
  readonly frame: Frame;
  readonly lookups: Lookups;
}

/** Walks over the arcs that need a choice; `next` tells which relation to write. */
function overArcs(
  { labeller, frame, lookups }: Learner,
  sentence: ParsedSentence,
  next: (right: number, found: number, place: number) => number,
): void {
  loadTagged(frame, sentence, lookups);
  labeller.start(frame, placesOf(sentence.heads));
  for (let at = 0; at < sentence.words.length; at += 1) {
    const place = PAD + at;
    const known = labeller.known(frame, place);
    labeller.tree.relations[place] =
      known === 0 ? next(sentence.relations[at] ?? 0, labeller.choose(frame, place), place) : known;
  }
}

function placesOf(heads: Int32Array): Int32Array {
  const places = new Int32Array(heads.length + 2 * PAD);
  for (let at = 0; at < heads.length; at += 1) places[PAD + at] = (heads[at] ?? -1) < 0 ? ROOT : PAD + (heads[at] ?? 0);
  return places;
}
