import type { CellView } from '../../../http/api-register.ts';
import { t } from '../../words.ts';
import { Chain } from '../chain.tsx';
import { dayWords } from '../dates.ts';
import { RecordLink } from '../record-link.tsx';
import { Tag, type Tone } from '../tag.tsx';
import { WordsQuote } from '../words-quote.tsx';
import { CellActions } from './cell-actions.tsx';
import { intervalOf, valueWords } from './rows.ts';

const TONE = {
  recorded: 'ok',
  'work-needed': 'quiet',
  issue: 'warn',
  withdrawn: 'quiet',
  conflict: 'warn',
} as const satisfies Record<CellView['status'], Tone>;

function Marks({ cell }: { readonly cell: CellView }) {
  return (
    <>
      <Tag tone={TONE[cell.status]}>{t(`status.${cell.status}`)}</Tag>
      {cell.basis === 'words' ? null : (
        <Tag tone={cell.basis === 'finding' ? 'accent' : 'quiet'}>{t(`status.${cell.basis}`)}</Tag>
      )}
      {cell.adopted === null ? null : <Tag tone="accent">{t('status.adopted')}</Tag>}
    </>
  );
}

function Bounds({ cell }: { readonly cell: CellView }) {
  const interval = intervalOf(cell);
  return interval === null ? null : <span className="interval">{interval}</span>;
}

function Reasons({ cell }: { readonly cell: CellView }) {
  const { adopted } = cell;
  return (
    <>
      {cell.reason === null ? null : (
        <p className="because">
          {t(cell.basis === 'finding' ? 'cell.finding' : 'cell.reason', { reason: cell.reason })}
        </p>
      )}
      {adopted === null ? null : (
        <p className="because">
          {t('cell.adopted', { by: adopted.by, at: dayWords(adopted.at), reason: adopted.reason })}
        </p>
      )}
      {cell.unsettled === null ? null : <p className="because warn">{cell.unsettled}</p>}
    </>
  );
}

/** One claim: its value, how it stands, the words that attest it, whom they came through, and what can be decided about it. */
export function Cell({ cell, record }: { readonly cell: CellView; readonly record: string }) {
  return (
    <div className="cell" data-status={cell.status} data-cell={cell.claim}>
      <p className="value">
        <span className="v">
          {cell.to === null ? valueWords(cell) : <RecordLink id={cell.to}>{cell.value}</RecordLink>}
        </span>
        <Bounds cell={cell} />
        <Marks cell={cell} />
      </p>
      {cell.words.map((words) => (
        <WordsQuote key={`${words.text} ${words.span.start}`} words={words} chain={cell.chain} />
      ))}
      {cell.words.length === 0 && cell.chain.length > 0 ? <Chain links={cell.chain} /> : null}
      <Reasons cell={cell} />
      <CellActions cell={cell} record={record} />
    </div>
  );
}
