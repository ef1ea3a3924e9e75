import type { Columns, Range } from './columns.ts';

/** How the tree of each sentence lies over its words; indexes count from the first token of a passage. */
export interface Branches {
  /** Nearest governor, however far up, that is often a cue; -1 for none. */
  readonly cue: Int32Array;
  /** The token right below that governor, on the way down. */
  readonly below: Int32Array;
  /** The highest token whose branch begins, or ends, here. */
  readonly opens: Int32Array;
  readonly closes: Int32Array;
}

/** Nobody looks further up; keeps time linear whatever the trees are. */
const HIGHEST = 24;

export function branchesOf({ heads, cues }: Columns, { first, last }: Range): Branches {
  const length = last - first;
  const inside = (at: number): number => {
    const head = heads[at] ?? -1;
    return head >= first && head < last ? head : -1;
  };
  const [left, right] = [new Int32Array(length), new Int32Array(length)];
  const [cue, below] = [new Int32Array(length).fill(-1), new Int32Array(length).fill(-1)];
  for (let at = 0; at < length; at += 1) left[at] = right[at] = first + at;
  for (let at = first; at < last; at += 1) {
    let under = at;
    for (let up = inside(at), high = 0; up >= 0 && high < HIGHEST; up = inside(up), high += 1) {
      if (at < (left[up - first] ?? 0)) left[up - first] = at;
      if (at > (right[up - first] ?? 0)) right[up - first] = at;
      if ((cue[at - first] ?? 0) < 0 && (cues[up] ?? 0) > 0) {
        cue[at - first] = up;
        below[at - first] = under;
      }
      under = up;
    }
  }
  const [opens, closes] = [new Int32Array(length), new Int32Array(length)];
  for (let at = first; at < last; at += 1) {
    opens[at - first] = topOf(at, left, first, inside);
    closes[at - first] = topOf(at, right, first, inside);
  }
  return { cue, below, opens, closes };
}

function topOf(at: number, edge: Int32Array, first: number, inside: (at: number) => number): number {
  let top = at;
  for (let up = at, high = 0; up >= 0 && edge[up - first] === at && high < HIGHEST; up = inside(up), high += 1)
    top = up;
  return top;
}
