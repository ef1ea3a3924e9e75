import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { NoteView, TextView } from '../../../http/api-types.ts';
import type { Adding } from './adding.ts';
import { AddingLine } from './adding-line.tsx';
import { besideOf } from './beside.ts';
import { AmendForm } from './amend-form.tsx';
import { huesOf } from './hues.ts';
import { Margin } from './margin.tsx';
import { NoteFilterBar } from './note-filter.tsx';
import { pageLinesOf, PdfPages } from './pdf-pages.tsx';
import type { Shape } from './reader-head.tsx';
import { RejectForm } from './reject-form.tsx';
import { inTextOrder, shownNotes, type NoteFilter } from './review.ts';
import type { Range } from './segments.ts';
import { Sheet } from './sheet.tsx';
import { TextColumn } from './text-column.tsx';
import { linesOf, segmentAt } from './text-places.ts';
import { bringIn, useLights } from './use-lights.ts';
import { useMaking } from './use-making.tsx';
import type { LinesOf } from './use-places.ts';
import { pick, usePicked } from './use-picked.ts';
import { useReaderKeys } from './use-reader-keys.ts';
import { useReview, type Review } from './use-review.ts';
import './reader.css';
import './marks.css';
import './note.css';

interface ReadingDeskProps {
  readonly view: TextView;
  /** The note a link put in focus. */
  readonly first: string | null;
  /** The words a link asked for; the first come into view. */
  readonly asked: readonly Range[];
  /** The record a link asked more words for. */
  readonly adding: Adding | null;
  readonly shape: Shape;
  readonly covered: boolean;
  /** Stands behind the last words: asks for more when it is seen. */
  readonly more: ReactNode;
}

const NARROW = '(max-width: 60rem)';
/** More notes than this a unit of text do not fit beside it on two lines each. */
const DENSE = 6 / 1000;
const NO_FILTER: NoteFilter = { kind: null, query: '' };

/** Text and margin: reading, review and recording by hand. */
export function ReadingDesk({ view, first, asked, adding, shape, covered, more }: ReadingDeskProps) {
  const root = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const narrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  const [filter, setFilter] = useState(NO_FILTER);
  const all = useMemo(() => inTextOrder(view.notes), [view.notes]);
  const notes = useMemo(() => shownNotes(all, filter), [all, filter]);
  const hues = useMemo(() => huesOf(view.voices), [view.voices]);
  const beside = useMemo(() => besideOf(view, covered), [view, covered]);
  const review = useReview(view.text, notes, first);
  const picked = usePicked(root, view);
  const making = useMaking(view, { picked, pick: () => pick(root.current, view), adding }, review);
  const pages = shape === 'pages' ? view.pages : null;
  const lit = useMemo(() => (making.range === null ? asked : [making.range]), [making.range, asked]);
  useLights(root, all, review);
  useAsked(root, asked, first);
  useReaderKeys({
    root,
    from: asked[0]?.start ?? null,
    all: notes,
    review,
    filter,
    onFilter: setFilter,
    search,
    picking: picked !== null,
    onEscape: () => escape(review, making.cancel),
  });
  const lines = useLines(root, pages);
  const form = <NoteForm note={all.find(({ id }) => id === review.focus)} {...{ review, view, picked }} />;
  const shown = { notes, beside, review, hues, form: review.editing === null ? null : form };
  return (
    <div className="reader" ref={root}>
      {adding === null ? null : <AddingLine adding={adding} />}
      <div className="column">
        {pages === null ? (
          <TextColumn {...{ view, notes, hues, covered }} asked={lit}>
            {more}
          </TextColumn>
        ) : (
          <PdfPages {...{ view, pages, notes, hues, covered }} asked={lit} />
        )}
        {making.bar}
      </div>
      {narrow ? (
        <Sheet {...shown} making={making.form} />
      ) : (
        <div className="side-column">
          <NoteFilterBar notes={all} shown={notes.length} filter={filter} onFilter={setFilter} input={search} />
          <Margin
            {...shown}
            linesOf={lines}
            dense={notes.length > DENSE * view.words.length}
            making={making.range && { at: making.range.start, form: making.form }}
          />
        </div>
      )}
    </div>
  );
}

function escape(review: Review, cancel: () => void): void {
  window.getSelection()?.removeAllRanges();
  cancel();
  if (review.editing === null) review.goTo(null);
  else review.edit(null);
}

/** The lines of some offsets below the top of the margin, on the text or on its pages. */
function useLines(root: RefObject<HTMLDivElement | null>, pages: TextView['pages']): LinesOf {
  return useCallback(
    (offsets) => {
      const margin = root.current?.querySelector('.notes');
      const column = root.current?.querySelector(pages === null ? '.text' : '.pages');
      if (!margin || !column) return undefined;
      const shift = column.getBoundingClientRect().top - margin.getBoundingClientRect().top;
      const lines = pages === null ? linesOf(column, offsets) : pageLinesOf(column, pages, offsets);
      return lines.map((line) => line + shift);
    },
    [root, pages],
  );
}

/** Brings the words of a link into view, once. */
function useAsked(root: RefObject<HTMLDivElement | null>, asked: readonly Range[], first: string | null): void {
  useEffect(() => {
    const text = root.current?.querySelector('.text');
    if (text && asked[0] !== undefined && first === null) bringIn(segmentAt(text, asked[0].start));
  }, [root, asked, first]);
}

interface NoteFormProps {
  readonly note: NoteView | undefined;
  readonly review: Review;
  readonly view: TextView;
  readonly picked: Range | null;
}

function NoteForm({ note, review, view, picked }: NoteFormProps) {
  if (note === undefined) return null;
  const onCancel = (): void => review.edit(null);
  if (review.editing === 'reject') {
    return <RejectForm onReject={(reason) => review.reject(note, reason)} onCancel={onCancel} />;
  }
  return (
    <AmendForm
      note={note}
      view={view}
      picked={picked}
      onSave={(changes) => void review.amend(note, changes)}
      onCancel={onCancel}
    />
  );
}
