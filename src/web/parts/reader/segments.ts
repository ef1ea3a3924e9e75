import type { Span } from '../../../domain/span.ts';

export type Range = Pick<Span, 'start' | 'end'>;

/** A run of words that lies under the same marks from end to end. */
export interface Segment<M extends Range> extends Range {
  readonly text: string;
  /** Widest first: the last one is the innermost. */
  readonly marks: readonly M[];
}

const wider = (a: Range, b: Range): number => a.start - b.start || b.end - a.end;

/**
 * Cuts `words` (which begin at offset `from` of the text) where marks begin or end, so that marks may overlap and nest as
 * they like: the segments joined are the words, and each mark is covered exactly (SPEC W20). Offsets are UTF-16 units of
 * the text. Marks that reach outside the words are shown as far as the words go; empty ones are left out.
 */
export function segmentsOf<M extends Range>(words: string, from: number, marks: readonly M[]): readonly Segment<M>[] {
  const to = from + words.length;
  const seen = marks.filter((mark) => Math.max(mark.start, from) < Math.min(mark.end, to)).sort(wider);
  const cuts = cutsOf(seen, from, to);
  const segments: Segment<M>[] = [];
  let active: M[] = [];
  let next = 0;
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const start = cuts[at] ?? from;
    const end = cuts[at + 1] ?? to;
    active = active.filter((mark) => mark.end > start);
    for (let mark = seen[next]; mark !== undefined && mark.start <= start; mark = seen[next]) {
      active.push(mark);
      next += 1;
    }
    segments.push({ start, end, text: words.slice(start - from, end - from), marks: [...active] });
  }
  return segments;
}

function cutsOf(marks: readonly Range[], from: number, to: number): readonly number[] {
  const cuts = new Set([from, to]);
  for (const mark of marks) {
    if (mark.start > from) cuts.add(mark.start);
    if (mark.end < to) cuts.add(mark.end);
  }
  return [...cuts].sort((a, b) => a - b);
}
