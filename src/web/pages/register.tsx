import { Switch } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { RecordRow } from '../../http/api-register.ts';
import { RECORD_KINDS, type RecordKind } from '../../domain/record.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { type Choice, ChoiceBox, FilterBar, FilterBox } from '../parts/filter-bar.tsx';
import { Missing } from '../parts/missing.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { RecordLink } from '../parts/record-link.tsx';
import { Tag } from '../parts/tag.tsx';
import { usePages } from '../state/pages.ts';
import { codeWord, t } from '../words.ts';

const route = getRouteApi('/register/$kind');

/** Columns after the title, by kind of record, with their widths; a new one is a line here. */
const SHOWN = {
  act: [
    ['victim', '2fr'],
    ['when', '8rem'],
    ['where', '1fr'],
    ['said-by', '1.5fr'],
  ],
  person: [
    ['kind', '6rem'],
    ['role', '1fr'],
    ['count', '5rem'],
    ['sensitivity', '7rem'],
  ],
  event: [
    ['when', '10rem'],
    ['where', '1fr'],
  ],
  statement: [
    ['said-by', '1.2fr'],
    ['manner', '6rem'],
    ['when', '8rem'],
  ],
  figure: [
    ['of-whom', '1fr'],
    ['standing', '7rem'],
    ['said-by', '1.2fr'],
  ],
  proceeding: [
    ['person', '1.2fr'],
    ['role', '7rem'],
    ['when', '8rem'],
  ],
  intervention: [
    ['stage', '7rem'],
    ['body', '1.2fr'],
    ['when', '8rem'],
  ],
  'cited-source': [
    ['hold', '7rem'],
    ['identifier', '6rem'],
    ['published', '8rem'],
    ['made-by', '1fr'],
  ],
  involvement: [
    ['act', '1.5fr'],
    ['degree', '8rem'],
  ],
} as const satisfies Record<RecordKind, readonly (readonly [string, string])[]>;

function Standing({ row }: { readonly row: RecordRow }) {
  return (
    <span className="tags">
      {row.proposed ? <Tag tone="dashed">{t('status.read')}</Tag> : null}
      {row.conflicts === 0 ? null : <Tag tone="warn">{t('status.conflict')}</Tag>}
      {row.work === 0 ? null : <Tag tone="quiet">{t('status.work-needed')}</Tag>}
    </span>
  );
}

function columnsOf(kind: RecordKind): readonly Column<RecordRow>[] {
  return [
    {
      key: 'title',
      head: t(`kind.${kind}`),
      width: '3fr',
      cell: (row) => (row.proposed ? row.title : <RecordLink id={row.id}>{row.title}</RecordLink>),
    },
    ...SHOWN[kind].map(([key, width]) => ({
      key,
      head: codeWord('field', key),
      width,
      cell: (row: RecordRow) => row.columns[key] ?? '',
    })),
    { key: 'status', head: t('record.status'), width: '9.5rem', cell: (row) => <Standing row={row} /> },
    { key: 'sources', head: t('nav.sources'), width: '4.5rem', number: true, cell: (row) => row.sources },
  ];
}

const STATUSES: readonly Choice[] = [
  { value: '', label: t('register.any') },
  { value: 'conflict', label: t('status.conflict') },
  { value: 'work-needed', label: t('status.work-needed') },
];
const SORTS: readonly Choice[] = [
  { value: '', label: t('sort.newest') },
  { value: 'title', label: t('sort.title') },
  { value: 'sources', label: t('sort.sources') },
];

interface RegisterListProps {
  readonly kind: RecordKind;
}

function useRegister(kind: RecordKind) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const rows = usePages<RecordRow>('/records', { kind, ...search });
  const set = (change: Partial<typeof search>) =>
    void navigate({ to: '/register/$kind', params: { kind }, search: { ...search, ...change }, replace: true });
  const open = (row: RecordRow) => {
    if (row.proposed) void navigate({ to: '/review', search: { kind } });
    else void navigate({ to: '/records/$id', params: { id: row.id } });
  };
  return { search, rows, set, open };
}

function RegisterList({ kind }: RegisterListProps) {
  const { search, rows, set, open } = useRegister(kind);
  const columns = useMemo(() => columnsOf(kind), [kind]);
  return (
    <PageFrame title={t(`register.${kind}`)} bare>
      <FilterBar count={t('register.count', { n: rows.total ?? rows.rows.length })}>
        <FilterBox value={search.q ?? ''} onChange={(q) => set({ q })} />
        <ChoiceBox
          label={t('record.status')}
          value={search.status ?? ''}
          choices={STATUSES}
          onChange={(status) => set({ status })}
        />
        <ChoiceBox
          label={t('sort.label')}
          value={search.sort ?? ''}
          choices={SORTS}
          onChange={(sort) => set({ sort })}
        />
        <Switch
          size="xs"
          label={t('register.proposed')}
          checked={search.proposed === '1'}
          onChange={(event) => set({ proposed: event.currentTarget.checked ? '1' : '' })}
        />
      </FilterBar>
      <DataTable
        label={t(`register.${kind}`)}
        columns={columns}
        rows={rows}
        idOf={(row) => row.id}
        open={open}
        dashed={(row) => row.proposed}
        empty={<p>{search.q === undefined ? t('register.empty') : t('register.nothing')}</p>}
      />
    </PageFrame>
  );
}

/** The register by kind: acts, persons, events, statements, figures, proceedings, interventions, works cited. */
export function RegisterPage() {
  const asked = route.useParams().kind;
  const kind = RECORD_KINDS.find((known) => known === asked);
  return kind === undefined ? <Missing /> : <RegisterList key={kind} kind={kind} />;
}
