import { Role, type Candidate } from './candidates.ts';
import { Place } from './columns.ts';
import type { FeatureList } from '../model/feature-list.ts';
import { edgesOf, stepOf, valueAt, type Passage } from './token-features.ts';

/** A passage after the first pass: where it saw cues, and running counts up to each place between tokens. */
export interface Scene extends Passage {
  readonly cueBefore: Int32Array;
  readonly cueAfter: Int32Array;
  /** 1 at the mark that ends a sentence. */
  readonly isStop: Uint8Array;
  readonly verbs: Int32Array;
  readonly commas: Int32Array;
  readonly opens: Int32Array;
  readonly closes: Int32Array;
  readonly cues: Int32Array;
  /** Places where a sentence begins within the passage. */
  readonly cuts: Int32Array;
}

/** How many of what was counted lie in `[from, to)`. */
export const countIn = (counts: Int32Array, { first }: Passage, from: number, to: number): number =>
  (counts[to - first] ?? 0) - (counts[from - first] ?? 0);

/** Templates: a block for each role. */
export const SPAN = 100;
export const PER_ROLE = 70;

/** What a span looks like from outside, counted once. */
interface Measures {
  readonly size: number;
  readonly edges: number;
  /** Tokens whose governor stands outside, and tokens outside that it governs. */
  readonly loose: number;
  readonly governed: number;
  readonly marks: number;
  readonly balance: number;
  readonly sentences: number;
  readonly cues: number;
  readonly verbs: number;
  readonly commas: number;
  readonly cueLeft: number;
  readonly cueRight: number;
  readonly tagsHash: number;
  readonly wordsHash: number;
}

export const sizeOf = (count: number): number => {
  if (count <= 3) return count;
  if (count <= 5) return 4;
  if (count <= 10) return 5;
  if (count <= 20) return 6;
  return count <= 40 ? 7 : 8;
};

/** The features of one candidate by itself; `template` tells its role, too. */
export function spanFeatures(scene: Scene, span: Candidate, into: FeatureList): void {
  const measures = measuresOf(scene, span);
  const base = SPAN + PER_ROLE * span.role;
  boundaryFeatures(scene, span, { measures, base, into });
  markFeatures(scene, span, { measures, base, into });
  treeFeatures(scene, span, { measures, base, into });
  contextFeatures(scene, span, { measures, base, into });
}

interface Writing {
  readonly measures: Measures;
  readonly base: number;
  readonly into: FeatureList;
}

function measuresOf(scene: Scene, { first, last }: Candidate): Measures {
  const { words, tags, heads, places } = scene.columns;
  let [loose, tagsHash, wordsHash] = [0, 0, 0];
  for (let at = first; at < last; at += 1) {
    const head = heads[at] ?? -1;
    if (head < first || head >= last) loose += 1;
  }
  if (last - first < 7)
    for (let at = first; at < last; at += 1) tagsHash = (Math.imul(tagsHash ^ (tags[at] ?? 0), 0x9e3779b1) + 7) | 0;
  if (last - first < 5)
    for (let at = first; at < last; at += 1)
      wordsHash = (Math.imul(wordsHash ^ (words.lower[at] ?? 0), 0x85ebca6b) + 3) | 0;
  const opens = countIn(scene.opens, scene, first, last);
  const closes = countIn(scene.closes, scene, first, last);
  const balance = (opens > closes ? 1 : 0) + (opens < closes ? 2 : 0);
  const [before, after] = [valueAt(places, first - 1, scene), valueAt(places, last, scene)];
  const marks =
    (places[first] === Place.opens ? 1 : 0) +
    (places[last - 1] === Place.closes ? 2 : 0) +
    (before === Place.opens ? 4 : 0) +
    (after === Place.closes ? 8 : 0) +
    (after === Place.inside ? 16 : 0) +
    (before === Place.inside ? 32 : 0);
  return {
    size: sizeOf(last - first),
    edges: edgesOf(scene, first, last) + (scene.isStop[last - scene.first] === 1 ? 4 : 0),
    loose: Math.min(loose, 4),
    governed: governedOutside(scene, first, last, loose),
    marks,
    balance: balance + 4 * (places[first] ?? 0) + 32 * (places[last - 1] ?? 0),
    sentences: Math.min(countIn(scene.cuts, scene, first + 1, last), 3),
    cues: Math.min(countIn(scene.cues, scene, first, last), 2),
    verbs: Math.min(countIn(scene.verbs, scene, first, last), 3),
    commas: Math.min(countIn(scene.commas, scene, first, last), 3),
    cueLeft: scene.cueBefore[first - scene.first] ?? -1,
    cueRight: cueFrom(scene, last),
    tagsHash,
    wordsHash,
  };
}

const AROUND = 12;

function governedOutside(scene: Scene, first: number, last: number, loose: number): number {
  if (loose > 8) return 0;
  let count = 0;
  const { heads } = scene.columns;
  const end = Math.min(scene.last, last + AROUND);
  for (let at = Math.max(scene.first, first - AROUND); at < end; at += 1) {
    const head = heads[at] ?? -1;
    if ((at < first || at >= last) && head >= first && head < last) count += 1;
  }
  return Math.min(count, 3);
}

/** The next cue after a span, in the sentence that it ends in. */
function cueFrom(scene: Scene, last: number): number {
  const { sentences } = scene.columns;
  const same = last < scene.last && sentences[last] === sentences[last - 1];
  return same ? (scene.cueAfter[last - scene.first] ?? -1) : -1;
}

function boundaryFeatures(scene: Scene, span: Candidate, { measures, base, into }: Writing): void {
  const { first, last, worse, gain, rivals, others } = span;
  const { words, tags, classes } = scene.columns;
  const [opens, ends] = [words.lower[first] ?? 0, words.lower[last - 1] ?? 0];
  const [before, after] = [valueAt(words.lower, first - 1, scene), valueAt(words.lower, last, scene)];
  const [tagFirst, tagLast] = [tags[first] ?? 0, tags[last - 1] ?? 0];
  const [tagBefore, tagAfter] = [valueAt(tags, first - 1, scene), valueAt(tags, last, scene)];
  const { size } = measures;
  into.add(base);
  into.add(base + 1, worse, rivals, others);
  into.add(base + 2, worse);
  into.add(base + 3, rivals, others);
  into.add(base + 4, worse, rivals, size);
  into.add(base + 5, size);
  into.add(base + 6, opens);
  into.add(base + 7, ends);
  into.add(base + 8, before);
  into.add(base + 9, after);
  into.add(base + 10, tagFirst, tagLast);
  into.add(base + 11, tagBefore, tagAfter);
  into.add(base + 12, before, opens);
  into.add(base + 13, ends, after);
  into.add(base + 14, before, after);
  into.add(base + 15, tagBefore, tagFirst, tagLast * 64 + tagAfter);
  into.add(base + 16, measures.tagsHash, size);
  into.add(base + 17, measures.wordsHash, size);
  into.add(base + 18, classes[first], classes[last - 1]);
  into.add(base + 19, valueAt(classes, first - 1, scene), valueAt(classes, last, scene), size);
  into.add(base + 20, worse, tagFirst, tagBefore);
  into.add(base + 21, worse, tagLast, tagAfter);
  into.add(base + 22, words.shape[first], words.shape[last - 1], size);
  into.add(base + 23, before, size);
  into.add(base + 24, after, size);
  into.add(base + 35, gain);
  into.add(base + 36, gain, worse);
  into.add(base + 37, gain, size);
}

function markFeatures(scene: Scene, { first, last, worse }: Candidate, { measures, base, into }: Writing): void {
  const { words, tags, places } = scene.columns;
  const { marks, balance, edges, sentences } = measures;
  const [before, after] = [valueAt(words.lower, first - 1, scene), valueAt(words.lower, last, scene)];
  into.add(base + 25, marks, balance);
  into.add(base + 26, marks, balance, edges);
  into.add(base + 27, edges, sentences);
  into.add(base + 28, edges, before);
  into.add(base + 29, edges, after);
  into.add(base + 30, edges, tags[first], tags[last - 1]);
  into.add(base + 31, worse, marks, edges);
  into.add(base + 32, words.lower[first], edges, places[first]);
  into.add(base + 33, edges, marks, words.lower[last - 1]);
  into.add(base + 34, scene.quoted, edges, balance);
}

function treeFeatures(scene: Scene, { first, last, worse, head }: Candidate, { measures, base, into }: Writing): void {
  const { words, tags, classes, heads, relations } = scene.columns;
  const above = heads[head] ?? -1;
  const inside = above >= scene.first && above < scene.last;
  const [word, tag] = inside ? [words.lower[above] ?? 0, tags[above] ?? 0] : [1, 99];
  const isCue = inside ? countIn(scene.cues, scene, above, above + 1) : 2;
  const side = inside ? Number(above >= last) : 2;
  const relation = relations[head] ?? 0;
  const { loose, governed, size, commas, verbs, cues, sentences } = measures;
  const shape = loose * 4 + governed;
  const under = isCue * 4 + side;
  into.add(base + 40, shape);
  into.add(base + 41, shape, size);
  into.add(base + 42, shape, relation, under);
  into.add(base + 43, relation, tags[head], tag * 4 + side);
  into.add(base + 44, relation, word, side);
  into.add(base + 45, words.lower[head], relation);
  into.add(base + 46, words.lower[head], word);
  into.add(base + 47, classes[head], relation, isCue);
  into.add(base + 48, worse, shape, relation);
  into.add(base + 49, commas, loose, size);
  into.add(base + 50, verbs, size, relation);
  into.add(base + 51, cues, size, sentences);
  into.add(base + 52, tags[first], shape, relation);
}

function contextFeatures(scene: Scene, { first, last, worse, role, head }: Candidate, writing: Writing): void {
  const { words, tags, relations } = scene.columns;
  const { measures, base, into } = writing;
  const { cueLeft, cueRight, edges, marks, wordsHash } = measures;
  const left = cueLeft < 0 ? 99 : stepOf(first - cueLeft);
  const right = cueRight < 0 ? 99 : stepOf(cueRight - last + 1);
  const leftWord = cueLeft < 0 ? 0 : (words.lower[cueLeft] ?? 0);
  const rightWord = cueRight < 0 ? 0 : (words.lower[cueRight] ?? 0);
  into.add(base + 53, left, right);
  into.add(base + 54, left, leftWord);
  into.add(base + 55, right, rightWord);
  into.add(base + 56, left * 100 + right, edges, marks);
  into.add(base + 57, leftWord, left, words.lower[first]);
  into.add(base + 58, rightWord, right, valueAt(words.lower, last, scene));
  into.add(base + 59, leftWord, tags[first], tags[last - 1]);
  into.add(base + 60, worse, left, right);
  into.add(base + 61, leftWord, edges, left);
  into.add(base + 62, leftWord, relations[head], measures.loose);
  if (role !== Role.cue) return;
  into.add(base + 63, wordsHash);
  into.add(base + 64, wordsHash, valueAt(words.lower, last, scene));
  into.add(base + 65, wordsHash, valueAt(tags, last, scene));
  into.add(base + 66, wordsHash, valueAt(tags, first - 1, scene));
}
