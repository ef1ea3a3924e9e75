import type { Tool } from '../domain/deed.ts';
import type { PageMap } from '../domain/source.ts';
import type { Outcome } from '../kit/outcome.ts';
import type { Unread } from './unread.ts';

/** What is known of a file before it is read. `mediaType` is what `sniff` said. */
export interface Hint {
  readonly name: string;
  readonly mediaType: string;
}

/** A file carried inside another one: to be taken into custody as a source of its own. */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** `[start, end)` in UTF-16 units of the text. */
export type TextRange = readonly [start: number, end: number];

/** The text of a source: well-formed UTF-16, never normalised, the same for the same bytes and tool. */
export interface Extracted {
  readonly text: string;
  readonly title: string | null;
  readonly pages: PageMap | null;
  readonly tool: Tool;
  /** What is likely menu, footer or advertisement rather than the report: a hint, the words are in the text all the same. */
  readonly furniture: readonly TextRange[];
  readonly attachments: readonly Attachment[];
}

/** Bytes of one format → its text. Pure; may throw where its library does: `extract` makes that an `Unread`. */
export type Read = (bytes: Uint8Array, hint: Hint) => Promise<Outcome<Extracted, Unread>>;

/** A text without pages, furniture or attachments. */
export const plainText = (text: string, title: string | null, tool: Tool): Extracted => ({
  text,
  title,
  pages: null,
  tool,
  furniture: [],
  attachments: [],
});
