import type { Hashes } from './hashes.ts';
import type { Frame } from './frame.ts';
import type { ParseState } from './parse-state.ts';

const capped = (count: number, most: number): number => (count < most ? count : most);
/** 0-7: 1, 2, 3, 4, 5-6, 7-10, more. */
const distanceOf = (from: number, to: number): number => {
  const far = to - from;
  if (far < 5) return far;
  if (far < 7) return 5;
  return far < 11 ? 6 : 7;
};

/**
 * The features of a transition: the two topmost tokens of the stack, the next three, their outermost children, and what
 * lies between (after Zhang and Nivre 2011). Tags take six bits, so up to five are one number.
 */
export function parseFeatures(frame: Frame, state: ParseState, into: Hashes): void {
  into.clear();
  wordFeatures(frame, state, into);
  treeFeatures(frame, state, into);
}

function wordFeatures({ word, tags, wordClass }: Frame, { stack, top, next }: ParseState, into: Hashes): void {
  const s0 = stack[top] ?? 0;
  const s1 = top > 0 ? (stack[top - 1] ?? 0) : 0;
  const s2 = top > 1 ? (stack[top - 2] ?? 0) : 0;
  const s0w = word[s0] ?? 0;
  const s1w = word[s1] ?? 0;
  const b0w = word[next] ?? 0;
  const b1w = word[next + 1] ?? 0;
  const s0t = tags[s0] ?? 0;
  const s1t = tags[s1] ?? 0;
  const s2t = tags[s2] ?? 0;
  const b0t = tags[next] ?? 0;
  const b1t = tags[next + 1] ?? 0;
  const b2t = tags[next + 2] ?? 0;
  const s0c = wordClass[s0] ?? 0;
  const s1c = wordClass[s1] ?? 0;
  const b0c = wordClass[next] ?? 0;
  const pair = s0t | (b0t << 6);
  const below = s1t | (s0t << 6);
  into.add(0, s0w, s0t);
  into.add(1, s1w, s1t);
  into.add(2, b0w, b0t);
  into.add(3, b1w, b1t);
  into.add(4, s0w, b0w);
  into.add(5, s0w, pair);
  into.add(6, b0w, pair);
  into.add(7, s0w, s1w);
  into.add(8, s0w, below);
  into.add(9, s1w, below);
  into.add(10, pair | (b1t << 12) | (b2t << 18));
  into.add(11, pair | (b1t << 12) | (s1t << 18));
  into.add(12, below | (b0t << 12) | (s2t << 18));
  into.add(26, s0c | (b0c << 8), 1);
  into.add(27, s1c | (s0c << 8), 1);
  into.add(28, s0c, pair);
  into.add(29, b0c, pair);
  into.add(30, s1c, below);
  into.add(31, s0c, below);
  const b1c = wordClass[next + 1] ?? 0;
  into.add(41, b0w, s0c | (b1c << 8));
  into.add(42, b0w, s1c | (b1c << 8), 1);
  into.add(43, below | (b0t << 12) | (b1t << 18) | (b2t << 24));
  into.add(33, s0w, b0t | (b1t << 6));
  into.add(34, s1w, s0t | (b0t << 6));
  into.add(35, b0w, below);
  into.add(36, s0c | (b0c << 8) | (s1c << 16));
}

function treeFeatures({ word, tags }: Frame, state: ParseState, into: Hashes): void {
  const { stack, top, next, leftmost, rightmost, lefts, rights } = state;
  const s0 = stack[top] ?? 0;
  const s1 = top > 0 ? (stack[top - 1] ?? 0) : 0;
  const s0w = word[s0] ?? 0;
  const s1w = word[s1] ?? 0;
  const b0w = word[next] ?? 0;
  const s0t = tags[s0] ?? 0;
  const s1t = tags[s1] ?? 0;
  const b0t = tags[next] ?? 0;
  const s0l = leftmost[s0] ?? 0;
  const s0r = rightmost[s0] ?? 0;
  const s1l = leftmost[s1] ?? 0;
  const s1r = rightmost[s1] ?? 0;
  const b0l = leftmost[next] ?? 0;
  const near = distanceOf(s0, next);
  const pair = s0t | (b0t << 6);
  const below = s1t | (s0t << 6);
  const s0v = capped(lefts[s0] ?? 0, 3) | (capped(rights[s0] ?? 0, 3) << 2);
  const s1v = capped(lefts[s1] ?? 0, 3) | (capped(rights[s1] ?? 0, 3) << 2);
  into.add(13, pair | ((tags[s0l] ?? 0) << 12) | ((tags[s0r] ?? 0) << 18));
  into.add(14, pair | ((tags[b0l] ?? 0) << 12) | ((tags[s0r] ?? 0) << 18));
  into.add(15, below | ((tags[s1l] ?? 0) << 12) | ((tags[s1r] ?? 0) << 18));
  into.add(16, below | ((tags[s0l] ?? 0) << 12) | ((tags[s0r] ?? 0) << 18));
  into.add(17, pair | (near << 12) | (betweenOf(state, s0, next) << 15), 1);
  into.add(18, below | (distanceOf(s1, s0) << 12) | (betweenOf(state, s1, s0) << 15), 1);
  into.add(19, s0w, near, b0t);
  into.add(20, b0w, near, s0t);
  into.add(21, s0t | (s0v << 6) | (b0t << 12), 1);
  into.add(22, s1t | (s1v << 6) | (s0t << 12), 1);
  into.add(23, b0t | (capped(lefts[next] ?? 0, 3) << 6) | (s0t << 12), 1);
  into.add(24, s0w, s0v);
  into.add(25, s1w, s1v);
  into.add(37, word[s0l] ?? 0, pair);
  into.add(38, word[s0r] ?? 0, below);
  into.add(39, word[s1r] ?? 0, below);
  into.add(40, word[b0l] ?? 0, pair);
}

/** How many verbs and commas lie between two places: 0, 1, more of each. */
const betweenOf = ({ verbs, commas }: ParseState, from: number, to: number): number =>
  capped((verbs[to] ?? 0) - (verbs[from + 1] ?? 0), 2) + 3 * capped((commas[to] ?? 0) - (commas[from + 1] ?? 0), 2);
