import type { FeatureList } from './feature-list.ts';

/**
 * Weights of a hashed linear model: 2^bits rows of `width` cells, one cell an outcome. Trained in floats; shipped as
 * whole numbers, so that scores are exact sums and the same on every machine. `unit` is what one whole number stands for
 * (1 while training).
 */
export interface Table {
  readonly bits: number;
  readonly width: number;
  readonly cells: Int16Array | Float32Array;
  readonly unit: number;
}

export const emptyTable = (bits: number, width: number): Table & { readonly cells: Float32Array } => ({
  bits,
  width,
  cells: new Float32Array(2 ** bits * width),
  unit: 1,
});

/** Writes the score of each outcome, in the table's units, into the first `width` places of `out`. */
export function scoreInto(table: Table, features: FeatureList, out: Float64Array): void {
  const { cells, width } = table;
  const mask = 2 ** table.bits - 1;
  const { ids, values, count } = features;
  if (values !== null) {
    out.fill(0, 0, width);
    for (let at = 0; at < count; at += 1) {
      const row = ((ids[at] ?? 0) & mask) * width;
      const value = values[at] ?? 1;
      for (let k = 0; k < width; k += 1) out[k] = (out[k] ?? 0) + value * (cells[row + k] ?? 0);
    }
    return;
  }
  if (width > 4 && width <= 8) {
    eightInto(table, features, out);
    return;
  }
  // Four outcomes at once in locals; what lies past the width is another row's and goes nowhere.
  for (let k = 0; k < width; k += 4) {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let at = 0; at < count; at += 1) {
      const cell = ((ids[at] ?? 0) & mask) * width + k;
      a += cells[cell] ?? 0;
      b += cells[cell + 1] ?? 0;
      c += cells[cell + 2] ?? 0;
      d += cells[cell + 3] ?? 0;
    }
    out[k] = a;
    if (k + 1 < width) out[k + 1] = b;
    if (k + 2 < width) out[k + 2] = c;
    if (k + 3 < width) out[k + 3] = d;
  }
}

/** Up to eight outcomes in one go, each row looked up once; what lies past the width is another row's and goes nowhere. */
function eightInto({ cells, width, bits }: Table, { ids, count }: FeatureList, out: Float64Array): void {
  const mask = 2 ** bits - 1;
  let [a, b, c, d] = [0, 0, 0, 0];
  let [e, f, g, h] = [0, 0, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const cell = ((ids[at] ?? 0) & mask) * width;
    a += cells[cell] ?? 0;
    b += cells[cell + 1] ?? 0;
    c += cells[cell + 2] ?? 0;
    d += cells[cell + 3] ?? 0;
    e += cells[cell + 4] ?? 0;
    f += cells[cell + 5] ?? 0;
    g += cells[cell + 6] ?? 0;
    h += cells[cell + 7] ?? 0;
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
  out[4] = e;
  if (width > 5) out[5] = f;
  if (width > 6) out[6] = g;
  if (width > 7) out[7] = h;
}

/** The score of a model with a single outcome (yes or no), in the table's units. */
export function scoreOne(table: Table, features: FeatureList): number {
  const { cells } = table;
  const mask = 2 ** table.bits - 1;
  const { ids, values, count } = features;
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += (cells[(ids[at] ?? 0) & mask] ?? 0) * (values?.[at] ?? 1);
  return sum;
}

/** The index of the highest of the first `width` scores; the first of equals. */
export function highest(scores: Float64Array, width: number): number {
  let best = 0;
  for (let k = 1; k < width; k += 1) if ((scores[k] ?? 0) > (scores[best] ?? 0)) best = k;
  return best;
}

/** What one feature gives to one outcome. */
export interface Reason {
  readonly template: number;
  /** Position of the feature in its list. */
  readonly at: number;
  /** In logits or margins, not in table units. */
  readonly weight: number;
}

/** The features that speak loudest for `outcome` (against it where negative), strongest first. */
export function reasonsFor(table: Table, features: FeatureList, outcome: number, most = 4): Reason[] {
  const mask = 2 ** table.bits - 1;
  const all: Reason[] = [];
  for (let at = 0; at < features.count; at += 1) {
    const cell = table.cells[((features.ids[at] ?? 0) & mask) * table.width + outcome] ?? 0;
    if (cell === 0) continue;
    const weight = cell * table.unit * (features.values?.[at] ?? 1);
    all.push({ template: features.templates[at] ?? 0, at, weight });
  }
  return all.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.at - b.at).slice(0, most);
}
