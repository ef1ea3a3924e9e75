import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { NoteView } from '../../../http/api-types.ts';
import { layNotes } from './note-layout.ts';
import { anchorOf } from './review.ts';

const GAP = 8;
/** Height of the line over notes that found no room. */
const HEADER = 28;
const HEIGHT = 34;
/** Notes farther than this from the window are not drawn. */
const NEAR = 1600;
/** While a long text is scrolled its paragraphs get their sizes one by one: notes follow this much later, in milliseconds. */
const SOON = 100;
/** Scrolling by less than this changes nothing that is drawn. */
const STEP = 300;
/** Up to here all notes are drawn: finding in the page then finds every note. */
const ALL = 150;

export interface Places {
  readonly tops: ReadonlyMap<string, number>;
  /** Ids of the notes to draw now. */
  readonly drawn: ReadonlySet<string>;
  /** Down to where the notes reach. */
  readonly bottom: number;
}

interface PlacesOf {
  /** In the order of the text. */
  readonly notes: readonly NoteView[];
  readonly focus: string | null;
  readonly list: RefObject<HTMLElement | null>;
  readonly linesOf: LinesOf;
}

/** Pixels from the top of the margin to the lines of some offsets, which come in order; undefined while nothing is drawn. */
export type LinesOf = (offsets: readonly number[]) => readonly number[] | undefined;

const NOWHERE: Places = { tops: new Map(), drawn: new Set(), bottom: 0 };

/** Where each note stands, measured again whenever something moved: another focus, a form opened, the window, a font. */
export function usePlaces({ notes, focus, list, linesOf }: PlacesOf): Places {
  const [places, setPlaces] = useState(NOWHERE);
  const heights = useRef(new Map<string, number>());
  const place = useCallback(() => {
    const margin = list.current;
    if (margin === null) return;
    for (const note of margin.children) {
      const id = note.getAttribute('data-n');
      if (id !== null && note instanceof HTMLElement) heights.current.set(id, note.offsetHeight);
    }
    const next = placed(notes, focus, linesOf(notes.map(anchorOf)), heights.current);
    const drawn = drawnOf(notes, next.tops, focus, margin.getBoundingClientRect().top);
    setPlaces((now) => (same(now.tops, next.tops) && sameSet(now.drawn, drawn) ? now : { ...next, drawn }));
  }, [notes, focus, list, linesOf]);
  useLayoutEffect(place, [place]);
  useMoves(place, list);
  return places;
}

/** Places again when a note changed its size, at once; when the text did, or the window went on by more than a little, soon. */
function useMoves(place: () => void, list: RefObject<HTMLElement | null>): void {
  const sizes = useRef<ResizeObserver | null>(null);
  useEffect(() => {
    let timer = 0;
    let seen = list.current?.getBoundingClientRect().top ?? 0;
    const now = (): void => {
      clearTimeout(timer);
      timer = 0;
      place();
    };
    const soon = (): void => {
      if (timer === 0) timer = window.setTimeout(now, SOON);
    };
    const scrolled = (): void => {
      const top = list.current?.getBoundingClientRect().top ?? 0;
      if (Math.abs(top - seen) < STEP) return;
      seen = top;
      soon();
    };
    const notes = new ResizeObserver(() => requestAnimationFrame(now));
    const text = new ResizeObserver(soon);
    sizes.current = notes;
    const column = list.current?.closest('.reader')?.querySelector('.column');
    if (column) text.observe(column);
    document.addEventListener('scroll', scrolled, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      notes.disconnect();
      text.disconnect();
      document.removeEventListener('scroll', scrolled, { capture: true });
    };
  }, [place, list]);
  useEffect(() => {
    for (const note of list.current?.children ?? []) sizes.current?.observe(note);
  });
}

function placed(
  notes: readonly NoteView[],
  focus: string | null,
  lines: readonly number[] | undefined,
  heights: ReadonlyMap<string, number>,
): Pick<Places, 'tops' | 'bottom'> {
  const boxes = notes
    .map(({ id }, at) => ({ id, y: lines?.[at] ?? 0, height: heights.get(id) ?? HEIGHT }))
    .sort((a, b) => a.y - b.y);
  const tops = layNotes(boxes, { gap: GAP, focus, header: HEADER });
  const last = boxes.at(-1);
  return { tops, bottom: last === undefined ? 0 : (tops.get(last.id) ?? 0) + last.height };
}

function drawnOf(
  notes: readonly NoteView[],
  tops: ReadonlyMap<string, number>,
  focus: string | null,
  from: number,
): ReadonlySet<string> {
  const near = (id: string): boolean => {
    const top = (tops.get(id) ?? 0) + from;
    return top > -NEAR && top < window.innerHeight + NEAR;
  };
  return new Set(
    notes.filter(({ id }) => tops.has(id) && (notes.length <= ALL || id === focus || near(id))).map(({ id }) => id),
  );
}

const same = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...a].every(([id, top]) => Math.abs((b.get(id) ?? Infinity) - top) < 0.5);

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((id) => b.has(id));
