import { Button, SegmentedControl } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AUDIENCES, type Audience } from '../../domain/sensitivity.ts';
import { PageFrame } from '../parts/page-frame.tsx';
import { announceTrouble } from '../state/deeds.ts';
import { FORMATS, release, type ReleaseFormat } from '../state/release.ts';
import { announce } from '../state/toasts.ts';
import { t } from '../words.ts';
import '../parts/work-line.css';
import './source.css';

interface FormatLineProps {
  readonly format: ReleaseFormat;
  readonly audience: Audience;
}

function FormatLine({ format, audience }: FormatLineProps) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    try {
      announce({ kind: 'done', text: t('export.made', { name: await release(format, audience) }), deed: null });
      await client.invalidateQueries();
    } catch (error) {
      announceTrouble(error);
    }
    setBusy(false);
  };
  return (
    <article className="work-line export-line">
      <div>
        <h3>{t(`export.${format}`)}</h3>
        <p>{t(`export.${format}-what`)}</p>
      </div>
      <Button loading={busy} onClick={() => void make()}>
        {t('export.do')}
      </Button>
    </article>
  );
}

const isAudience = (value: string): value is Audience => AUDIENCES.some((audience) => audience === value);

/** The register leaves the program, for an audience; who must be hidden from it is. */
export function ExportPage() {
  const [audience, setAudience] = useState<Audience>('public');
  return (
    <PageFrame title={t('nav.export')} under={t('export.under')}>
      <div className="source">
        <section>
          <h2 id="audience">{t('export.audience')}</h2>
          <SegmentedControl
            size="sm"
            aria-labelledby="audience"
            value={audience}
            onChange={(value) => isAudience(value) && setAudience(value)}
            data={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))}
          />
          <p>{t(`audience.${audience}-hides`)}</p>
        </section>
        <section>
          {FORMATS.map((format) => (
            <FormatLine key={format} format={format} audience={audience} />
          ))}
          <p className="quiet">{t('export.note')}</p>
        </section>
      </div>
    </PageFrame>
  );
}
