import { StorageTrouble } from '../database.ts';

/** Rows of one answer (MECHANICS, Processes: libsql blocks its thread, so a question is bounded). */
export const PAGE = 200;

/** A keyset page: `next` is the place after its last row and goes back as `after`; null at the end. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** A place in a list is the number of its last row and says nothing else: it goes into addresses. */
export function placeIn(after: string | null): number | null {
  if (after === null) return null;
  if (!/^[0-9]{1,15}$/.test(after)) throw lostPlace();
  return Number(after);
}

/** The row a list stood at is gone, or never was. */
export const lostPlace = (): StorageTrouble =>
  new StorageTrouble({ kind: 'bad-input', where: 'after', why: 'not a place in this list; start it again' });

/** Makes a page of `PAGE + 1` found rows: the one too many only says that there is more. */
export function pageOf<Found, Row>(
  found: readonly Found[],
  place: (row: Found) => number,
  rows: (kept: readonly Found[]) => readonly Row[],
): Page<Row> {
  const kept = found.slice(0, PAGE);
  const last = kept.at(-1);
  return { rows: rows(kept), next: found.length > PAGE && last !== undefined ? String(place(last)) : null };
}
