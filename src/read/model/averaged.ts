import { emptyTable, type Table } from './table.ts';

/**
 * Weights of a perceptron with the running sum that their average is made of (Collins 2002; the lazy form of Daumé 2006).
 * Call `tick` once a decision or a sentence, whatever was updated.
 */
export class AveragedTable {
  readonly table: Table & { readonly cells: Float32Array };
  readonly #sums: Float64Array;
  #step = 1;

  constructor(bits: number, width: number) {
    this.table = emptyTable(bits, width);
    this.#sums = new Float64Array(this.table.cells.length);
  }

  tick(): void {
    this.#step += 1;
  }

  /** Adds `amount` to `outcome` for every feature hash of `ids`. */
  add(ids: Int32Array, outcome: number, amount: number): void {
    const { cells, width, bits } = this.table;
    const mask = 2 ** bits - 1;
    for (let at = 0; at < ids.length; at += 1) {
      const cell = ((ids[at] ?? 0) & mask) * width + outcome;
      cells[cell] = (cells[cell] ?? 0) + amount;
      this.#sums[cell] = (this.#sums[cell] ?? 0) + amount * this.#step;
    }
  }

  /** Adds to one cell: for transitions and biases. */
  addCell(cell: number, amount: number): void {
    const { cells } = this.table;
    cells[cell] = (cells[cell] ?? 0) + amount;
    this.#sums[cell] = (this.#sums[cell] ?? 0) + amount * this.#step;
  }

  /** The average of all weights seen so far; training may go on afterwards. */
  average(): Table & { readonly cells: Float32Array } {
    const { bits, width, cells } = this.table;
    const mean = emptyTable(bits, width);
    for (let at = 0; at < cells.length; at += 1) mean.cells[at] = (cells[at] ?? 0) - (this.#sums[at] ?? 0) / this.#step;
    return mean;
  }
}
