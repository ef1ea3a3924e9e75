import type { Selectable } from 'kysely';
import type { Tables } from '../tables.ts';

export type DecidedRow = Selectable<Tables['decided']>;

/**
 * Finds a decided anchor that a new one overlaps, of the same kind or of a kind the deed does not name. Sorted once and
 * then asked by bisection over the furthest end so far, so that a text with ten thousand of each stays linear-logarithmic.
 */
export function overlapping(
  decided: readonly DecidedRow[],
): (kind: string, start: number, end: number) => DecidedRow | undefined {
  const byKind = new Map<string | null, Ends>();
  for (const row of decided.toSorted((a, b) => a.start - b.start)) {
    const ends = byKind.get(row.kind) ?? { rows: [], furthest: [] };
    byKind.set(row.kind, ends);
    const before = ends.furthest.at(-1);
    ends.rows.push(row);
    ends.furthest.push(before === undefined || before.end < row.end ? row : before);
  }
  return (kind, start, end) => reaching(byKind.get(kind), start, end) ?? reaching(byKind.get(null), start, end);
}

interface Ends {
  readonly rows: DecidedRow[];
  /** At each place, the row that reaches furthest among those up to there. */
  readonly furthest: DecidedRow[];
}

function reaching(ends: Ends | undefined, start: number, end: number): DecidedRow | undefined {
  if (ends === undefined) return undefined;
  let low = 0;
  let high = ends.rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = ends.rows[middle];
    if (row !== undefined && row.start < end) low = middle + 1;
    else high = middle;
  }
  const best = ends.furthest[low - 1];
  return best !== undefined && best.end > start ? best : undefined;
}
