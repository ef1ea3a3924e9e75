import { Loader } from '@mantine/core';
import { getRouteApi, useLocation } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { PageFrame } from '../parts/page-frame.tsx';
import type { Adding } from '../parts/reader/adding.ts';
import { factsOf, ReaderTools, type Shape } from '../parts/reader/reader-head.tsx';
import { ReadingDesk } from '../parts/reader/reading-desk.tsx';
import type { Range } from '../parts/reader/segments.ts';
import { useText, type LoadedText } from '../parts/reader/use-text.ts';
import { Trouble } from '../parts/trouble.tsx';
import { t } from '../words.ts';

const route = getRouteApi('/read/$textId');

/** "120-145" or "120-145,300-310": half-open, in UTF-16 units of the text. */
const spansOf = (asked = ''): readonly Range[] =>
  [...asked.matchAll(/(\d{1,9})-(\d{1,9})/g)]
    .map(([, start, end]) => ({ start: Number(start), end: Number(end) }))
    .filter((range) => range.end > range.start);

const noteOf = (hash: string): string | null => /^#?note=([\w-]+)$/.exec(hash)?.[1] ?? null;

/** The reader: the source's own words with their spans in place, and in the margin beside them what was read and recorded. */
export function ReaderPage() {
  const { textId } = route.useParams();
  const { span, add, field } = route.useSearch();
  const hash = useLocation({ select: (location) => location.hash });
  const adding = useMemo(() => (add === undefined ? null : { record: add, field: field ?? null }), [add, field]);
  const key = `${textId} ${span ?? ''} ${add ?? ''} ${field ?? ''} ${hash}`;
  return <Reading key={key} id={textId} span={span} note={noteOf(hash)} adding={adding} />;
}

interface ReadingProps {
  readonly id: string;
  readonly span: string | undefined;
  readonly note: string | null;
  readonly adding: Adding | null;
}

function Reading({ id, span, note, adding }: ReadingProps) {
  const asked = useMemo(() => spansOf(span), [span]);
  const text = useText(id, asked[0]?.start ?? 0);
  const [shape, setShape] = useState<Shape>('text');
  const [covered, setCovered] = useState(true);
  const { view, error } = text;
  if (view === undefined) {
    return (
      <PageFrame title={t('reader.name')}>
        {error === null ? <Loader aria-label={t('loading')} /> : <Trouble error={error} />}
      </PageFrame>
    );
  }
  const tools = <ReaderTools {...{ view, shape, covered }} onShape={setShape} onCover={setCovered} />;
  return (
    <PageFrame title={view.source.name} under={factsOf(view)} aside={tools} bare>
      {text.before === undefined ? null : <Earlier text={text} from={view.from} />}
      <ReadingDesk {...{ view, asked, adding, shape, covered }} first={note} more={<Later text={text} />} />
    </PageFrame>
  );
}

/** Asks for the words before those that are here. */
function Earlier({ text, from }: { readonly text: LoadedText; readonly from: number }) {
  return (
    <p className="reader-more">
      <button type="button" onClick={text.before} disabled={text.loading}>
        {t('reader.earlier', { n: from })}
      </button>
    </p>
  );
}

/** Asks for more words when the end of those here comes near. */
function Later({ text }: { readonly text: LoadedText }) {
  const end = useRef<HTMLParagraphElement>(null);
  const { behind, loading } = text;
  useEffect(() => {
    if (end.current === null || behind === undefined || loading) return;
    const watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && behind(), {
      rootMargin: '3000px',
    });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [behind, loading]);
  return behind === undefined ? null : (
    <p ref={end} className="reader-more">
      {t('loading')}
    </p>
  );
}
