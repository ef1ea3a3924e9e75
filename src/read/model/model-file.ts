import { ByteReader, ByteWriter } from './bytes.ts';
import type { Table } from './table.ts';
import type { WordNumbers } from './word-numbers.ts';

/** What a model's file holds: quantised tables, lists of numbers, labels, and numbers of words. No words of any text. */
export interface Model {
  readonly name: string;
  readonly labels: Readonly<Record<string, readonly string[]>>;
  /** Thresholds, transitions, biases: 64-bit floats. */
  readonly numbers: Readonly<Record<string, readonly number[]>>;
  readonly tables: Readonly<Record<string, Table>>;
  readonly words: Readonly<Record<string, WordNumbers>>;
}

const MAGIC = 'ACTUM-MODEL-1\n';

interface Header {
  readonly name: string;
  readonly labels: Model['labels'];
  readonly numbers: readonly (readonly [string, number])[];
  readonly tables: readonly (readonly [name: string, bits: number, width: number, unit: number])[];
  readonly words: readonly (readonly [string, number])[];
}

/** The bytes of a model's file: the same model, the same bytes. Tables must be quantised. */
export function encodeModel(model: Model): Uint8Array {
  const header: Header = {
    name: model.name,
    labels: model.labels,
    numbers: Object.entries(model.numbers).map(([name, list]) => [name, list.length]),
    tables: Object.entries(model.tables).map(([name, { bits, width, unit }]) => [name, bits, width, unit]),
    words: Object.entries(model.words).map(([name, { keys }]) => [name, keys.length]),
  };
  const out = new ByteWriter();
  out.text(MAGIC);
  out.text(`${JSON.stringify(header)}\n`);
  for (const list of Object.values(model.numbers)) for (const number of list) out.float(number);
  for (const table of Object.values(model.tables)) writeCells(out, table);
  for (const { keys, numbers } of Object.values(model.words)) {
    for (const key of keys) out.word(key);
    for (const number of numbers) out.byte(number);
  }
  return out.bytes();
}

/** Reads a model's file. Throws a TypeError for bytes that are none: models come with the program. */
export function decodeModel(bytes: Uint8Array): Model {
  const from = new ByteReader(bytes);
  if (from.line() !== MAGIC.trimEnd()) throw new TypeError('not a model file of this version');
  const header = JSON.parse(from.line()) as Header;
  return {
    name: header.name,
    labels: header.labels,
    numbers: Object.fromEntries(
      header.numbers.map(([name, length]) => [name, Array.from({ length }, () => from.float())]),
    ),
    tables: Object.fromEntries(
      header.tables.map(([name, bits, width, unit]) => [
        name,
        { bits, width, unit, cells: readCells(from, bits, width) },
      ]),
    ),
    words: Object.fromEntries(
      header.words.map(([name, length]) => [
        name,
        {
          keys: Int32Array.from({ length }, () => from.word()),
          numbers: Uint8Array.from({ length }, () => from.byte()),
        },
      ]),
    ),
  };
}

/** Cells in groups of eight: a byte says whether any of eight groups is there, a byte which cells are, then the cells. */
const GROUP = 8;

function writeCells(out: ByteWriter, { cells }: Table): void {
  if (!(cells instanceof Int16Array)) throw new TypeError('only quantised tables are kept');
  for (let block = 0; block < cells.length; block += GROUP * GROUP) {
    let there = 0;
    for (let group = 0; group < GROUP; group += 1)
      if (presence(cells, block + group * GROUP) !== 0) there |= 1 << group;
    out.byte(there);
    for (let group = 0; group < GROUP; group += 1) {
      const start = block + group * GROUP;
      const mask = presence(cells, start);
      if (mask === 0) continue;
      out.byte(mask);
      for (let at = 0; at < GROUP; at += 1) if ((mask >> at) & 1) out.signed(cells[start + at] ?? 0);
    }
  }
}

function presence(cells: Int16Array, start: number): number {
  let mask = 0;
  for (let at = 0; at < GROUP; at += 1) if ((cells[start + at] ?? 0) !== 0) mask |= 1 << at;
  return mask;
}

function readCells(from: ByteReader, bits: number, width: number): Int16Array {
  const cells = new Int16Array(2 ** bits * width);
  for (let block = 0; block < cells.length; block += GROUP * GROUP) {
    const there = from.byte();
    for (let group = 0; group < GROUP; group += 1) {
      if (((there >> group) & 1) === 0) continue;
      const mask = from.byte();
      const start = block + group * GROUP;
      for (let at = 0; at < GROUP; at += 1) if ((mask >> at) & 1) cells[start + at] = from.signed();
    }
  }
  return cells;
}
