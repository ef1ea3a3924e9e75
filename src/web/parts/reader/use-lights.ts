import { useEffect, type RefObject } from 'react';
import type { NoteView } from '../../../http/api-types.ts';
import { light, notesAt } from './lights.ts';
import { anchorOf, noteUnder } from './review.ts';
import { segmentAt } from './text-places.ts';
import type { Review } from './use-review.ts';

/** Words nearer than this to an edge of the window are brought away from it. */
const EDGE = { top: 110, bottom: 220 } as const;

/** Words and notes light each other: under the mouse, in focus, and by a click either way (SPEC W25). */
export function useLights(root: RefObject<HTMLElement | null>, notes: readonly NoteView[], review: Review): void {
  const { focus, goTo } = review;
  useEffect(() => {
    const page = root.current;
    if (page === null) return;
    const over = (event: MouseEvent): void => {
      const note = noteUnder(notesAt(event.target), null);
      light(page, 'data-hover', note === null ? [] : [note]);
    };
    const click = (event: MouseEvent): void => {
      const inText = event.target instanceof Element && event.target.closest('.text, .pages') !== null;
      const note = noteUnder(notesAt(event.target), focus);
      if (inText && note !== null && window.getSelection()?.isCollapsed !== false) goTo(note);
    };
    page.addEventListener('mouseover', over);
    page.addEventListener('click', click);
    return () => {
      page.removeEventListener('mouseover', over);
      page.removeEventListener('click', click);
    };
  }, [root, focus, goTo]);
  useEffect(() => {
    if (root.current !== null) light(root.current, 'data-on', focus === null ? [] : [focus]);
  });
  useEffect(() => {
    const note = notes.find(({ id }) => id === focus);
    if (note !== undefined && root.current !== null) show(root.current, note);
    // Only a new focus moves the page: notes that come or change must not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [root, focus]);
}

/** Brings the words of a note into the window. */
function show(page: Element, note: NoteView): void {
  const text = page.querySelector('.text');
  const words =
    text === null ? page.querySelector(`.rect[data-n~="${CSS.escape(note.id)}"]`) : segmentAt(text, anchorOf(note));
  bringIn(words ?? null);
}

/** Where it can be seen: below the head, above the sheet where the page is narrow. A third down it is easiest to read. */
export function bringIn(words: Element | null): void {
  const box = words?.getBoundingClientRect();
  if (box === undefined) return;
  const sheet = document.querySelector('.sheet')?.getBoundingClientRect().height ?? EDGE.bottom;
  const bottom = Math.max(EDGE.top + 60, window.innerHeight - sheet);
  if (box.top >= EDGE.top && box.bottom <= bottom) return;
  window.scrollBy({ top: box.top - EDGE.top - (bottom - EDGE.top) / 3 });
}
