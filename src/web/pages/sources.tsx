import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { SourceRow } from '../../http/api-types.ts';
import { AddFiles } from '../parts/add-files.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { countOf } from '../parts/count-of.ts';
import { dayWords } from '../parts/dates.ts';
import { type Choice, ChoiceBox, FilterBar, FilterBox } from '../parts/filter-bar.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { Tag } from '../parts/tag.tsx';
import { usePages } from '../state/pages.ts';
import { t } from '../words.ts';

const route = getRouteApi('/sources');

const COLUMNS: readonly Column<SourceRow>[] = [
  {
    key: 'name',
    head: t('sources.name'),
    width: '3fr',
    cell: (row) => (
      <Link to="/sources/$id" params={{ id: row.id }}>
        {row.name}
      </Link>
    ),
  },
  { key: 'state', head: t('sources.state'), width: '2fr', cell: (row) => <StateOf row={row} /> },
  { key: 'language', head: t('sources.language'), width: '5rem', cell: (row) => row.language },
  { key: 'statements', head: t('nav.statements'), width: '5.5rem', number: true, cell: (row) => some(row.statements) },
  { key: 'figures', head: t('nav.figures'), width: '4.5rem', number: true, cell: (row) => some(row.figures) },
  { key: 'acts', head: t('nav.acts'), width: '4rem', number: true, cell: (row) => some(row.acts) },
  { key: 'taken', head: t('sources.taken'), width: '7rem', cell: (row) => dayWords(row.takenAt) },
];

const some = (n: number): string => (n === 0 ? '' : String(n));

function StateOf({ row }: { readonly row: SourceRow }) {
  switch (row.state) {
    case 'unread':
      return <span className="warn">{t('sources.unread')}</span>;
    case 'queued':
      return <span className="quiet">{t('sources.queued')}</span>;
    case 'read':
      return (
        <>
          {row.waiting === 0 ? <span className="quiet">{t('sources.read')}</span> : t('nav.wait', { n: row.waiting })}
          {row.places > 1 ? <Tag tone="quiet">{t('sources.places', { n: row.places })}</Tag> : null}
        </>
      );
  }
}

const STATES: readonly Choice[] = [
  { value: '', label: t('sources.all') },
  { value: 'read', label: t('sources.read') },
  { value: 'unread', label: t('sources.unread') },
  { value: 'queued', label: t('sources.queued') },
];
const SORTS: readonly Choice[] = [
  { value: '', label: t('sort.taken') },
  { value: 'place', label: t('sort.place') },
];

/** Every source in custody. */
export function SourcesPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const rows = usePages<SourceRow>('/sources', search);
  const set = (change: Partial<typeof search>) =>
    void navigate({ to: '/sources', search: { ...search, ...change }, replace: true });
  return (
    <PageFrame title={t('nav.sources')} aside={<AddFiles compact />} bare>
      <FilterBar count={countOf('sources.count', rows)}>
        <FilterBox value={search.q ?? ''} onChange={(q) => set({ q })} />
        <ChoiceBox
          label={t('sources.state')}
          value={search.state ?? ''}
          choices={STATES}
          onChange={(state) => set({ state })}
        />
        <ChoiceBox
          label={t('sort.label')}
          value={search.sort ?? ''}
          choices={SORTS}
          onChange={(sort) => set({ sort })}
        />
      </FilterBar>
      <DataTable
        label={t('nav.sources')}
        columns={COLUMNS}
        rows={rows}
        idOf={(row) => row.id}
        open={(row) => void navigate({ to: '/sources/$id', params: { id: row.id } })}
        empty={<p>{t('sources.empty')}</p>}
      />
    </PageFrame>
  );
}
