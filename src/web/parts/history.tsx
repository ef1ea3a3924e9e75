import { Button } from '@mantine/core';
import { useState } from 'react';
import type { HistoryLine } from '../../http/api-types.ts';
import { useDeeds } from '../state/deeds.ts';
import { t } from '../words.ts';
import { momentWords } from './dates.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { Tag } from './tag.tsx';
import './history.css';

/** Deeds that no later decision can undo: custody, readings, what left, and taking back itself. */
const STAYS = new Set(['open', 'member', 'ingest', 'found-again', 'derive', 'read', 'release', 'take-back']);

export const canTakeBack = (line: HistoryLine): boolean => !line.takenBack && !STAYS.has(line.kind);

/** Takes a deed back, with a reason; what rested on it becomes work needed and does not vanish. */
export function TakeBack({ line }: { readonly line: HistoryLine }) {
  const { takeBack } = useDeeds();
  const [open, setOpen] = useState(false);
  if (!canTakeBack(line)) return null;
  return (
    <>
      <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
        {t('take-back.do')}
      </Button>
      <ReasonDialog
        open={open}
        title={t('take-back.title')}
        about={line.what}
        note={t('take-back.note')}
        doIt={t('take-back.do')}
        onClose={() => setOpen(false)}
        onReason={(reason) => void takeBack(line.deed, reason)}
      />
    </>
  );
}

/** Who did what, in order, each deed with its number in the ledger. */
export function History({ lines }: { readonly lines: readonly HistoryLine[] }) {
  return (
    <ol className="history">
      {lines.map((line) => (
        <li key={line.deed} data-taken-back={line.takenBack || undefined}>
          <span className="n">{line.n}</span>
          <span>
            <span className="what">{line.what}</span>
            {line.takenBack ? <Tag tone="quiet">{t('take-back.done')}</Tag> : null}
            {line.reason === null ? null : <q>{line.reason}</q>}
            <small>{t('history.by', { by: line.by, at: momentWords(line.at) })}</small>
          </span>
          <TakeBack line={line} />
        </li>
      ))}
    </ol>
  );
}
