import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { type ClaimStatus, NEXT_STATUS } from '../../../domain/claim.ts';
import type { AdoptBody, StatusBody } from '../../../http/api-bodies.ts';
import type { CellView } from '../../../http/api-register.ts';
import { useDeeds } from '../../state/deeds.ts';
import { t } from '../../words.ts';
import { dayWords } from '../dates.ts';
import { ReasonDialog } from '../reason-dialog.tsx';

interface CellActionsProps {
  readonly cell: CellView;
  readonly record: string;
}

/** A conflict is derived from recorded claims, never a status of its own (MECHANICS, Status of claims). */
const statusOf = (cell: CellView): ClaimStatus => (cell.status === 'conflict' ? 'recorded' : cell.status);

function Adopt({ cell, record }: CellActionsProps) {
  const { run } = useDeeds();
  const [open, setOpen] = useState(false);
  const adopt = (reason: string) => {
    const body: AdoptBody = { record, reason };
    void run(`/claims/${cell.claim}/adopt`, body);
  };
  return (
    <>
      <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
        {t('adopt.do')}
      </Button>
      <ReasonDialog
        open={open}
        title={t('adopt.title')}
        about={cell.value}
        note={t('adopt.note')}
        doIt={t('adopt.do')}
        onClose={() => setOpen(false)}
        onReason={adopt}
      />
    </>
  );
}

function ChangeStatus({ cell, record }: CellActionsProps) {
  const { run } = useDeeds();
  const [open, setOpen] = useState(false);
  const next: readonly ClaimStatus[] = NEXT_STATUS[statusOf(cell)];
  const [chosen, setChosen] = useState<ClaimStatus | undefined>(undefined);
  const to = next.find((status) => status === chosen) ?? next[0];
  const change = (reason: string) => {
    if (to === undefined) return;
    const body: StatusBody = { record, to, reason };
    void run(`/claims/${cell.claim}/status`, body);
  };
  return (
    <>
      <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
        {t('status.do')}
      </Button>
      <ReasonDialog
        open={open}
        title={t('status.title')}
        about={cell.value}
        doIt={t('status.do')}
        onClose={() => setOpen(false)}
        onReason={change}
      >
        <NativeSelect
          label={t('status.to')}
          value={to ?? ''}
          data={next.map((status) => ({ value: status, label: t(`status.${status}`) }))}
          onChange={(event) => setChosen(next.find((status) => status === event.currentTarget.value))}
        />
      </ReasonDialog>
    </>
  );
}

/** What a person can decide about one claim. */
export function CellActions({ cell, record }: CellActionsProps) {
  return (
    <p className="cell-actions">
      <span className="quiet">{t('cell.decided', { by: cell.decidedBy, at: dayWords(cell.at) })}</span>
      {cell.status === 'withdrawn' || cell.adopted !== null ? null : <Adopt cell={cell} record={record} />}
      <ChangeStatus cell={cell} record={record} />
    </p>
  );
}
