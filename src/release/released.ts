import type { Cell } from '../domain/cell.ts';
import type { RecordKind } from '../domain/record.ts';
import type { Attestation } from '../domain/span.ts';
import type { Mask } from './mask.ts';

/** A record as it may leave: built up from what may be shown (DESIGN, Release), every word through the mask. */
export interface ReleasedRecord {
  readonly id: string;
  readonly kind: RecordKind;
  readonly title: string;
  readonly cells: readonly ReleasedCell[];
}

export interface ReleasedCell extends Cell {
  /** The words or the value were changed to hide a person; anchors keep their offsets. */
  readonly masked: boolean;
}

export interface ReleasedSource {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly published: string | null;
}

/** SPEC R3, R4: title, values, words, chain and names of a record pass the mask; offsets stay, `masked` says so. */
export function releaseRecord(
  record: { readonly id: string; readonly kind: RecordKind; readonly title: string; readonly cells: readonly Cell[] },
  mask: Mask,
): ReleasedRecord {
  return {
    id: record.id,
    kind: record.kind,
    title: mask(record.title).text,
    cells: record.cells.map((cell) => releaseCell(cell, mask)),
  };
}

function releaseCell(cell: Cell, mask: Mask): ReleasedCell {
  const value =
    typeof cell.value === 'string' && cell.name === null ? mask(cell.value) : { text: cell.value, masked: false };
  const name = cell.name === null ? null : mask(cell.name);
  const words = cell.attestedBy.map((at) => ({ at, masked: mask(at.span.text) }));
  const chain = cell.chain.map((link) => mask(link));
  const reason = cell.reason === null ? null : mask(cell.reason);
  return {
    ...cell,
    value: value.text,
    name: name?.text ?? null,
    shown: mask(cell.shown).text,
    reason: reason?.text ?? null,
    attestedBy: words.map(({ at, masked }): Attestation => ({ ...at, span: { ...at.span, text: masked.text } })),
    chain: chain.map((link) => link.text),
    masked:
      value.masked ||
      (name?.masked ?? false) ||
      (reason?.masked ?? false) ||
      [...chain, ...words.map((word) => word.masked)].some((part) => part.masked),
  };
}

/** One line of JSON a record, as the contract has it, with `masked` on changed cells. */
export async function* registerJsonLines(records: AsyncIterable<ReleasedRecord>): AsyncGenerator<string> {
  for await (const record of records) {
    const cells = record.cells.map(({ shown: _shown, ...cell }) => cell);
    yield `${JSON.stringify({ id: record.id, kind: record.kind, title: record.title, cells })}\n`;
  }
}
