import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { SourceDetail } from '../../http/api-types.ts';
import { CoveredTitle } from '../parts/covered-title.tsx';
import { momentWords } from '../parts/dates.ts';
import { History } from '../parts/history.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { apiPath, get } from '../state/api.ts';
import { useKeys } from '../state/keys.ts';
import { t } from '../words.ts';
import './source.css';

const route = getRouteApi('/sources/$id');

function Facts({ source }: { readonly source: SourceDetail }) {
  const facts: readonly (readonly [string, string | null])[] = [
    [t('source.media'), source.mediaType],
    [t('sources.published'), source.published],
    [t('sources.language'), source.language],
    [t('source.size'), t('source.bytes', { n: source.bytes })],
    [t('source.hash'), source.sha256],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Places({ source }: { readonly source: SourceDetail }) {
  return (
    <section>
      <h2>{t('source.places', { n: source.foundAt.length })}</h2>
      <ol className="places">
        {source.foundAt.map((found) => (
          <li key={`${found.at} ${found.place}`}>
            <span className="path">{found.place}</span>{' '}
            <span className="quiet">{t('source.found-by', { by: found.by, at: momentWords(found.at) })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Texts({ source }: { readonly source: SourceDetail }) {
  return (
    <section>
      <h2>{t('source.texts')}</h2>
      {source.unread === null ? null : (
        <p className="warn">
          {t('source.unread', { reason: source.unread })} <span className="quiet">{t('source.unread-do')}</span>
        </p>
      )}
      <ul className="places">
        {source.texts.map((text) => (
          <li key={text.id}>
            <Link to="/read/$textId" params={{ textId: text.id }} search={{}}>
              {t('source.text', { tool: text.tool, version: text.version, n: text.units })}
            </Link>{' '}
            <span className="quiet">{momentWords(text.at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Doing({ source }: { readonly source: SourceDetail }) {
  const navigate = useNavigate();
  const { text } = source;
  const read = () => text !== null && void navigate({ to: '/read/$textId', params: { textId: text }, search: {} });
  useKeys({ r: { does: t('keys.read'), run: read } });
  return (
    <div className="doing">
      {text === null ? null : (
        <Button variant="filled" size="sm" onClick={read}>
          {source.waiting === 0 ? t('source.read') : t('source.review', { n: source.waiting })}
        </Button>
      )}
      <Button component="a" size="sm" href={apiPath(`/sources/${source.id}/original`)} download>
        {t('source.download')}
      </Button>
      <p className="quiet">{t('source.download-note')}</p>
    </div>
  );
}

/** One source: what it is, every place it was found, its texts, and who did what to it, in order. */
export function SourcePage() {
  const { id } = route.useParams();
  const { data, error } = useQuery({ queryKey: ['/sources', id], queryFn: () => get<SourceDetail>(`/sources/${id}`) });
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return null;
  return (
    <PageFrame title={data.name} under={t('source.taken', { at: momentWords(data.takenAt) })}>
      <div className="source">
        <CoveredTitle title={data.title} />
        <Doing source={data} />
        <Facts source={data} />
        <Places source={data} />
        <Texts source={data} />
        <section>
          <h2>{t('source.custody')}</h2>
          <History lines={data.custody} />
        </section>
      </div>
    </PageFrame>
  );
}
