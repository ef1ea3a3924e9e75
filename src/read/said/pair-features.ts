import type { Candidate } from './candidates.ts';
import type { FeatureList } from '../model/feature-list.ts';
import { countIn, sizeOf, type Scene } from './span-features.ts';
import { edgesOf, stepOf, valueAt } from './token-features.ts';

/** An attribution as candidates: who, by which cue, what. Contents in the order of the text, at least one. */
export interface Grouping {
  readonly source: Candidate | null;
  readonly cue: Candidate;
  readonly contents: readonly Candidate[];
}

/** Templates: a block for each kind of pair and side, then those of whole attributions. */
export const PAIR = 320;
export const PER_KIND = 28;
export const WHOLE = 600;

/** Which two spans a pair joins. */
export const Kind = { cueSource: 0, cueContent: 2, sourceContent: 4, more: 6 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

interface Gap {
  readonly from: number;
  readonly to: number;
  readonly size: number;
  readonly words: number;
  readonly flags: number;
  readonly sentences: number;
}

const SHORT_GAP = 4;

function gapOf(scene: Scene, from: number, to: number): Gap {
  const { words, sentences } = scene.columns;
  let hash = to - from <= SHORT_GAP ? 0 : 1;
  if (to - from <= SHORT_GAP)
    for (let at = from; at < to; at += 1) hash = (Math.imul(hash ^ (words.lower[at] ?? 0), 0x85ebca6b) + 11) | 0;
  const seen = (counts: Int32Array): number => (to > from && countIn(counts, scene, from, to) > 0 ? 1 : 0);
  const marks = seen(scene.opens) | seen(scene.closes);
  const cuts = (sentences[Math.min(to, scene.last - 1)] ?? 0) - (sentences[Math.max(from - 1, scene.first)] ?? 0);
  return {
    from,
    to,
    size: sizeOf(Math.max(0, to - from)),
    words: hash,
    flags: seen(scene.verbs) + 2 * seen(scene.commas) + 4 * marks + 8 * seen(scene.cues),
    sentences: Math.min(Math.max(cuts, 0), 3),
  };
}

/** How the trees of two spans hang together. */
function bondOf({ columns }: Scene, a: Candidate, b: Candidate): number {
  const { heads, relations } = columns;
  const [aboveA, aboveB] = [heads[a.head] ?? -1, heads[b.head] ?? -1];
  if (aboveB >= a.first && aboveB < a.last) return 1 + (relations[b.head] ?? 0);
  if (aboveA >= b.first && aboveA < b.last) return 101 + (relations[a.head] ?? 0);
  return aboveA >= 0 && aboveA === aboveB ? 201 + (relations[b.head] ?? 0) : 0;
}

export interface Pair {
  readonly a: Candidate;
  readonly b: Candidate;
  /** Where the gap between them is counted from, where not from `a` itself. */
  readonly edge?: number;
}

/** The features of two spans together. */
export function pairFeatures(scene: Scene, kind: Kind, pair: Pair, into: FeatureList): void {
  const { a, b } = pair;
  const { words, tags, places, classes } = scene.columns;
  const after = b.first >= a.last;
  const base = PAIR + PER_KIND * (kind + Number(after));
  const gap = after ? gapOf(scene, pair.edge ?? a.last, b.first) : gapOf(scene, b.last, pair.edge ?? a.first);
  const { size, sentences, flags } = gap;
  const word = words.lower[kind === Kind.sourceContent ? b.first : a.last - 1] ?? 0;
  const bond = bondOf(scene, a, b);
  const close = after ? b.first : b.last - 1;
  const near = after ? a.last - 1 : a.first;
  const edges = edgesOf(scene, b.first, b.last);
  const place = places[b.first] ?? 0;
  into.add(base);
  into.add(base + 1, size, sentences);
  into.add(base + 2, gap.words, sentences);
  into.add(base + 3, word, size, sentences);
  into.add(base + 4, flags, sentences, size);
  into.add(base + 5, words.lower[close], Math.min(size, 2), sentences);
  into.add(base + 6, words.lower[near], Math.min(size, 2), sentences);
  into.add(base + 7, tags[near], tags[close], Math.min(size, 2));
  into.add(base + 8, word, gap.words);
  into.add(base + 9, bond, Math.min(sentences, 1));
  into.add(base + 10, bond, word);
  into.add(base + 11, bond, size, flags & 2);
  into.add(base + 12, places[near], place, sentences);
  into.add(base + 13, edges, edgesOf(scene, a.first, a.last), sentences);
  into.add(base + 14, sizeOf(a.last - a.first), sizeOf(b.last - b.first), size);
  into.add(base + 15, a.worse * 8 + a.rivals, b.worse * 8 + b.rivals, size);
  into.add(base + 16, valueAt(tags, gap.from, scene), valueAt(tags, gap.to - 1, scene), sentences * 8 + size);
  into.add(base + 17, word, words.lower[b.first]);
  into.add(base + 18, word, tags[b.first]);
  into.add(base + 19, word, place, edges);
  into.add(base + 20, tags[a.last - 1], tags[b.first], bond);
  into.add(base + 21, classes[a.last - 1], bond, size);
  into.add(base + 22, word, sizeOf(b.last - b.first));
}

/** How source, cue and first content follow one another: 0-23. */
function orderOf({ source, cue, contents }: Grouping): number {
  const content = contents[0];
  if (content === undefined) return 0;
  const contentAfter = Number(content.first > cue.first);
  const split = Number(contents.some((part) => part.first > cue.first) && contentAfter === 0);
  if (source === null) return contentAfter + 2 * split;
  const sourceAfter = Number(source.first > cue.first);
  const outer = Number(source.first > content.first) * 2;
  return 4 + contentAfter + 2 * split + 4 * sourceAfter + 4 * outer;
}

/** The features of a whole attribution with one content: three spans at once. */
export function wholeFeatures(scene: Scene, grouping: Grouping, into: FeatureList): void {
  const { source, cue, contents } = grouping;
  const { words, tags, places } = scene.columns;
  const content = contents[0] ?? cue;
  const order = orderOf(grouping);
  const word = words.lower[cue.last - 1] ?? 0;
  const first = Math.min(cue.first, content.first, source?.first ?? cue.first);
  const last = Math.max(cue.last, content.last, source?.last ?? cue.last);
  const covered =
    cue.last - cue.first + content.last - content.first + (source === null ? 0 : source.last - source.first);
  const edges = edgesOf(scene, first, last);
  const left = sizeOf(Math.max(0, last - first - covered));
  const voiced = source === null ? 0 : 1;
  into.add(WHOLE, order);
  into.add(WHOLE + 1, order, word);
  into.add(WHOLE + 2, order, edges, left);
  into.add(WHOLE + 3, order, places[content.first], places[content.last - 1]);
  into.add(WHOLE + 4, word, voiced);
  into.add(WHOLE + 5, voiced, tags[cue.last - 1], stepOf(cue.last - cue.first));
  into.add(WHOLE + 6, order, left, places[content.first]);
  into.add(WHOLE + 7, order, tags[cue.last - 1], tags[content.first]);
  into.add(WHOLE + 8, edges, left, voiced);
  into.add(WHOLE + 9, source === null ? 9 : tags[source.last - 1], tags[cue.first], order);
  into.add(WHOLE + 10, source === null ? 9 : words.lower[source.last - 1], word);
  into.add(WHOLE + 11, valueAt(words.lower, first - 1, scene), order);
  into.add(WHOLE + 12, valueAt(words.lower, last, scene), order, edges);
  into.add(WHOLE + 13, edgesOf(scene, content.first, content.last), order, sizeOf(content.last - content.first));
}
