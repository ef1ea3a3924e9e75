import { Switch } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { RecordRow } from '../../http/api-register.ts';
import { codeWords } from '../../domain/vocabulary.ts';
import { fieldOf, RECORD_KINDS, type RecordKind } from '../../domain/record.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { type Choice, ChoiceBox, FilterBar, FilterBox } from '../parts/filter-bar.tsx';
import { Missing } from '../parts/missing.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { RecordLink } from '../parts/record-link.tsx';
import { Tag } from '../parts/tag.tsx';
import { usePages } from '../state/pages.ts';
import { countOf } from '../parts/count-of.ts';
import { codeWord, t } from '../words.ts';

const route = getRouteApi('/register/$kind');

/** Columns by kind of record, the one that opens it first, with their widths; a new one is a line here. */
const SHOWN = {
  act: [
    ['violation', '1.6fr'],
    ['victim', '2fr'],
    ['when', '8rem'],
    ['where', '1fr'],
    ['said-by', '1.5fr'],
  ],
  person: [
    ['name', '2.5fr'],
    ['kind', '6rem'],
    ['role', '1fr'],
    ['count', '6rem'],
    ['sensitivity', '7rem'],
  ],
  event: [
    ['title', '2fr'],
    ['when', '10rem'],
    ['where', '1fr'],
  ],
  statement: [
    ['content', '3fr'],
    ['said-by', '1.2fr'],
    ['manner', '6rem'],
    ['when', '7rem'],
  ],
  figure: [
    ['count', '1fr'],
    ['about', '7rem'],
    ['of-whom', '1.5fr'],
    ['standing', '7rem'],
    ['said-by', '1.5fr'],
  ],
  proceeding: [
    ['step', '1.5fr'],
    ['person', '1.5fr'],
    ['role', '7rem'],
    ['when', '8rem'],
  ],
  intervention: [
    ['what', '2fr'],
    ['stage', '7rem'],
    ['body', '1.2fr'],
    ['when', '8rem'],
  ],
  'cited-source': [
    ['title', '2fr'],
    ['hold', '7rem'],
    ['identifier', '6rem'],
    ['published', '8rem'],
    ['made-by', '1fr'],
  ],
  involvement: [
    ['person', '1.5fr'],
    ['act', '1.5fr'],
    ['degree', '8rem'],
  ],
} as const satisfies Record<RecordKind, readonly (readonly [string, string])[]>;

function Standing({ row }: { readonly row: RecordRow }) {
  return (
    <span className="tags">
      {row.proposed ? <Tag tone="dashed">{t(row.proposer === null ? 'status.read' : 'reader.by-model')}</Tag> : null}
      {row.conflicts === 0 ? null : <Tag tone="warn">{t('status.conflict')}</Tag>}
      {row.work === 0 ? null : <Tag tone="quiet">{t('status.work-needed')}</Tag>}
    </span>
  );
}

const MARKS: readonly string[] = ['sensitivity', 'hold'];
const columnWords = (kind: RecordKind, key: string, value: string): string =>
  MARKS.includes(key) || fieldOf(kind, key)?.holds === 'code' ? codeWords(value) : value;

function ColumnCell({
  row,
  field,
  first,
}: {
  readonly row: RecordRow;
  readonly field: string;
  readonly first: boolean;
}) {
  const words = columnWords(row.kind, field, row.columns[field] ?? '');
  if (!first) return words;
  const title = words === '' ? row.title : words;
  return row.proposed ? title : <RecordLink id={row.id}>{title}</RecordLink>;
}

function columnsOf(kind: RecordKind): readonly Column<RecordRow>[] {
  return [
    ...SHOWN[kind].map(([field, width], at) => ({
      key: field,
      head: codeWord('field', field),
      width,
      cell: (row: RecordRow) => <ColumnCell row={row} field={field} first={at === 0} />,
    })),
    { key: 'status', head: t('record.status'), width: '9.5rem', cell: (row) => <Standing row={row} /> },
    { key: 'sources', head: t('nav.sources'), width: '4.5rem', number: true, cell: (row) => row.sources },
  ];
}

const STATUSES: readonly Choice[] = [
  { value: '', label: t('register.any') },
  { value: 'conflict', label: t('status.conflict') },
  { value: 'work', label: t('status.work-needed') },
  { value: 'unsettled', label: t('work.unsettled') },
  { value: 'withdrawn', label: t('status.withdrawn') },
];
/** The orders the register keeps an index for; records without such a value stand last. */
const SORTS: readonly Choice[] = [
  { value: '', label: t('sort.title') },
  { value: 'when', label: t('sort.when') },
  { value: 'code', label: t('sort.code') },
  { value: 'count', label: t('sort.count') },
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
      <FilterBar count={countOf('register.count', rows)}>
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
