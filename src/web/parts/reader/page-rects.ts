import type { PageText } from '../../../domain/source.ts';
import type { Range } from './segments.ts';

/** A rectangle of a page as shares of its width and height (0 to 1), origin at the top left. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where a range of the text lies on one page (SPEC W32). A range that takes a part of a box gets that share of its
 * width: PDF gives a rectangle a run of text, not a letter.
 */
export function rectsOf(page: PageText, range: Range): readonly Rect[] {
  if (range.end <= page.start || range.start >= page.end) return [];
  return page.boxes.flatMap((box) => {
    const start = Math.max(range.start, box.start);
    const end = Math.min(range.end, box.end);
    if (start >= end) return [];
    const unit = box.width / (box.end - box.start);
    return [
      {
        left: (box.x + (start - box.start) * unit) / page.width,
        top: box.y / page.height,
        width: ((end - start) * unit) / page.width,
        height: box.height / page.height,
      },
    ];
  });
}

/** The page on which an offset of the text stands; the last one for what lies behind all pages. */
export const pageOf = (pages: readonly PageText[], offset: number): PageText | undefined =>
  pages.find((page) => offset < page.end) ?? pages.at(-1);
