import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { NoteView, TextView } from '../../../http/api-types.ts';
import type { PageText } from '../../../domain/source.ts';
import { t } from '../../words.ts';
import { Trouble } from '../trouble.tsx';
import type { VoiceHue } from './hues.ts';
import { pageOf, rectsOf, type WidthOf } from './page-rects.ts';
import { overlaps } from '../../../domain/span.ts';
import { segmentsOf, type Range, type Segment } from './segments.ts';
import { lookOf, marksOf, notesUnder, ownMarks, type TextMark } from './text-marks.ts';

interface PdfPagesProps {
  readonly view: TextView;
  readonly pages: readonly PageText[];
  readonly notes: readonly NoteView[];
  readonly hues: ReadonlyMap<string, VoiceHue>;
  readonly asked: readonly Range[];
  /** The headline is covered on its page too. */
  readonly covered: boolean;
}

/** The source's own pages, with a rectangle for each mark. */
export function PdfPages({ view, pages, notes, hues, asked, covered }: PdfPagesProps) {
  const { data, error } = useQuery({
    queryKey: ['original', view.source.id],
    queryFn: async () => (await import('./pdf.ts')).openPdf(view.source.id),
    gcTime: 0,
  });
  const marks = [
    ...ownMarks(view, asked).filter(({ role }) => role === 'asked' || (covered && role === 'title')),
    ...notes.flatMap(marksOf),
  ];
  const widthOf = useMemo(() => measured(view), [view]);
  if (error !== null) return <Trouble error={error} />;
  return (
    <div className="pages" aria-label={t('reader.pages')}>
      <p className="quiet small">{t('reader.original-noted')}</p>
      {pages.map((page) => (
        <PdfPage
          key={page.page}
          document={data}
          page={page}
          hues={hues}
          widthOf={widthOf}
          segments={markedOn(page, view, marks)}
        />
      ))}
    </div>
  );
}

/** Widths of words in a common face: shares of a line come out near enough whatever the page is set in. */
function measured(view: TextView): WidthOf {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen !== null) pen.font = '16px sans-serif';
  return (start, end) => pen?.measureText(view.words.slice(start - view.from, end - view.from)).width ?? end - start;
}

const markedOn = (page: PageText, view: TextView, marks: readonly TextMark[]): readonly Segment<TextMark>[] =>
  segmentsOf(
    view.words.slice(page.start - view.from, page.end - view.from),
    page.start,
    marks.filter((mark) => overlaps(mark, page)),
  ).filter((segment) => segment.marks.length > 0);

interface PdfPageProps {
  readonly document: PDFDocumentProxy | undefined;
  readonly page: PageText;
  readonly segments: readonly Segment<TextMark>[];
  readonly hues: ReadonlyMap<string, VoiceHue>;
  readonly widthOf: WidthOf;
}

function PdfPage({ document, page, segments, hues, widthOf }: PdfPageProps) {
  const self = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const near = useNear(self);
  const drawn = useDrawn(document, page, near ? canvas : null);
  return (
    <div
      ref={self}
      className="pdf-page"
      data-page={page.page}
      role="group"
      aria-label={t('reader.page', { n: page.page })}
      style={{ aspectRatio: `${page.width} / ${page.height}` }}
    >
      {near ? <canvas ref={canvas} aria-hidden /> : null}
      {drawn ? null : <Loader size="sm" aria-label={t('loading')} />}
      {segments.flatMap((segment) =>
        rectsOf(page, segment, widthOf).map((rect) => (
          <span
            key={`${segment.start} ${rect.top} ${rect.left}`}
            data-n={notesUnder(segment).join(' ')}
            {...(segment.marks.some(({ role }) => role === 'title') ? { 'data-covered': true } : {})}
            className={`rect ${lookOf(segment, hues)}`}
            style={{
              left: `${rect.left * 100}%`,
              top: `${rect.top * 100}%`,
              width: `${rect.width * 100}%`,
              height: `${rect.height * 100}%`,
            }}
          />
        )),
      )}
    </div>
  );
}

/** Whether the page is near the window, and has to be drawn. */
function useNear(page: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (page.current === null) return;
    const watch = new IntersectionObserver((entries) => setNear(entries.some((entry) => entry.isIntersecting)), {
      rootMargin: '800px',
    });
    watch.observe(page.current);
    return () => watch.disconnect();
  }, [page]);
  return near;
}

/** Draws the page as wide as it stands, at the screen's own density. True once it is there. */
function useDrawn(
  document: PDFDocumentProxy | undefined,
  page: PageText,
  canvas: RefObject<HTMLCanvasElement | null> | null,
): boolean {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const surface = canvas?.current;
    if (!surface || document === undefined) return;
    const stop = new AbortController();
    void draw(document, page, surface, stop.signal).then((done) => done && setDrawn(true));
    return () => {
      stop.abort();
      setDrawn(false);
    };
  }, [document, page, canvas]);
  return drawn;
}

async function draw(
  document: PDFDocumentProxy,
  { page, width }: PageText,
  canvas: HTMLCanvasElement,
  signal: AbortSignal,
): Promise<boolean> {
  const sheet = await document.getPage(page);
  if (signal.aborted) return false;
  const scale = (canvas.clientWidth / width) * Math.min(2, window.devicePixelRatio);
  const viewport = sheet.getViewport({ scale });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const task = sheet.render({ canvas, viewport });
  signal.addEventListener('abort', () => task.cancel());
  try {
    await task.promise;
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}

/** How far below the top of the pages some offsets of the text stand, in pixels. */
export function pageLinesOf(root: Element, pages: readonly PageText[], offsets: readonly number[]): readonly number[] {
  const from = root.getBoundingClientRect().top;
  return offsets.map((offset) => {
    const page = pageOf(pages, offset);
    const box = page && root.querySelector(`[data-page="${page.page}"]`)?.getBoundingClientRect();
    if (page === undefined || box === undefined) return 0;
    const rect = rectsOf(page, { start: offset, end: offset + 1 })[0];
    return box.top - from + (rect?.top ?? 0) * box.height;
  });
}
