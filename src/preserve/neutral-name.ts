import { formatOf } from './formats/registry.ts';

/** What may be said of a source whose headline and file name may not. */
export interface Unnamed {
  readonly mediaType: string;
  /** Number of pages, where it has some. */
  readonly pages: number | null;
  /** EDTF, when known. */
  readonly published: string | null;
  /** UTC, ISO 8601. */
  readonly taken: string;
}

const FAMILY: Readonly<Record<string, string>> = { image: 'Image', video: 'Video', audio: 'Recording', text: 'Text' };

/** Kind, pages and date, never words of the source (SPEC C19): "Web article, 2022-01-11"; a day of taking says that it is one. */
export function neutralName({ mediaType, pages, published, taken }: Unnamed): string {
  const kind = formatOf(mediaType)?.called ?? FAMILY[mediaType.split('/', 1)[0] ?? ''] ?? 'File';
  const counted = pages === null ? [] : [pages === 1 ? '1 page' : `${pages} pages`];
  return [kind, ...counted, published ?? `taken ${taken.slice(0, 10)}`].join(', ');
}
