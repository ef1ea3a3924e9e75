import { useNavigate } from '@tanstack/react-router';
import type { DeskFigureView } from '../../../http/api-register.ts';
import { codeWord, t } from '../../words.ts';
import { Chain } from '../chain.tsx';
import { DataTable, type Column } from '../data-table.tsx';
import { Tag } from '../tag.tsx';
import type { VoiceHue } from '../reader/hues.ts';
import { aboutWord } from './about-word.ts';
import { whoOf, type GroupBy } from './figure-rows.ts';

interface FigureTableProps {
  readonly figures: readonly DeskFigureView[];
  readonly by: GroupBy;
  readonly hues: ReadonlyMap<string, VoiceHue>;
}

const columnsOf = ({ hues }: FigureTableProps): readonly Column<DeskFigureView>[] => [
  {
    key: 'number',
    head: t('field.count'),
    width: '1.3fr',
    cell: (figure) => (
      <>
        <b>{figure.number}</b>
        {figure.state === 'read' ? <Tag tone="dashed">{t('figures.read')}</Tag> : null}
      </>
    ),
  },
  { key: 'what', head: t('field.what'), width: '1fr', cell: (figure) => aboutWord(figure.about) },
  { key: 'of-whom', head: t('field.of-whom'), width: '1.4fr', cell: (figure) => figure.ofWhom ?? '' },
  { key: 'standing', head: t('field.standing'), width: '0.9fr', cell: (figure) => codeWord('code', figure.standing) },
  { key: 'period', head: t('field.period'), width: '0.9fr', cell: (figure) => figure.period ?? '' },
  { key: 'as-of', head: t('field.as-of'), width: '0.9fr', cell: (figure) => figure.asOf ?? '' },
  {
    key: 'part-of',
    head: t('field.part-of'),
    width: '1fr',
    cell: (figure) => figure.partOf ?? '',
  },
  {
    key: 'voice',
    head: t('figures.voice'),
    width: '2.4fr',
    cell: (figure) => (
      <Chain links={figure.chain} end={figure.words.sourceName} hue={hues.get(figure.voiceKey)?.hue ?? 'hue-0'} />
    ),
  },
];

/** Every figure with all that is known of it, for eyes and ears alike. */
export function FigureTable(props: FigureTableProps) {
  const navigate = useNavigate();
  const grouped = props.by === 'what' ? 'about' : 'voiceKey';
  const figures = props.figures.toSorted((a, b) => a[grouped].localeCompare(b[grouped]));
  return (
    <DataTable
      label={t('figures.table')}
      columns={columnsOf(props)}
      rows={{ rows: figures, total: figures.length, pending: false, error: null, more: () => undefined, ended: true }}
      idOf={(figure) => figure.id}
      open={({ words }) =>
        void navigate({
          to: '/read/$textId',
          params: { textId: words.text },
          search: { span: `${words.span.start}-${words.span.end}` },
        })
      }
      dashed={(figure) => figure.state === 'read'}
      groupOf={(figure) => (props.by === 'what' ? aboutWord(figure.about) : whoOf(figure))}
      empty={<p>{t('figures.none-found')}</p>}
    />
  );
}
