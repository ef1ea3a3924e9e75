import { candidatesOf, Role, type Candidate, type FirstPass } from './candidates.ts';
import { Place, type Columns } from './columns.ts';
import type { Passage } from './token-features.ts';
import type { Scene } from './span-features.ts';

const CUE_BEGINS = 2 * Role.cue + 1;
const COMMA = 7;
const STOPS: ReadonlySet<number> = new Set([6, 8]);

/** What the second pass works on: the passage with the cues that the first pass sees, and all candidates. */
export interface Prepared {
  readonly scene: Scene;
  readonly candidates: Candidate[];
}

/** The scene of a passage after its first pass; `unit` is the stored mean distance of the best label to the next. */
export function prepared(
  passage: Passage,
  { labels, spans }: FirstPass,
  unit: number,
  isVerb: (tag: number) => boolean,
): Prepared {
  const { columns, first, last } = passage;
  const isCue = labels.map((label) => (label === CUE_BEGINS || label === CUE_BEGINS + 1 ? 1 : 0));
  const { tags, places, words, sentences } = columns;
  const counted = (holds: (at: number) => boolean): Int32Array => {
    const counts = new Int32Array(last - first + 1);
    for (let at = first; at < last; at += 1) counts[at - first + 1] = (counts[at - first] ?? 0) + (holds(at) ? 1 : 0);
    return counts;
  };
  const scene: Scene = {
    ...passage,
    isStop: stopsOf(columns, passage),
    verbs: counted((at) => isVerb(tags[at] ?? 0)),
    commas: counted((at) => words.shape[at] === COMMA),
    opens: counted((at) => places[at] === Place.opens),
    closes: counted((at) => places[at] === Place.closes),
    cues: counted((at) => isCue[at - first] === 1),
    cuts: counted((at) => at > first && sentences[at] !== sentences[at - 1]),
    ...nearestCues(passage, isCue),
  };
  return { scene, candidates: candidatesOf(spans, first, unit, columns.heads) };
}

/** The nearest cue of the same sentence on either side of each place between tokens; -1 for none. */
function nearestCues({ columns, first, last }: Passage, isCue: Uint8Array) {
  const { sentences } = columns;
  const [cueBefore, cueAfter] = [new Int32Array(last - first + 1).fill(-1), new Int32Array(last - first + 1).fill(-1)];
  let cue = -1;
  for (let at = first; at < last; at += 1) {
    if (at > first && sentences[at] !== sentences[at - 1]) cue = -1;
    cueBefore[at - first] = cue;
    if (isCue[at - first] === 1) cue = at;
  }
  cue = -1;
  for (let at = last - 1; at >= first; at -= 1) {
    if (at < last - 1 && sentences[at] !== sentences[at + 1]) cue = -1;
    if (isCue[at - first] === 1) cue = at;
    cueAfter[at - first] = cue;
  }
  return { cueBefore, cueAfter };
}

/** 1 at the mark that ends a sentence of the passage. */
function stopsOf(
  { sentences, words }: Columns,
  { first, last }: { readonly first: number; readonly last: number },
): Uint8Array {
  const stops = new Uint8Array(last - first + 1);
  for (let at = first; at < last; at += 1) {
    const ends = at + 1 >= last || sentences[at + 1] !== sentences[at];
    if (ends && STOPS.has(words.shape[at] ?? 0)) stops[at - first] = 1;
  }
  return stops;
}
