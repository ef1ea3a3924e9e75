import { TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { SearchAnswer, SearchHit } from '../../http/api-register.ts';
import { PageFrame } from '../parts/page-frame.tsx';
import { RecordLink } from '../parts/record-link.tsx';
import { Tag } from '../parts/tag.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { WordsQuote } from '../parts/words-quote.tsx';
import { get } from '../state/api.ts';
import { t } from '../words.ts';
import '../parts/work-line.css';

const route = getRouteApi('/search');

function Hit({ hit }: { readonly hit: SearchHit }) {
  return (
    <article className="work-line">
      <h3>
        {hit.record === null ? hit.title : <RecordLink id={hit.record}>{hit.title}</RecordLink>}
        <Tag tone="quiet">{t(`search.in-${hit.in}`)}</Tag>
      </h3>
      {hit.words === null ? null : <WordsQuote words={hit.words} />}
    </article>
  );
}

function Hits({ asked }: { readonly asked: string }) {
  const { data, error } = useQuery({
    queryKey: ['/search', asked],
    queryFn: () => get<SearchAnswer>('/search', { q: asked }),
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return null;
  return (
    <>
      <p className="quiet" role="status">
        {t('search.count', { n: data.hits.length })} {data.capped ? t('search.capped') : ''}
      </p>
      {data.hits.map((hit, at) => (
        <Hit key={`${at} ${hit.title}`} hit={hit} />
      ))}
    </>
  );
}

function SearchForm({ q }: { readonly q: string }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: '/search', search: { q: typed.trim() } });
  };
  return (
    <form role="search" onSubmit={submit} className="search-form">
      <TextInput
        type="search"
        label={t('search.label')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoFocus={q === ''}
      />
    </form>
  );
}

/** Texts, statements, names and acts, folded: marks do not matter; each hit is one click from its words. */
export function SearchPage() {
  const { q = '' } = route.useSearch();
  return (
    <PageFrame title={t('nav.search')}>
      <SearchForm key={q} q={q} />
      {q === '' ? <p className="quiet">{t('search.how')}</p> : <Hits asked={q} />}
    </PageFrame>
  );
}
