import type { Audience } from '../../domain/sensitivity.ts';
import { apiPath, request } from './api.ts';

export const FORMATS = ['csv', 'jsonl', 'dossier'] as const;
export type ReleaseFormat = (typeof FORMATS)[number];

const FALLBACK = { csv: 'register.csv', jsonl: 'register.jsonl', dossier: 'dossier.html' } as const satisfies Record<
  ReleaseFormat,
  string
>;

/** The file's name as the server gives it (`Content-Disposition: attachment; filename="…"`). */
export const nameIn = (disposition: string | null): string | null =>
  /filename="?([^";]+)"?/.exec(disposition ?? '')?.[1] ?? null;

/** POST /api/release {format, audience}: the answer is a file, handed to the browser's downloads. Throws `ApiTrouble`. */
export async function release(format: ReleaseFormat, audience: Audience): Promise<string> {
  const response = await request(apiPath('/release'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ format, audience }),
  });
  const name = nameIn(response.headers.get('content-disposition')) ?? FALLBACK[format];
  const url = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
  return name;
}
