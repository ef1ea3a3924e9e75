import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { WorkItem } from '../../http/api-register.ts';
import { type Choice, ChoiceBox, FilterBar } from '../parts/filter-bar.tsx';
import { countOf } from '../parts/count-of.ts';
import { More } from '../parts/more.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { WorkLine } from '../parts/work-line.tsx';
import { usePages } from '../state/pages.ts';
import { t } from '../words.ts';

const route = getRouteApi('/work');

const KINDS = [
  'get-it',
  'conflict',
  'work-needed',
  'issue',
  'unsettled',
  'unread',
] as const satisfies readonly WorkItem['kind'][];
const CHOICES: readonly Choice[] = [
  { value: '', label: t('work.all') },
  ...KINDS.map((kind) => ({ value: kind, label: t(`work.${kind}`) })),
];

/** What waits for somebody: each with what to do. */
export function WorkPage() {
  const { kind = '' } = route.useSearch();
  const navigate = useNavigate();
  const work = usePages<WorkItem>('/work', { kind });
  return (
    <PageFrame title={t('nav.work')} under={t('work.under')} bare>
      <FilterBar count={countOf('work.count', work)}>
        <ChoiceBox
          label={t('work.kind')}
          value={kind}
          choices={CHOICES}
          onChange={(value) => void navigate({ to: '/work', search: { kind: value }, replace: true })}
        />
      </FilterBar>
      <div className="page-body">
        {work.error === null ? null : <Trouble error={work.error} />}
        {!work.pending && work.rows.length === 0 ? <p>{t('work.empty')}</p> : null}
        {work.rows.map((item) => (
          <WorkLine key={item.id} item={item} />
        ))}
        <More rows={work} />
      </div>
    </PageFrame>
  );
}
