import type { SequenceModel } from './sequence.ts';
import type { Table } from './table.ts';

/** Share of the weights that lie within ±63, which the file keeps in a byte each; the few larger ones take two or three. */
const HELD = 0.995;
const SMALL = 63;
const LARGEST = 32_767;

/** Weights as whole numbers. Those that round to 0 vanish; `least` (in the trained scale) prunes more. Nothing is clipped. */
export function quantised({ bits, width, cells, unit }: Table, least = 0): Table {
  const step = stepOf(cells, least);
  const whole = new Int16Array(cells.length);
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] ?? 0;
    if (Math.abs(cell) >= least) whole[at] = Math.round(cell / step);
  }
  return { bits, width, cells: whole, unit: unit * step };
}

/** The same for a model of sequences: its transitions go into the units of its emissions. */
export function quantisedSequence({ emission, transitions }: SequenceModel, least = 0): SequenceModel {
  const small = quantised(emission, least);
  const ratio = emission.unit / small.unit;
  return { emission: small, transitions: transitions.map((score) => Math.round(score * ratio)) };
}

function stepOf(cells: Table['cells'], least: number): number {
  let count = 0;
  for (let at = 0; at < cells.length; at += 1) if (cells[at] !== 0 && Math.abs(cells[at] ?? 0) >= least) count += 1;
  if (count === 0) return 1;
  const sizes = new Float32Array(count);
  count = 0;
  for (let at = 0; at < cells.length; at += 1) {
    const size = Math.abs(cells[at] ?? 0);
    if (size === 0 || size < least) continue;
    sizes[count] = size;
    count += 1;
  }
  sizes.sort();
  const held = sizes[Math.min(count - 1, Math.floor(count * HELD))] ?? 1;
  return Math.max(held / SMALL, (sizes[count - 1] ?? 1) / LARGEST);
}
