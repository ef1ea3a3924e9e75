import { AveragedTable } from './averaged.ts';
import { chanceFrom, shuffle } from './chance.ts';
import { FeatureList } from './feature-list.ts';
import { bestLabels, type SequenceModel } from './sequence.ts';
import { scoreInto } from './table.ts';

/** A sentence or paragraph to learn from: `features` holds `perToken` hashes a token. */
export interface SequenceExample {
  readonly features: Int32Array;
  readonly perToken: number;
  readonly labels: Uint8Array;
}

export interface SequenceTraining {
  readonly bits: number;
  /** Number of labels. */
  readonly width: number;
  readonly epochs: number;
  readonly seed: number;
  /** Whether a label may follow another (`width` stands for the start): "inside" only after its own kind, for instance. */
  readonly allowed?: (previous: number, next: number) => boolean;
}

/** A structured averaged perceptron (Collins 2002). The same examples and seed give the same weights. */
export function trainSequence(
  examples: readonly SequenceExample[],
  { bits, width, epochs, seed, allowed = () => true }: SequenceTraining,
): SequenceModel {
  const emission = new AveragedTable(bits, width);
  const transition = new AveragedTable(Math.ceil(Math.log2(width + 1)), width);
  const barred = new Float64Array((width + 1) * width);
  for (let cell = 0; cell < barred.length; cell += 1)
    if (!allowed(Math.floor(cell / width), cell % width)) barred[cell] = -Infinity;
  const order = [...examples];
  const chance = chanceFrom(seed);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, chance);
    for (const example of order) {
      const found = bestLabels(emissionsFrom(emission, example), withBarred(transition.table.cells, barred), width);
      correct({ emission, transition, width }, example, found);
      emission.tick();
      transition.tick();
    }
  }
  return { emission: emission.average(), transitions: withBarred(transition.average().cells, barred) };
}

const withBarred = (cells: Float32Array, barred: Float64Array): Float64Array =>
  barred.map((bar, cell) => bar + (cells[cell] ?? 0));

function emissionsFrom({ table }: AveragedTable, { features, perToken, labels }: SequenceExample): Float64Array {
  const out = new Float64Array(labels.length * table.width);
  const list = new FeatureList(perToken);
  const scores = new Float64Array(table.width);
  list.count = perToken;
  for (let at = 0; at < labels.length; at += 1) {
    list.ids = features.subarray(at * perToken, (at + 1) * perToken);
    scoreInto(table, list, scores);
    out.set(scores, at * table.width);
  }
  return out;
}

interface Learner {
  readonly emission: AveragedTable;
  readonly transition: AveragedTable;
  readonly width: number;
}

function correct({ emission, transition, width }: Learner, example: SequenceExample, found: Uint8Array): void {
  const { features, perToken, labels } = example;
  let [gold, guess] = [width, width];
  for (let at = 0; at < labels.length; at += 1) {
    const [right, wrong] = [labels[at] ?? 0, found[at] ?? 0];
    if (right !== wrong) {
      const ids = features.subarray(at * perToken, (at + 1) * perToken);
      emission.add(ids, right, 1);
      emission.add(ids, wrong, -1);
    }
    if (right !== wrong || gold !== guess) {
      transition.addCell(gold * width + right, 1);
      transition.addCell(guess * width + wrong, -1);
    }
    [gold, guess] = [right, wrong];
  }
}
