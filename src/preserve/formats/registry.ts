import type { Read } from '../extracted.ts';
import { DOCX } from '../sniff.ts';

export interface Format {
  readonly mediaTypes: readonly string[];
  /** What a source of this kind is called where its name may not be said: "Web article", "E-mail". */
  readonly called: string;
  /** The file that reads it, loaded when the first one comes. */
  readonly load: () => Promise<{ readonly read: Read }>;
}

/** Every kind of file that can be read. A new one is a file and a line (DESIGN rule 9). */
const FORMATS: readonly Format[] = [
  { mediaTypes: ['text/plain'], called: 'Text', load: () => import('./text.ts') },
  { mediaTypes: ['text/markdown'], called: 'Text', load: () => import('./markdown.ts') },
  { mediaTypes: ['text/html'], called: 'Web article', load: () => import('./html.ts') },
  { mediaTypes: ['application/pdf'], called: 'PDF', load: () => import('./pdf.ts') },
  { mediaTypes: [DOCX], called: 'Word file', load: () => import('./docx.ts') },
  { mediaTypes: ['application/x-ole-storage'], called: 'Office file', load: () => import('./ole.ts') },
  { mediaTypes: ['message/rfc822'], called: 'E-mail', load: () => import('./eml.ts') },
];

const BY_MEDIA_TYPE: ReadonlyMap<string, Format> = new Map(
  FORMATS.flatMap((format) => format.mediaTypes.map((mediaType) => [mediaType, format] as const)),
);

export const formatOf = (mediaType: string): Format | undefined => BY_MEDIA_TYPE.get(mediaType);
