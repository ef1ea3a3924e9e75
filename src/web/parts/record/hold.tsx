import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { HoldBody } from '../../../http/api-bodies.ts';
import type { RecordDetail } from '../../../http/api-register.ts';
import type { SourceRow } from '../../../http/api-types.ts';
import type { HoldState } from '../../../domain/record.ts';
import { useDeeds } from '../../state/deeds.ts';
import { usePages } from '../../state/pages.ts';
import { t } from '../../words.ts';
import { ReasonDialog } from '../reason-dialog.tsx';

const PAUSE = 250;

interface WhichSourceProps {
  readonly chosen: string;
  readonly onChoose: (source: string) => void;
}

function WhichSource({ chosen, onChoose }: WhichSourceProps) {
  const [asked, setAsked] = useState('');
  const [q] = useDebouncedValue(asked, PAUSE);
  const { rows } = usePages<SourceRow>('/sources', { q });
  return (
    <>
      <TextInput label={t('hold.find')} value={asked} onChange={(event) => setAsked(event.currentTarget.value)} />
      <NativeSelect
        label={t('hold.which')}
        value={chosen}
        data={[{ value: '', label: t('hold.choose') }, ...rows.map((row) => ({ value: row.id, label: row.name }))]}
        onChange={(event) => onChoose(event.currentTarget.value)}
      />
    </>
  );
}

interface HoldBoxProps {
  readonly cited: string;
  readonly state: HoldState;
  readonly heldBy: RecordDetail['heldBy'];
}

/** A work that a source cites: sought until it is held; "it is held" says which source it is. */
export function HoldBox({ cited, state, heldBy }: HoldBoxProps) {
  const { run } = useDeeds();
  const [to, setTo] = useState<HoldState | null>(null);
  const [source, setSource] = useState('');
  const hold = (reason: string) => {
    if (to === null) return;
    const body: HoldBody = { state: to, reason, ...(to === 'held' ? { source } : {}) };
    void run(`/cited/${cited}/hold`, body);
  };
  const others = (['held', 'unobtainable', 'sought'] as const).filter((other) => other !== state);
  return (
    <section className="box">
      <h2>{t('hold.title', { state: t(`hold.${state}`) })}</h2>
      {heldBy === null ? null : (
        <p>
          <Link to="/sources/$id" params={{ id: heldBy.source }}>
            {t('hold.held-by', { source: heldBy.name })}
          </Link>
        </p>
      )}
      <p className="quiet">{t(`hold.${state}-what`)}</p>
      <div className="box-bar">
        {others.map((other) => (
          <Button key={other} size="compact-sm" onClick={() => setTo(other)}>
            {t(`hold.to-${other}`)}
          </Button>
        ))}
      </div>
      <ReasonDialog
        open={to !== null}
        title={t(`hold.to-${to ?? 'held'}`)}
        doIt={t('save')}
        ready={to !== 'held' || source !== ''}
        onClose={() => setTo(null)}
        onReason={hold}
      >
        {to === 'held' ? <WhichSource chosen={source} onChoose={setSource} /> : null}
      </ReasonDialog>
    </section>
  );
}
