import type { SourceId, TextId } from './ids.ts';

/** Half-open range `[start, end)` of UTF-16 units in one text, with its words (W3C Web Annotation: position and quote selectors). */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Words of a preserved source that attest a value: which source, which derived text of it, where. */
export interface Attestation {
  readonly source: SourceId;
  readonly text: TextId;
  readonly span: Span;
}

/** Cuts a span out of a text; an empty or outlying range is a bug and throws. */
export function spanAt(text: string, start: number, end: number): Span {
  if (!(start >= 0 && end > start && end <= text.length)) {
    throw new RangeError(`span ${start}..${end} outside a text of ${text.length}`);
  }
  return { start, end, text: text.slice(start, end) };
}

/** SPEC S1: a span holds its words. */
export const holds = (span: Span, text: string): boolean =>
  span.start >= 0 && span.end > span.start && text.slice(span.start, span.end) === span.text;

export const overlaps = (a: Pick<Span, 'start' | 'end'>, b: Pick<Span, 'start' | 'end'>): boolean =>
  a.start < b.end && b.start < a.end;

export const covers = (outer: Pick<Span, 'start' | 'end'>, inner: Pick<Span, 'start' | 'end'>): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
