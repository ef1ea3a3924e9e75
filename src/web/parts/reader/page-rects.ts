import type { PageText } from '../../../domain/source.ts';
import type { Range } from './segments.ts';

/** A rectangle of a page as shares of its width and height (0 to 1), origin at the top left. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How wide some words of the text are, in any unit: only shares of it are used. */
export type WidthOf = (start: number, end: number) => number;

const EVEN: WidthOf = (start, end) => end - start;

/**
 * Where a range of the text lies on one page (SPEC W32). PDF gives a rectangle a run of text, not a letter: a range that
 * takes a part of a box gets the share of its width that its words have of the whole.
 */
export function rectsOf(page: PageText, range: Range, widthOf: WidthOf = EVEN): readonly Rect[] {
  if (range.end <= page.start || range.start >= page.end) return [];
  return page.boxes.flatMap((box) => {
    const start = Math.max(range.start, box.start);
    const end = Math.min(range.end, box.end);
    if (start >= end) return [];
    const unit = box.width / (widthOf(box.start, box.end) || 1);
    return [
      {
        left: (box.x + widthOf(box.start, start) * unit) / page.width,
        top: box.y / page.height,
        width: (widthOf(start, end) * unit) / page.width,
        height: box.height / page.height,
      },
    ];
  });
}

/** The page on which an offset of the text stands; the last one for what lies behind all pages. */
export const pageOf = (pages: readonly PageText[], offset: number): PageText | undefined =>
  pages.find((page) => offset < page.end) ?? pages.at(-1);
