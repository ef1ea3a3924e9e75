import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { AUDIENCES, MAY_SEE, type Sensitivity, SENSITIVITIES } from '../../../domain/sensitivity.ts';
import type { MarkBody } from '../../../http/api-bodies.ts';
import { useDeeds } from '../../state/deeds.ts';
import { t } from '../../words.ts';
import { ReasonDialog } from '../reason-dialog.tsx';

/** Who sees what of a person so marked: the rule's own table, in words. */
function Meaning({ sensitivity }: { readonly sensitivity: Sensitivity }) {
  return (
    <dl className="pairs">
      {AUDIENCES.map((audience) => (
        <div key={audience}>
          <dt>{t(`audience.${audience}`)}</dt>
          <dd>{t(`sees.${MAY_SEE[audience][sensitivity]}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How much a person is guarded, what that means, and how to change it. */
export function SensitivityBox({
  person,
  sensitivity,
}: {
  readonly person: string;
  readonly sensitivity: Sensitivity;
}) {
  const { run } = useDeeds();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Sensitivity>(sensitivity);
  const mark = (reason: string) => {
    const body: MarkBody = { sensitivity: chosen, reason };
    void run(`/persons/${person}/mark`, body);
  };
  return (
    <section className="box">
      <h2>{t('sensitivity.title', { is: t(`sensitivity.${sensitivity}`) })}</h2>
      <Meaning sensitivity={sensitivity} />
      <Button size="compact-sm" onClick={() => setOpen(true)}>
        {t('sensitivity.do')}
      </Button>
      <ReasonDialog
        open={open}
        title={t('sensitivity.do')}
        note={t('sensitivity.note')}
        doIt={t('save')}
        onClose={() => setOpen(false)}
        onReason={mark}
      >
        <NativeSelect
          label={t('field.sensitivity')}
          value={chosen}
          data={SENSITIVITIES.map((value) => ({ value, label: t(`sensitivity.${value}`) }))}
          onChange={(event) => setChosen(SENSITIVITIES.find((value) => value === event.currentTarget.value) ?? chosen)}
        />
        <Meaning sensitivity={chosen} />
      </ReasonDialog>
    </section>
  );
}
