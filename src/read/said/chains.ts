import type { ReadWork } from '../../domain/reading.ts';
import { overlaps, spanAt, type Span } from '../../domain/span.ts';
import type { LinkKind } from '../../domain/claim.ts';
import type { Stretch } from './content.ts';
import type { Draft } from './statement-draft.ts';
import type { Names } from '../passes.ts';
import { headMention } from '../names/voice.ts';
import { isMedium } from './work-lexicon.ts';

interface Enclosing extends Stretch {
  readonly draft: Draft;
}

/** For each draft the innermost statement whose words contain it (SPEC E17); one sweep over the text. */
export function nestingOf(drafts: readonly Draft[]): Map<Draft, Draft> {
  const anchor = (draft: Draft): Stretch => draft.cue ?? draft.content[0] ?? { start: 0, end: 0 };
  const stretches: Enclosing[] = drafts.flatMap((draft) =>
    draft.content.map(({ start, end }) => ({ start, end, draft })),
  );
  stretches.sort((a, b) => a.start - b.start || b.end - a.end);
  const waiting = drafts.toSorted((a, b) => anchor(a).start - anchor(b).start);
  const parents = new Map<Draft, Draft>();
  const open: Enclosing[] = [];
  let next = 0;
  for (const draft of waiting) {
    const { start, end } = anchor(draft);
    for (let stretch = stretches[next]; stretch && stretch.start <= start; stretch = stretches[next]) {
      while ((open.at(-1)?.end ?? Infinity) <= stretch.start) open.pop();
      open.push(stretch);
      next += 1;
    }
    while ((open.at(-1)?.end ?? Infinity) <= start) open.pop();
    const around = open.findLast(
      (stretch) => stretch.draft !== draft && stretch.end >= end && encloses(stretch, draft),
    );
    if (around?.draft.relays === true) parents.set(draft, around.draft);
  }
  return parents;
}

/** One closing mark may end two levels, and the inner words then reach past the outer ones by it. */
const SHARED_CLOSER = 1;

const encloses = (outer: Stretch, { content, cue }: Draft): boolean =>
  content.every((part) => outer.start <= part.start && part.end <= outer.end + SHARED_CLOSER) &&
  (cue !== null || content.some((part) => part.start > outer.start || part.end < outer.end));

const DEEPEST = 8;

/** Intermediaries of a statement, nearest to the origin first: its own, then the voices and works it is nested in. */
export function viaOf(draft: Draft, parents: ReadonlyMap<Draft, Draft>, text: string): Span[] {
  const via: Stretch[] = [...draft.via];
  let outer = parents.get(draft);
  for (let depth = 0; outer !== undefined && depth < DEEPEST; depth += 1) {
    const source = outer.source ?? outer.carried?.source ?? null;
    via.push(...outer.upstream, ...(source === null ? [] : [source]), ...outer.via);
    outer = parents.get(outer);
  }
  const seen = new Set<number>();
  return via
    .filter(({ start }) => !seen.has(start) && Boolean(seen.add(start)))
    .map(({ start, end }) => spanAt(text, start, end));
}

/** Room for `published by` between a work and who published it. */
const PUBLISHED_BY = 16;

/**
 * What a link of a chain is, for whoever makes chains of `via` and `source`: a cited work is `in-work`; a medium, or the body
 * named right after a cited work (`a document published by X`), is `published-by`; anybody else `said-by`.
 */
export function linkKindOf(span: Span, names: Names, works: readonly ReadWork[], language: string): LinkKind {
  const head = headMention(span, names)?.kind;
  if (head === 'person' || head === 'role') return 'said-by';
  const cited = works.flatMap((work) => work.spans);
  if (cited.some((words) => overlaps(words, span))) return 'in-work';
  const published = cited.some(({ end }) => span.start > end && span.start - end <= PUBLISHED_BY);
  return published || isMedium(span.text, language) ? 'published-by' : 'said-by';
}
