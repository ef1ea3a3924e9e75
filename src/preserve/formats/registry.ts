import type { Format } from '../extracted.ts';
import { html } from './html.ts';
import { markdown } from './markdown.ts';
import { text } from './text.ts';

/** Every kind of file that can be read. A new one is a file and a line (DESIGN rule 9). */
const FORMATS: readonly Format[] = [text, markdown, html];

const BY_MEDIA_TYPE: ReadonlyMap<string, Format> = new Map(
  FORMATS.flatMap((format) => format.mediaTypes.map((mediaType) => [mediaType, format] as const)),
);

export const formatOf = (mediaType: string): Format | undefined => BY_MEDIA_TYPE.get(mediaType);
