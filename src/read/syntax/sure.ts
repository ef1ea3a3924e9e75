import { mix } from '../model/hash.ts';
import { wordNumbers, type WordNumbers } from '../model/word-numbers.ts';
import type { Frame } from './frame.ts';
import type { Tree } from './label-features.ts';
import type { ParseState } from './parse-state.ts';

/**
 * Where tags alone leave one choice, nothing is weighed: an article before a noun hangs from it. A table holds the
 * contexts (by their hash) in which almost always the same was right.
 */
export type Sure = (context: number) => number;
export const nothingSure: Sure = () => 0;

const MOVE = 60;
const ARC = 61;

/** What a move is sure by: tags of the two topmost tokens and of the next two. */
export function moveContext({ tags }: Frame, { stack, top, next }: ParseState): number {
  const below = top > 0 ? (tags[stack[top - 1] ?? 0] ?? 0) : 0;
  const here = tags[stack[top] ?? 0] ?? 0;
  return mix(MOVE, below | (here << 6) | ((tags[next] ?? 0) << 12) | ((tags[next + 1] ?? 0) << 18), 0, 0);
}

/** What a relation is sure by: the tags of both ends, the side, the tag of the child's first child. */
export function arcContext({ tags }: Frame, { heads, first }: Tree, child: number): number {
  const head = heads[child] ?? 0;
  const opener = tags[first[child] ?? 0] ?? 0;
  return mix(ARC, (tags[child] ?? 0) | ((tags[head] ?? 0) << 6) | (opener << 12), head < child ? 1 : 0, 0);
}

const FEWEST = 40;

/** How often each outcome was right in each context; more than one may be. */
export class SureCounts {
  readonly #seen = new Map<number, number>();
  readonly #right = new Map<number, Map<number, number>>();

  add(context: number, right: readonly number[]): void {
    this.#seen.set(context, (this.#seen.get(context) ?? 0) + 1);
    const by = this.#right.get(context) ?? new Map<number, number>();
    for (const outcome of right) by.set(outcome, (by.get(outcome) ?? 0) + 1);
    this.#right.set(context, by);
  }

  /** The contexts in which one outcome was right in `share` of all cases. */
  table(share: number): WordNumbers {
    const pairs: [number, number][] = [];
    for (const [context, seen] of this.#seen) {
      if (seen < FEWEST) continue;
      const [best] = [...(this.#right.get(context) ?? [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      if (best !== undefined && best[1] >= seen * share) pairs.push([context, best[0]]);
    }
    return wordNumbers(pairs);
  }
}
