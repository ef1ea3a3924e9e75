import { chanceFrom, shuffle } from './chance.ts';
import { emptyTable, type Table } from './table.ts';

/** Something to decide yes or no about, once for each outcome. */
export interface LogisticExample {
  readonly features: Int32Array;
  /** Value of each feature; 1 where absent. */
  readonly values?: Float32Array | null;
  /** 1 for each outcome that holds, 0 for each that does not, -1 where nobody knows. */
  readonly targets: ArrayLike<number>;
  /** How much the example counts; 1 where absent. */
  readonly importance?: number;
}

export interface LogisticTraining {
  readonly bits: number;
  /** Number of outcomes, each a yes or no of its own. */
  readonly width: number;
  readonly epochs: number;
  readonly seed: number;
  /** Step size; 0.1 where absent. */
  readonly rate?: number;
  /** What each weight's sum of squared slopes starts from: more makes the first steps smaller; 1e-6 where absent. */
  readonly caution?: number;
  /** Strength of the pull towards 0 (L2), applied to the weights a step touches; 0 where absent. */
  readonly pull?: number;
}

/** Logistic regression by AdaGrad (Duchi 2011). The same examples and seed give the same weights. */
export function trainLogistic(examples: readonly LogisticExample[], training: LogisticTraining): Table {
  const { bits, width, epochs, seed, rate = 0.1, caution = 1e-6, pull = 0 } = training;
  const table = emptyTable(bits, width);
  const learner = { cells: table.cells, squares: new Float32Array(table.cells.length).fill(caution), rate, pull };
  const order = [...examples];
  const chance = chanceFrom(seed);
  const mask = 2 ** bits - 1;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, chance);
    for (const example of order)
      for (let outcome = 0; outcome < width; outcome += 1) step(learner, example, { mask, width, outcome });
  }
  return table;
}

interface Learner {
  readonly cells: Float32Array;
  readonly squares: Float32Array;
  readonly rate: number;
  readonly pull: number;
}

interface Place {
  readonly mask: number;
  readonly width: number;
  readonly outcome: number;
}

function step({ cells, squares, rate, pull }: Learner, example: LogisticExample, place: Place): void {
  const { features, values, targets, importance = 1 } = example;
  const { mask, width, outcome } = place;
  if (targets[outcome] === -1) return;
  let logit = 0;
  for (let at = 0; at < features.length; at += 1)
    logit += (cells[((features[at] ?? 0) & mask) * width + outcome] ?? 0) * (values?.[at] ?? 1);
  const error = importance * (1 / (1 + Math.exp(-logit)) - (targets[outcome] ?? 0));
  if (Math.abs(error) < 1e-7) return;
  for (let at = 0; at < features.length; at += 1) {
    const cell = ((features[at] ?? 0) & mask) * width + outcome;
    const slope = error * (values?.[at] ?? 1) + pull * (cells[cell] ?? 0);
    squares[cell] = (squares[cell] ?? 0) + slope * slope;
    cells[cell] = (cells[cell] ?? 0) - (rate * slope) / Math.sqrt(squares[cell] ?? 1);
  }
}
