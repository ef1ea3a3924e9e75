import { FeatureList } from './feature-list.ts';
import { scoreInto, type Table } from './table.ts';

/** A first-order model of label sequences: a score a token and label, and one a pair of neighbouring labels. */
export interface SequenceModel {
  readonly emission: Table;
  /** `transitions[previous * K + next]`; row K is the start. In the emission table's units; -Infinity forbids. */
  readonly transitions: Float64Array;
}

/** Writes the features of token `at` into the list. */
export type Extract = (at: number, into: FeatureList) => void;

/** Scores of all labels of all tokens, `length × width`. */
export function emissionsOf(table: Table, length: number, extract: Extract): Float64Array {
  const out = new Float64Array(length * table.width);
  const list = new FeatureList();
  const scores = new Float64Array(table.width);
  for (let at = 0; at < length; at += 1) {
    list.clear();
    extract(at, list);
    scoreInto(table, list, scores);
    out.set(scores, at * table.width);
  }
  return out;
}

/** The best sequence of labels for the given emissions (Viterbi): linear in the length. */
export function bestLabels(emissions: Float64Array, transitions: Float64Array, width: number): Uint8Array {
  const length = emissions.length / width;
  const labels = new Uint8Array(length);
  if (length === 0) return labels;
  const from = new Uint8Array(length * width);
  let before = new Float64Array(width);
  let here = new Float64Array(width);
  for (let k = 0; k < width; k += 1) before[k] = (emissions[k] ?? 0) + (transitions[width * width + k] ?? 0);
  for (let at = 1; at < length; at += 1) {
    for (let k = 0; k < width; k += 1) {
      let best = -Infinity;
      let arg = 0;
      for (let j = 0; j < width; j += 1) {
        const score = (before[j] ?? 0) + (transitions[j * width + k] ?? 0);
        if (score > best) {
          best = score;
          arg = j;
        }
      }
      here[k] = best + (emissions[at * width + k] ?? 0);
      from[at * width + k] = arg;
    }
    [before, here] = [here, before];
  }
  let last = 0;
  for (let k = 1; k < width; k += 1) if ((before[k] ?? 0) > (before[last] ?? 0)) last = k;
  for (let at = length - 1; at >= 0; at -= 1) {
    labels[at] = last;
    last = from[at * width + last] ?? 0;
  }
  return labels;
}
