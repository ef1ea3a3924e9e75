import type { Decision } from './claim.ts';
import type { Tool } from './deed.ts';
import type { SourceId, TextId } from './ids.ts';

/** Where in a source its text stands, for sources with pages. Units are PDF points, origin at the top left of the page. */
export interface PageMap {
  readonly pages: readonly PageText[];
}
export interface PageText {
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PageBox[];
}
/** A run of text with its rectangle. */
export interface PageBox {
  readonly start: number;
  readonly end: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle on a page: PDF points, origin at the top left. */
export interface PageRectangle {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where the words `[start, end)` of a text stand (SPEC S4). Of a run that the range takes only in part it gets the same
 * part of the width: PDF gives a rectangle a run of text, not a letter.
 */
export function rectanglesOf(map: PageMap, start: number, end: number): readonly PageRectangle[] {
  const pages = map.pages.filter((page) => page.start < end && start < page.end);
  return pages.flatMap(({ page, boxes }) =>
    boxes
      .filter((box) => box.start < end && start < box.end)
      .map((box) => {
        const unit = box.width / (box.end - box.start);
        const from = Math.max(start, box.start);
        const width = (Math.min(end, box.end) - from) * unit;
        return { page, x: box.x + (from - box.start) * unit, y: box.y, width, height: box.height };
      }),
  );
}

export interface TextState {
  readonly id: TextId;
  readonly tool: Tool;
  readonly units: number;
  readonly blob: string;
  readonly pages: string | null;
  readonly title: string | null;
  readonly decision: Decision;
}

/** A source in custody, as the fold leaves it. */
export interface SourceState {
  readonly id: SourceId;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly blob: string;
  /** Every place these bytes were found, first one first. */
  readonly foundAt: readonly { readonly place: string; readonly decision: Decision }[];
  readonly texts: readonly TextState[];
  /** Why no text could be read from it, while it has none. */
  readonly unread: string | null;
}
