import type { FeatureList } from '../model/feature-list.ts';
import { quantised } from '../model/quantise.ts';
import type { Table } from '../model/table.ts';

/**
 * The weights of a yes-or-no model in few rows: each row keeps the strongest of those that fall on it, with the two bits of
 * its hash that tell whose it is, so that a feature that was not kept says nothing. A cell is `4 × weight + key`.
 */
const KEY_BITS = 2;
const KEYS = 2 ** KEY_BITS - 1;
const LARGEST = 2 ** (15 - KEY_BITS) - 1;

/** Packs a trained table into a quarter of its rows. */
export function packed(trained: Table): Table {
  const { bits, cells, unit } = quantised(trained);
  const rows = bits - KEY_BITS;
  const strongest = new Int32Array(2 ** rows);
  const kept = new Int16Array(2 ** rows);
  for (let at = 0; at < cells.length; at += 1) {
    const weight = cells[at] ?? 0;
    const row = at & (2 ** rows - 1);
    if (Math.abs(weight) <= (strongest[row] ?? 0)) continue;
    if (Math.abs(weight) > LARGEST) throw new RangeError('a weight is too large to be packed');
    strongest[row] = Math.abs(weight);
    kept[row] = weight * (KEYS + 1) + (at >>> rows);
  }
  return { bits: rows, width: 1, cells: kept, unit };
}

/** What a model gives for a list of features, in units of its own. */
export type Scorer = (features: FeatureList) => number;

/** The weight of each feature, in units of the table. */
export function weightOf({ cells, bits }: Table, id: number): number {
  const cell = cells[id & (2 ** bits - 1)] ?? 0;
  return (cell & KEYS) === ((id >>> bits) & KEYS) ? cell >> KEY_BITS : 0;
}

export function packedScorer({ cells, bits }: Table): Scorer {
  const mask = 2 ** bits - 1;
  return ({ ids, count }) => {
    let sum = 0;
    for (let at = 0; at < count; at += 1) {
      const id = ids[at] ?? 0;
      const cell = cells[id & mask] ?? 0;
      if ((cell & KEYS) === ((id >>> bits) & KEYS)) sum += cell >> KEY_BITS;
    }
    return sum;
  };
}
