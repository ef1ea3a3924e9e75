import type { ReleasedRecord } from './released.ts';

const COLUMNS = [
  'record',
  'kind',
  'title',
  'field',
  'value',
  'status',
  'basis',
  'words',
  'source',
  'text',
  'start',
  'end',
  'chain',
  'decided_by',
  'deed',
  'masked',
] as const;

/** A cell that a spreadsheet would run as a formula is written with a leading apostrophe (SPEC R5). */
const FORMULA = /^[\s'"]*[=+\-@\t\r＝＋－＠]/u;

const cell = (text: string): string => {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The register as CSV (RFC 4180): a row for each value and each of its words. */
export async function* registerCsv(records: AsyncIterable<ReleasedRecord>): AsyncGenerator<string> {
  yield `${COLUMNS.join(',')}\r\n`;
  for await (const record of records) yield rowsOf(record).join('');
}

function rowsOf(record: ReleasedRecord): string[] {
  return record.cells.flatMap((value) => {
    const words = value.attestedBy.length === 0 ? [undefined] : value.attestedBy;
    return words.map((at) => {
      const row = [
        record.id,
        record.kind,
        record.title,
        value.field,
        value.shown,
        value.status,
        value.basis,
        at?.span.text ?? '',
        at?.source ?? '',
        at?.text ?? '',
        at === undefined ? '' : String(at.span.start),
        at === undefined ? '' : String(at.span.end),
        value.chain.join(' → '),
        value.decidedBy,
        value.deed,
        value.masked ? 'yes' : '',
      ];
      return `${row.map(cell).join(',')}\r\n`;
    });
  });
}
