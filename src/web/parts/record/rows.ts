import { FIELDS, type RecordKind } from '../../../domain/record.ts';
import type { CellView, RecordDetail } from '../../../http/api-register.ts';

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

/** What the record's own code says beside its words: an EDTF interval, a code of a list; null where it says the same. */
export function codeOf(cell: CellView): string | null {
  const { raw } = cell;
  if (raw.kind === 'when') return raw.edtf === cell.value ? null : raw.edtf;
  return null;
}
