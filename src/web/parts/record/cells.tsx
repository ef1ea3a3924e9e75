import type { RecordDetail } from '../../../http/api-register.ts';
import { codeWord, t } from '../../words.ts';
import { AddWordsLink } from './add-words-link.tsx';
import { Tag } from '../tag.tsx';
import { Cell } from './cell.tsx';
import { besideEachOther, type FieldRow, fieldRows } from './rows.ts';
import './record.css';

function Relations({ row }: { readonly row: FieldRow }) {
  return row.relations.map((relation) => (
    <p key={`${relation.a} ${relation.b}`} className={relation.kind === 'contradicts' ? 'relation warn' : 'relation'}>
      <b>{t(`relation.${relation.kind}`)}</b> {relation.because}
    </p>
  ));
}

function Values({ row, record }: { readonly row: FieldRow; readonly record: string }) {
  if (row.cells.length === 0) {
    return (
      <>
        <span className="quiet">{t('record.no-words')}</span>
        <Tag tone="quiet">{t('status.work-needed')}</Tag>
      </>
    );
  }
  const { beside, below } = besideEachOther(row);
  const shown = (cells: FieldRow['cells']) => cells.map((cell) => <Cell key={cell.claim} {...{ cell, record }} />);
  return (
    <>
      {beside.length === 0 ? null : <div className="values beside">{shown(beside)}</div>}
      <Relations row={row} />
      {below.length === 0 ? null : <div className="values">{shown(below)}</div>}
    </>
  );
}

/** Field, value, its words, its chain; values that disagree stand side by side. */
export function Cells({ record }: { readonly record: RecordDetail }) {
  return (
    <table className="cells">
      <caption className="unseen">{t('record.cells')}</caption>
      <tbody>
        {fieldRows(record).map((row) => (
          <tr key={row.field}>
            <th scope="row">
              <span>{codeWord('field', row.field)}</span>
              <AddWordsLink record={record} field={row.field} has={row.cells.length > 0} />
            </th>
            <td>
              <Values row={row} record={record.id} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
