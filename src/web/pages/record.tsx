import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { RecordDetail } from '../../http/api-register.ts';
import { PageFrame } from '../parts/page-frame.tsx';
import { Cells } from '../parts/record/cells.tsx';
import { Lead } from '../parts/record/lead.tsx';
import { wordsToAddBy } from '../parts/record/rows.ts';
import { Side } from '../parts/record/side.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { get } from '../state/api.ts';
import { useKeys } from '../state/keys.ts';
import { t } from '../words.ts';
import '../parts/record/record.css';

const route = getRouteApi('/records/$id');

function Standing({ record }: { readonly record: RecordDetail }) {
  const found = record.cells.some((cell) => cell.basis === 'finding' || cell.adopted !== null);
  return (
    <p className="standing">
      <span className={record.chains === 1 ? 'warn' : ''}>{t('record.chains', { n: record.chains })}</span>
      {record.sought === 0 ? null : <span>{t('record.sought', { n: record.sought })}</span>}
      {found ? null : <span>{t('record.no-finding')}</span>}
      {record.unsettled === null ? null : <span className="warn">{record.unsettled}</span>}
    </p>
  );
}

function AddWords({ record }: { readonly record: RecordDetail }) {
  const words = wordsToAddBy(record, null);
  const navigate = useNavigate();
  const read = () => {
    if (words === undefined) return;
    const { start, end } = words.span;
    void navigate({
      to: '/read/$textId',
      params: { textId: words.text },
      search: { span: `${start}-${end}`, add: record.id },
    });
  };
  useKeys({ r: { does: t('keys.read'), run: read } });
  if (words === undefined) return <p className="quiet">{t('record.no-cells')}</p>;
  return (
    <p className="quiet">
      {t('record.add-how')}{' '}
      <Link
        to="/read/$textId"
        params={{ textId: words.text }}
        search={{ span: `${words.span.start}-${words.span.end}`, add: record.id }}
      >
        {t('record.add', { source: words.sourceName })}
      </Link>
    </p>
  );
}

/** One record: its sentence, its cells with their words, and what people decided. */
export function RecordPage() {
  const { id } = route.useParams();
  const { data, error } = useQuery({ queryKey: ['/records', id], queryFn: () => get<RecordDetail>(`/records/${id}`) });
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return null;
  const title = t('record.title', { kind: t(`kind.${data.kind}`), n: id.slice(-6) });
  return (
    <PageFrame title={title}>
      <div className="record">
        <div>
          <Lead parts={data.lead} />
          <Standing record={data} />
          <Cells record={data} />
          <AddWords record={data} />
        </div>
        <Side record={data} />
      </div>
    </PageFrame>
  );
}
