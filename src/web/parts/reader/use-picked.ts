import { useEffect, useState, type RefObject } from 'react';
import type { TextView } from '../../../http/api-types.ts';
import type { Range } from './segments.ts';
import { selectedRange, trimmed } from './text-places.ts';

export interface Picked extends Range {
  /** The line where the selection begins, in pixels from the top of the text; its end, where there is no room above it. */
  readonly top: number;
  readonly under: boolean;
}

/** What stands over the selection needs this many pixels below the head of the page. */
const ROOM = 110;

/** Selecting is over when nothing moved for this long. */
const STILL = 140;

/** The words selected in the text, by mouse or keyboard; null when none are. */
export function usePicked(page: RefObject<HTMLElement | null>, view: TextView | undefined): Picked | null {
  const [picked, setPicked] = useState<Picked | null>(null);
  useEffect(() => {
    let timer = 0;
    const look = (): void => setPicked(view === undefined ? null : pick(page.current, view));
    const soon = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(look, STILL);
    };
    document.addEventListener('selectionchange', soon);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', soon);
    };
  }, [page, view]);
  return picked;
}

/** What is selected in the text at this moment. */
export function pick(page: HTMLElement | null, view: TextView): Picked | null {
  const selection = window.getSelection();
  const text = page?.querySelector('.text');
  if (!page || !text || selection === null) return null;
  const selected = selectedRange(text, selection);
  const range = selected === null ? null : trimmed(view.words, view.from, selected);
  if (range === null) return null;
  const selectedAt = selection.getRangeAt(0);
  const whole = selectedAt.getBoundingClientRect();
  const line = selectedAt.getClientRects()[0] ?? whole;
  const head = document.querySelector('.page-head')?.getBoundingClientRect().bottom ?? 0;
  const under = line.top - head < ROOM;
  return { ...range, under, top: (under ? whole.bottom : line.top) - text.getBoundingClientRect().top };
}
