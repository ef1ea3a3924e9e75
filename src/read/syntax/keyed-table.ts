import type { FeatureList } from '../model/feature-list.ts';
import type { Table } from '../model/table.ts';

/**
 * A table whose rows begin with the key of the feature that they belong to: a feature that was not learnt finds another's
 * key and says nothing, so that a small table does not drown in chance hits. Outcome 0 is no outcome.
 */
const ROW_BITS = 25;
/** The seven bits of the hash above those that may choose the row, which a model's file keeps in a byte; 0 is an empty row. */
const keyOf = (id: number): number => id >> ROW_BITS || 1;

/** Whole weights are added up as whole numbers, which is faster; while training they are none. */
export type Scores = Int32Array | Float64Array;
export const scoresFor = ({ cells, width }: Table): Scores =>
  cells instanceof Int16Array ? new Int32Array(width) : new Float64Array(width);

/** Writes the scores of the outcomes `1..width-1` into `out`. */
export function scoreKeyed({ cells, bits, width }: Table, { ids, count }: FeatureList, out: Scores): void {
  const mask = 2 ** bits - 1;
  out.fill(0, 0, width);
  for (let at = 0; at < count; at += 1) {
    const id = ids[at] ?? 0;
    const row = (id & mask) * width;
    if (cells[row] !== keyOf(id)) continue;
    for (let k = 1; k < width; k += 1) out[k] = (out[k] ?? 0) + (cells[row + k] ?? 0);
  }
}

/** The outcome with the highest score; the first of equals. */
export function bestOf(scores: Scores): number {
  let [best, most] = [1, scores[1] ?? 0];
  for (let k = 2; k < scores.length; k += 1) {
    const score = scores[k] ?? 0;
    if (score <= most) continue;
    best = k;
    most = score;
  }
  return best;
}

/** The hashes of the features that have a row: what an update may touch. */
export function keyedIds({ cells, bits, width }: Table, { ids, count }: FeatureList): Int32Array {
  const mask = 2 ** bits - 1;
  return ids.subarray(0, count).filter((id) => cells[(id & mask) * width] === keyOf(id));
}

/** How often each feature was met. */
export type FeatureCounts = Map<number, number>;

export function countFeatures({ ids, count }: FeatureList, counts: FeatureCounts): void {
  for (let at = 0; at < count; at += 1) {
    const id = ids[at] ?? 0;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
}

/** A key for each row: of the features that fall on it the most frequent has it, when met `fewest` times. */
export function keysOf(counts: FeatureCounts, bits: number, fewest: number): Int16Array {
  const mask = 2 ** bits - 1;
  const keys = new Int16Array(2 ** bits);
  const most = new Int32Array(2 ** bits);
  for (const [id, count] of counts) {
    const row = id & mask;
    if (count < fewest || count < (most[row] ?? 0) || (count === most[row] && keyOf(id) > (keys[row] ?? 0))) continue;
    keys[row] = keyOf(id);
    most[row] = count;
  }
  return keys;
}

/** Writes the keys into the first cells of the rows. */
export function setKeys({ cells, width }: Table, keys: ArrayLike<number>): void {
  for (let row = 0; row < keys.length; row += 1) cells[row * width] = keys[row] ?? 0;
}

/** The keys in the first cells of the rows. */
export const keysIn = ({ cells, bits, width }: Table): Int16Array =>
  Int16Array.from({ length: 2 ** bits }, (_, row) => cells[row * width] ?? 0);
