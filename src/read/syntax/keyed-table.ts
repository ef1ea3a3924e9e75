import type { Hashes } from './hashes.ts';
import { emptyTable, type Table } from '../model/table.ts';

/**
 * A table whose rows know the feature that they belong to by a key: a feature that was not learnt finds another's key and
 * says nothing, so that a small table does not drown in chance hits. Keys lie apart: most lookups end there, and they
 * are few enough to stay near the processor. Outcome 0 is no outcome.
 */
export interface KeyedTable {
  readonly weights: Table;
  /** One a row; 0 for an empty row. */
  readonly keys: Int8Array;
}

/** Seven bits of the hash above those that may choose the row: a byte in a model's file. */
const keyOf = (id: number): number => id >> 25 || 1;

/** Whole weights are added up as whole numbers, which is faster; while training they are none. */
export type Scores = Int32Array | Float64Array;
export const scoresFor = ({ weights: { cells, width } }: KeyedTable): Scores =>
  cells instanceof Int16Array ? new Int32Array(width) : new Float64Array(width);

/** Writes the scores of the outcomes `1..width-1` into `out`. */
export function scoreKeyed({ weights, keys }: KeyedTable, { ids, count }: Hashes, out: Scores): void {
  const { cells, bits, width } = weights;
  const mask = 2 ** bits - 1;
  out.fill(0, 0, width);
  for (let at = 0; at < count; at += 1) {
    const id = ids[at] ?? 0;
    if (keys[id & mask] !== keyOf(id)) continue;
    const row = (id & mask) * width;
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
export function keyedIds({ weights, keys }: KeyedTable, { ids, count }: Hashes): Int32Array {
  const mask = 2 ** weights.bits - 1;
  return ids.subarray(0, count).filter((id) => keys[id & mask] === keyOf(id));
}

/** How often each feature was met. */
export type FeatureCounts = Map<number, number>;

export function countFeatures({ ids, count }: Hashes, counts: FeatureCounts): void {
  for (let at = 0; at < count; at += 1) {
    const id = ids[at] ?? 0;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
}

/** A key for each row: of the features that fall on it the most frequent has it, when met `fewest` times. */
export function keysOf(counts: FeatureCounts, bits: number, fewest: number): Int8Array {
  const mask = 2 ** bits - 1;
  const keys = new Int8Array(2 ** bits);
  const most = new Int32Array(2 ** bits);
  for (const [id, count] of counts) {
    const row = id & mask;
    if (count < fewest || count < (most[row] ?? 0) || (count === most[row] && keyOf(id) > (keys[row] ?? 0))) continue;
    keys[row] = keyOf(id);
    most[row] = count;
  }
  return keys;
}

/** A table that knows nothing yet. */
export const untrained = (width: number): KeyedTable => ({ weights: emptyTable(0, width), keys: new Int8Array(1) });
