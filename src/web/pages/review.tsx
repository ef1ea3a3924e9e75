import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { NoteView } from '../../http/api-types.ts';
import type { ProposalKind } from '../../domain/proposal.ts';
import { originOf } from '../parts/chain.tsx';
import { Covered } from '../parts/covered.tsx';
import { countOf } from '../parts/count-of.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { type Choice, ChoiceBox, FilterBar } from '../parts/filter-bar.tsx';
import { hueClass } from '../parts/hue.ts';
import { NoteLink } from '../parts/note-link.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { Tag } from '../parts/tag.tsx';
import { usePages } from '../state/pages.ts';
import { t } from '../words.ts';

const route = getRouteApi('/review');

const KINDS = ['figure', 'act', 'statement', 'person', 'cited-source'] as const satisfies readonly ProposalKind[];
const CHOICES: readonly Choice[] = [
  { value: '', label: t('review.all') },
  ...KINDS.map((kind) => ({ value: kind, label: t(`register.${kind}`) })),
];

const COLUMNS: readonly Column<NoteView>[] = [
  {
    key: 'summary',
    head: t('review.summary'),
    width: '2fr',
    cell: (note) => (
      <Covered because={note.covered}>
        <NoteLink note={note}>{note.summary}</NoteLink>
        {note.proposer === null ? null : <Tag tone="dashed">{t('reader.by-model')}</Tag>}
      </Covered>
    ),
  },
  { key: 'kind', head: t('review.kind'), width: '6.5rem', cell: (note) => t(`kind.${note.kind}`) },
  {
    key: 'words',
    head: t('review.words'),
    width: '2fr',
    cell: (note) => (
      <span className="serif">
        <Covered because={note.covered}>{note.anchors[0]?.text}</Covered>
      </span>
    ),
  },
  {
    key: 'voice',
    head: t('field.said-by'),
    width: '1.3fr',
    cell: (note) => (
      <span className={`voice ${hueClass(originOf(note.chain))}`}>{originOf(note.chain) ?? t('review.own')}</span>
    ),
  },
];

/** Every proposal that waits for a person, by source; Enter opens the reader at its words, where the keys decide. */
export function ReviewPage() {
  const { kind = '' } = route.useSearch();
  const navigate = useNavigate();
  const rows = usePages<NoteView>('/proposals', { kind });
  const open = (note: NoteView) =>
    void navigate({ to: '/read/$textId', params: { textId: note.text }, search: {}, hash: `note=${note.id}` });
  return (
    <PageFrame title={t('nav.review')} under={t('review.under')} bare>
      <FilterBar count={countOf('nav.wait', rows)}>
        <ChoiceBox
          label={t('review.kind')}
          value={kind}
          choices={CHOICES}
          onChange={(value) => void navigate({ to: '/review', search: { kind: value }, replace: true })}
        />
      </FilterBar>
      <DataTable
        label={t('nav.review')}
        columns={COLUMNS}
        rows={rows}
        idOf={(note) => note.id}
        open={open}
        dashed={() => true}
        groupOf={(note) => note.sourceName}
        empty={<p>{t('review.empty')}</p>}
      />
    </PageFrame>
  );
}
