import type { FeatureList } from '../model/feature-list.ts';
import { branchesOf, type Branches } from './branches.ts';
import type { Columns, Range } from './columns.ts';

/** A passage with what its features look up again and again: indexes count from the first token of the passage. */
export interface Passage extends Range {
  readonly columns: Columns;
  /** Nearest word on each side that is often a cue, in the same sentence; -1 for none. */
  readonly cueLeft: Int32Array;
  readonly cueRight: Int32Array;
  readonly verbLeft: Int32Array;
  readonly verbRight: Int32Array;
  /** 1 after a `that` of the same sentence. */
  readonly afterThat: Uint8Array;
  readonly branches: Branches;
  /** 1 where any quote mark stands in the passage. */
  readonly quoted: number;
}

/** Numbers of words and tags that features ask for. */
export interface Known {
  readonly that: number;
  readonly isVerb: (tag: number) => boolean;
}

export function passageOf(columns: Columns, { first, last }: Range, { that, isVerb }: Known): Passage {
  const length = last - first;
  const { sentences, cues, tags, words, places } = columns;
  const passage = {
    columns,
    first,
    last,
    cueLeft: new Int32Array(length).fill(-1),
    cueRight: new Int32Array(length).fill(-1),
    verbLeft: new Int32Array(length).fill(-1),
    verbRight: new Int32Array(length).fill(-1),
    afterThat: new Uint8Array(length),
    branches: branchesOf(columns, { first, last }),
    quoted: 0,
  };
  let [cue, verb, seen] = [-1, -1, 0];
  for (let at = first; at < last; at += 1) {
    if (at > first && sentences[at] !== sentences[at - 1]) [cue, verb, seen] = [-1, -1, 0];
    passage.cueLeft[at - first] = cue;
    passage.verbLeft[at - first] = verb;
    passage.afterThat[at - first] = seen;
    if ((cues[at] ?? 0) > 0) cue = at;
    if (isVerb(tags[at] ?? 0)) verb = at;
    if (words.lower[at] === that) seen = 1;
    if ((places[at] ?? 0) > 0) passage.quoted = 1;
  }
  [cue, verb] = [-1, -1];
  for (let at = last - 1; at >= first; at -= 1) {
    if (at < last - 1 && sentences[at] !== sentences[at + 1]) [cue, verb] = [-1, -1];
    passage.cueRight[at - first] = cue;
    passage.verbRight[at - first] = verb;
    if ((cues[at] ?? 0) > 0) cue = at;
    if (isVerb(tags[at] ?? 0)) verb = at;
  }
  return passage;
}

const BEFORE = -3;
const AFTER = -5;

/** A column's value at a token, with other values outside of the passage. */
export function valueAt(column: Int32Array | Uint8Array, at: number, { first, last }: Range): number {
  if (at < first) return BEFORE;
  return at >= last ? AFTER : (column[at] ?? 0);
}

/** Distances in a few steps. */
export function stepOf(distance: number): number {
  if (distance <= 2) return distance;
  if (distance <= 5) return 5;
  if (distance <= 10) return 6;
  return distance <= 20 ? 7 : 8;
}

/** The features of one token for the first pass: words, tags, quote marks, the cues and the tree around it. */
export function tokenFeatures(passage: Passage, at: number, into: FeatureList): void {
  wordFeatures(passage, at, into);
  cueFeatures(passage, at, into);
  tagFeatures(passage, at, into);
  treeFeatures(passage, at, into);
  branchFeatures(passage, at, into);
}

function wordFeatures(passage: Passage, at: number, into: FeatureList): void {
  const { words, places } = passage.columns;
  const { lower, shape } = words;
  const word = lower[at] ?? 0;
  const [l1, l2] = [valueAt(lower, at - 1, passage), valueAt(lower, at - 2, passage)];
  const [r1, r2] = [valueAt(lower, at + 1, passage), valueAt(lower, at + 2, passage)];
  const [sl, s, sr] = [valueAt(shape, at - 1, passage), shape[at] ?? 0, valueAt(shape, at + 1, passage)];
  const quotes = (places[at] ?? 0) + 8 * valueAt(places, at - 1, passage) + 64 * valueAt(places, at + 1, passage);
  into.add(0);
  into.add(1, word);
  into.add(2, l1);
  into.add(3, r1);
  into.add(4, l2);
  into.add(5, r2);
  into.add(6, l1, word);
  into.add(7, word, r1);
  into.add(10, l1, word, r1);
  into.add(11, s, sl, sr);
  into.add(12, words.suffix3[at]);
  into.add(13, words.suffix2[at], sl);
  into.add(14, words.exact[at]);
  into.add(15, quotes);
  into.add(16, passage.quoted, places[at], s);
}

const wordOf = ({ columns }: Passage, at: number): number => (at < 0 ? 0 : (columns.words.lower[at] ?? 0));

function cueFeatures(passage: Passage, at: number, into: FeatureList): void {
  const { words, cues, places, tags } = passage.columns;
  const index = at - passage.first;
  const word = words.lower[at] ?? 0;
  const [left, right] = [passage.cueLeft[index] ?? -1, passage.cueRight[index] ?? -1];
  const [leftWord, rightWord] = [wordOf(passage, left), wordOf(passage, right)];
  const [leftStep, rightStep] = [left < 0 ? 9 : stepOf(at - left), right < 0 ? 9 : stepOf(right - at)];
  const place = places[at] ?? 0;
  const that = passage.afterThat[index] ?? 0;
  const [c2, c1, c, d1, d2] = [
    valueAt(cues, at - 2, passage),
    valueAt(cues, at - 1, passage),
    cues[at] ?? 0,
    valueAt(cues, at + 1, passage),
    valueAt(cues, at + 2, passage),
  ];
  const edge = edgesOf(passage, at, at + 1);
  const tag = tags[at] ?? 0;
  into.add(20, c, c1, d1);
  into.add(21, c2 * 8 + c1, c, d1 * 8 + d2);
  into.add(22, leftWord, leftStep);
  into.add(23, rightWord, rightStep);
  into.add(24, leftStep, rightStep, place);
  into.add(25, leftWord, place * 2 + that);
  into.add(26, rightWord, place);
  into.add(27, that, leftStep, place);
  into.add(29, edge, place, leftStep);
  into.add(30, word, place, leftStep);
  into.add(31, word, leftWord);
  into.add(33, edge, leftWord, place);
  into.add(34, edge, rightWord, place);
  into.add(36, leftWord, valueAt(tags, at - 1, passage), tag);
  into.add(38, rightWord, valueAt(tags, at + 1, passage), edge);
  into.add(39, Math.min(index, 4), tag);
  into.add(40, Math.min(passage.last - at, 4), edge, place);
  into.add(41, left < 0 ? 0 : tags[left], tag, leftStep);
  into.add(43, tag, leftStep, rightStep);
  into.add(44, tag, leftWord, leftStep);
  into.add(45, tag, rightWord, rightStep);
}

/** 1: a sentence begins at `from`; 2: one ends at `to`; 3 both. */
export function edgesOf({ columns, first, last }: Passage, from: number, to: number): number {
  const { sentences } = columns;
  const begins = from === first || sentences[from] !== sentences[from - 1] ? 1 : 0;
  return begins + (to === last || sentences[to] !== sentences[to - 1] ? 2 : 0);
}

function tagFeatures(passage: Passage, at: number, into: FeatureList): void {
  const { words, tags, classes, places } = passage.columns;
  const index = at - passage.first;
  const word = words.lower[at] ?? 0;
  const tag = tags[at] ?? 0;
  const [l1, l2] = [valueAt(tags, at - 1, passage), valueAt(tags, at - 2, passage)];
  const [r1, r2] = [valueAt(tags, at + 1, passage), valueAt(tags, at + 2, passage)];
  const kind = classes[at] ?? 0;
  const [k1, n1] = [valueAt(classes, at - 1, passage), valueAt(classes, at + 1, passage)];
  const [left, right] = [passage.verbLeft[index] ?? -1, passage.verbRight[index] ?? -1];
  const cue = passage.cueLeft[index] ?? -1;
  const around = (places[at] ?? 0) * 16 + (cue < 0 ? 9 : stepOf(at - cue));
  into.add(50, tag);
  into.add(51, l1, tag);
  into.add(52, tag, r1);
  into.add(53, l1, tag, r1);
  into.add(54, l2, l1, tag);
  into.add(55, tag, r1, r2);
  into.add(57, word, tag);
  into.add(58, word, r1);
  into.add(60, valueAt(words.lower, at - 1, passage), tag);
  into.add(61, tag, valueAt(words.lower, at + 1, passage));
  into.add(62, l1, tag, around);
  into.add(63, tag, r1, around);
  into.add(64, l1, edgesOf(passage, at, at + 1), places[at]);
  into.add(65, kind);
  into.add(66, k1, kind);
  into.add(67, kind, n1);
  into.add(68, k1, tag, n1);
  into.add(71, wordOf(passage, left), left < 0 ? 9 : stepOf(at - left));
  into.add(72, wordOf(passage, right), right < 0 ? 9 : stepOf(right - at));
}

function treeFeatures(passage: Passage, at: number, into: FeatureList): void {
  const { words, tags, heads, relations, cues, classes } = passage.columns;
  const head = heads[at] ?? -1;
  const inside = head >= passage.first && head < passage.last;
  const [headWord, headTag] = inside ? [words.lower[head] ?? 0, tags[head] ?? 0] : [1, 99];
  const relation = relations[at] ?? 0;
  const tag = tags[at] ?? 0;
  const side = inside ? Number(head > at) : 2;
  const above = inside ? (heads[head] ?? -1) : -1;
  const aboveWord = above >= passage.first && above < passage.last ? (words.lower[above] ?? 0) : 1;
  const cue = inside ? (cues[head] ?? 0) : 9;
  into.add(80, relation, tag);
  into.add(81, relation, headWord);
  into.add(82, relation, headTag, side);
  into.add(83, words.lower[at], headWord);
  into.add(84, valueAt(relations, at - 1, passage), relation, valueAt(relations, at + 1, passage));
  into.add(85, relation, cue, tag);
  into.add(87, classes[at], inside ? classes[head] : 0, side);
  into.add(88, relation, headWord, side * 16 + stepOf(inside ? Math.abs(head - at) : 99));
  into.add(89, relation, inside ? relations[head] : 99, aboveWord);
}

function branchFeatures(passage: Passage, at: number, into: FeatureList): void {
  const { branches, first, columns } = passage;
  const { words, tags, heads, relations, places } = columns;
  const index = at - first;
  const [cue, below] = [branches.cue[index] ?? -1, branches.below[index] ?? -1];
  const [opens, closes] = [branches.opens[index] ?? at, branches.closes[index] ?? at];
  const relation = below < 0 ? 99 : (relations[below] ?? 0);
  const side = cue < 0 ? 2 : Number(cue > at);
  const word = wordOf(passage, cue);
  const before = Number(index > 0 && branches.below[index - 1] === below);
  const after = Number(index + 1 < branches.below.length && branches.below[index + 1] === below);
  const tag = tags[at] ?? 0;
  const [openRelation, closeRelation] = [relations[opens] ?? 0, relations[closes] ?? 0];
  into.add(91, relation, word, side);
  into.add(92, relation, side, before * 2 + after);
  into.add(93, relation, word, before * 2 + after);
  into.add(94, relation, tag, before);
  into.add(95, openRelation, wordOf(passage, heads[opens] ?? -1), opens === at ? 1 : 0);
  into.add(96, closeRelation, wordOf(passage, heads[closes] ?? -1), closes === at ? 1 : 0);
  into.add(97, openRelation, tags[opens], valueAt(tags, at - 1, passage));
  into.add(98, closeRelation, tags[closes], valueAt(tags, at + 1, passage));
  into.add(99, relation, places[at], words.lower[at]);
}
