import { FIELDS, type RecordKind } from '../../../domain/record.ts';
import type { CellView, RecordDetail, WordsView } from '../../../http/api-register.ts';
import { codeWord } from '../../words.ts';

export interface FieldRow {
  readonly field: string;
  /** Every value recorded for it, side by side; empty: no words say. */
  readonly cells: readonly CellView[];
  readonly relations: RecordDetail['relations'];
}

/** The rows of a record's table: its fields in the order of the schema, what no words say where it belongs (SPEC W4). */
export function fieldRows(record: Pick<RecordDetail, 'kind' | 'cells' | 'missing' | 'relations'>): readonly FieldRow[] {
  const known = Object.keys(FIELDS[record.kind satisfies RecordKind]);
  const more = record.cells.map((cell) => cell.field).filter((field) => !known.includes(field));
  return [...known, ...new Set(more)]
    .map((field) => ({
      field,
      cells: record.cells.filter((cell) => cell.field === field),
      relations: record.relations.filter((relation) => relation.field === field),
    }))
    .filter((row) => row.cells.length > 0 || record.missing.includes(row.field));
}

/** The values of a field that disagree, for columns beside each other, and those that stand for themselves, below (SPEC W39). */
export function besideEachOther({
  cells,
  relations,
}: FieldRow): Readonly<Record<'beside' | 'below', readonly CellView[]>> {
  const related = new Set(relations.flatMap(({ a, b }) => [a, b]));
  return {
    beside: cells.filter(({ claim }) => related.has(claim)),
    below: cells.filter(({ claim }) => !related.has(claim)),
  };
}

/** Where a reader begins to look for more words of a field: at those it has, or at the record's first. */
export const wordsToAddBy = ({ cells }: Pick<RecordDetail, 'cells'>, field: string | null): WordsView | undefined =>
  [...cells.filter((cell) => cell.field === field), ...cells].flatMap((cell) => cell.words)[0];

/** A value as people read it: a code in plain letters, everything else as the server wrote it. */
export const valueWords = (cell: CellView): string =>
  cell.raw.kind === 'code' ? codeWord('code', cell.raw.code) : cell.value;

/** The interval a date leaves open, for the grey beside it; null where the value says the same (SPEC W4). */
export function intervalOf({ raw, value, bounds }: CellView): string | null {
  if (raw.kind !== 'when' || bounds === null || !('from' in bounds)) return null;
  const { from, to } = bounds;
  const interval = from === to ? from : `${from === '' ? '…' : from} – ${to === '' ? '…' : to}`;
  return interval === value ? null : interval;
}
