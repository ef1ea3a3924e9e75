import { Role, type Candidate } from './candidates.ts';
import { FeatureList } from '../model/feature-list.ts';
import type { Scorer } from './packed.ts';
import { Kind, pairFeatures, wholeFeatures, type Grouping, type Pair } from './pair-features.ts';
import { spanFeatures, type Scene } from './span-features.ts';

/** An attribution with what the model gives for it, in the table's units. */
export interface Scored extends Grouping {
  readonly score: number;
}

const SOURCES = 3;
const CONTENTS = 5;
/** Spans near a cue that are looked at as its voice and words, best by themselves first. */
const NEAR_SOURCES = 8;
const NEAR_CONTENTS = 12;
const NEAR_MORE = 8;
const EXTENDED = 1;
const KEPT = 4;
const SOURCE_GAP = 40;
const CONTENT_GAP = 60;
const MORE = 24;
const list = new FeatureList(128);

interface Option {
  readonly span: Candidate;
  readonly score: number;
}

/** Scores every candidate by itself. */
export function scoreSpans(scene: Scene, candidates: readonly Candidate[], scorer: Scorer): void {
  for (const candidate of candidates) {
    list.clear();
    spanFeatures(scene, candidate, list);
    candidate.score = scorer(list);
  }
}

/** The attributions that together score best, each cue with its voice and words, none over another. */
export function assemble(scene: Scene, candidates: readonly Candidate[], scorer: Scorer): Scored[] {
  const length = scene.last - scene.first;
  const best = (role: Role): readonly Candidate[] => {
    const { least, share } = LIKELY[role];
    return bestOf(
      candidates.filter((one) => one.role === role),
      Math.max(least, Math.ceil(length * share)),
    );
  };
  const pool = { sources: best(Role.source), contents: best(Role.content) };
  const scoring = { scene, scorer, voiced: new Map<Candidate, Map<Candidate, number>>() };
  return chosen(best(Role.cue).flatMap((cue) => groupingsOf(scoring, cue, pool)));
}

/** How many spans of each role are tried together, best by themselves first. */
const LIKELY = [
  { least: 5, share: 0.12 },
  { least: 4, share: 0.08 },
  { least: 8, share: 0.2 },
] as const;

interface Scoring {
  readonly scene: Scene;
  readonly scorer: Scorer;
  /** Scores of a source with a content: the same for every cue between them. */
  readonly voiced: Map<Candidate, Map<Candidate, number>>;
}

interface Pool {
  readonly sources: readonly Candidate[];
  readonly contents: readonly Candidate[];
}

const gapBetween = (a: Candidate, b: Candidate): number => Math.max(b.first - a.last, a.first - b.last);

function pairScore({ scene, scorer }: Scoring, kind: Kind, pair: Pair): number {
  list.clear();
  pairFeatures(scene, kind, pair, list);
  return scorer(list);
}

function voicedScore(scoring: Scoring, source: Candidate, content: Candidate): number {
  let known = scoring.voiced.get(source);
  if (known === undefined) scoring.voiced.set(source, (known = new Map()));
  let score = known.get(content);
  if (score === undefined) {
    score = pairScore(scoring, Kind.sourceContent, { a: source, b: content });
    known.set(content, score);
  }
  return score;
}

function optionsOf(
  scoring: Scoring,
  cue: Candidate,
  spans: readonly Candidate[],
  most: { gap: number; near: number; kept: number; kind: Kind },
): Option[] {
  const { sentences } = scoring.scene.columns;
  const near = spans.filter((span) => {
    const gap = gapBetween(cue, span);
    const apart = Math.abs((sentences[span.first] ?? 0) - (sentences[cue.first] ?? 0));
    return gap >= 0 && gap <= most.gap && apart <= (most.kind === Kind.cueSource ? 0 : 2);
  });
  const options = bestOf(near, most.near).map((span) => ({
    span,
    score: span.score + pairScore(scoring, most.kind, { a: cue, b: span }),
  }));
  return options
    .sort((a, b) => b.score - a.score || a.span.first - b.span.first || a.span.last - b.span.last)
    .slice(0, most.kept);
}

const bestOf = (spans: readonly Candidate[], most: number): readonly Candidate[] =>
  spans.length <= most
    ? spans
    : spans.toSorted((a, b) => b.score - a.score || a.first - b.first || a.last - b.last).slice(0, most);

/** The best attributions of one cue, each with a voice or none. */
function groupingsOf(scoring: Scoring, cue: Candidate, pool: Pool): Scored[] {
  const contents = optionsOf(scoring, cue, pool.contents, {
    gap: CONTENT_GAP,
    near: NEAR_CONTENTS,
    kept: CONTENTS,
    kind: Kind.cueContent,
  });
  if (contents.length === 0) return [];
  const sources: (Option | null)[] = optionsOf(scoring, cue, pool.sources, {
    gap: SOURCE_GAP,
    near: NEAR_SOURCES,
    kept: SOURCES,
    kind: Kind.cueSource,
  });
  sources.push(null);
  const found: Scored[] = [];
  for (const source of sources)
    for (const content of contents) {
      if (source !== null && gapBetween(source.span, content.span) < 0) continue;
      const grouping = { source: source?.span ?? null, cue, contents: [content.span] };
      let score = cue.score + (source?.score ?? 0) + content.score;
      if (source !== null) score += voicedScore(scoring, source.span, content.span);
      list.clear();
      wholeFeatures(scoring.scene, grouping, list);
      found.push({ ...grouping, score: score + scoring.scorer(list) });
    }
  found.sort((a, b) => b.score - a.score);
  const longer = found.slice(0, EXTENDED).map((one) => extended(scoring, one, pool.contents));
  return [...longer, ...found.slice(0, KEPT)].filter((one) => one.score > 0);
}

/** Adds further stretches of content while each gains. */
function extended(scoring: Scoring, start: Scored, contents: readonly Candidate[]): Scored {
  let current = start;
  const anchor = start.contents[0];
  if (anchor === undefined) return start;
  const reach = gapBetween(start.cue, anchor);
  for (let count = 1; count < MORE; count += 1) {
    let best: Scored | null = null;
    const next = contents.filter((span) => gapBetween(start.cue, span) >= reach && isNext(current, span));
    for (const span of bestOf(next, NEAR_MORE)) {
      const gain = span.score + moreScore(scoring, current, span);
      if (gain <= 0 || current.score + gain <= (best?.score ?? -Infinity)) continue;
      best = { ...current, contents: inOrder([...current.contents, span]), score: current.score + gain };
    }
    if (best === null) return current;
    current = best;
  }
  return current;
}

const NEXT = 30;

function isNext({ source, cue, contents }: Grouping, span: Candidate): boolean {
  if (gapBetween(cue, span) < 0 || (source !== null && gapBetween(source, span) < 0)) return false;
  const first = contents[0]?.first ?? 0;
  const last = contents.at(-1)?.last ?? 0;
  if (span.first >= last) return span.first - Math.max(last, cue.last) <= NEXT;
  return span.last <= first && Math.min(first, cue.first) - span.last <= NEXT;
}

const inOrder = (contents: readonly Candidate[]): Candidate[] => contents.toSorted((a, b) => a.first - b.first);

/** Score of a further stretch beside the one next to it; the gap is counted from whatever stands between. */
function moreScore(scoring: Scoring, grouping: Grouping, span: Candidate): number {
  const pair = besideOf(grouping, span);
  return pair === null ? 0 : pairScore(scoring, Kind.more, { ...pair, b: span });
}

function besideOf({ source, cue, contents }: Grouping, span: Candidate): { a: Candidate; edge: number } | null {
  const parts = source === null ? [cue] : [source, cue];
  const before = contents.findLast((one) => one.last <= span.first);
  const anchorBefore = before !== undefined;
  const a = before ?? contents.find((one) => one.first >= span.last);
  if (a === undefined) return null;
  const edge = anchorBefore
    ? parts.reduce((at, part) => (part.last <= span.first && part.last > at ? part.last : at), a.last)
    : parts.reduce((at, part) => (part.first >= span.last && part.first < at ? part.first : at), a.first);
  return { a, edge };
}

/** The stretch of content nearest to the cue: what pairs with cue and source. */
function anchorOf({ cue, contents }: Grouping): Candidate {
  return contents.reduce(
    (best, one) => (gapBetween(cue, one) < gapBetween(cue, best) ? one : best),
    contents[0] ?? cue,
  );
}

/** Calls `each` with the features of every part of an attribution: those that its score is the sum of. */
export function eachPart(scene: Scene, grouping: Grouping, each: (features: FeatureList) => void): void {
  const { source, cue, contents } = grouping;
  const anchor = anchorOf(grouping);
  const write = (fill: (into: FeatureList) => void): void => {
    list.clear();
    fill(list);
    each(list);
  };
  for (const span of source === null ? [cue, ...contents] : [source, cue, ...contents])
    write((into) => spanFeatures(scene, span, into));
  if (source !== null) {
    write((into) => pairFeatures(scene, Kind.cueSource, { a: cue, b: source }, into));
    write((into) => pairFeatures(scene, Kind.sourceContent, { a: source, b: anchor }, into));
  }
  write((into) => pairFeatures(scene, Kind.cueContent, { a: cue, b: anchor }, into));
  write((into) => wholeFeatures(scene, { source, cue, contents: [anchor] }, into));
  const nearest = contents.toSorted((a, b) => gapBetween(cue, a) - gapBetween(cue, b));
  let current: Grouping = { source, cue, contents: [anchor] };
  for (const span of nearest) {
    if (span === anchor) continue;
    const pair = besideOf(current, span);
    if (pair !== null) write((into) => pairFeatures(scene, Kind.more, { ...pair, b: span }, into));
    current = { ...current, contents: inOrder([...current.contents, span]) };
  }
}

interface Hull {
  readonly first: number;
  readonly last: number;
  readonly one: Scored;
}

/** Of all attributions those that do not overlap and score best together (weighted intervals). */
function chosen(all: readonly Scored[]): Scored[] {
  const hulls = all
    .map((one): Hull => {
      const first = Math.min(one.cue.first, one.contents[0]?.first ?? one.cue.first);
      return { first, last: Math.max(one.cue.last, one.contents.at(-1)?.last ?? 0), one };
    })
    .sort((a, b) => a.last - b.last || a.first - b.first || b.one.score - a.one.score);
  const best = new Float64Array(hulls.length + 1);
  const before = new Int32Array(hulls.length);
  hulls.forEach((hull, at) => {
    let back = at;
    while (back > 0 && (hulls[back - 1]?.last ?? 0) > hull.first) back -= 1;
    before[at] = back;
    best[at + 1] = Math.max(best[at] ?? 0, (best[back] ?? 0) + hull.one.score);
  });
  const taken: Scored[] = [];
  for (let at = hulls.length; at > 0;) {
    const hull = hulls[at - 1];
    if (hull === undefined || (best[at] ?? 0) === (best[at - 1] ?? 0)) at -= 1;
    else {
      taken.push(hull.one);
      at = before[at - 1] ?? 0;
    }
  }
  return taken.reverse();
}
