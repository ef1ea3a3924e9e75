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
