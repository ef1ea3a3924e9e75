import type { Hashes } from './hashes.ts';
import type { Frame } from './frame.ts';
import { ROOT } from './parse-state.ts';

/** A tree that stands, by places of the frame, and what is seen of it when arcs are named. */
export interface Tree {
  readonly heads: Int32Array;
  /** First child on the left, 0 for none: a preposition, a conjunction, an article. */
  readonly first: Int32Array;
  /** Last auxiliary on the left. */
  readonly auxiliary: Int32Array;
  /** The child of the same head before. */
  readonly sibling: Int32Array;
  readonly relations: Uint8Array;
}

/** The features of the relation of the token at place `child` to its head. */
export function labelFeatures(frame: Frame, tree: Tree, child: number, into: Hashes): void {
  const { word: lower, tags, wordClass, suffix3 } = frame;
  const { heads, first, auxiliary, sibling, relations } = tree;
  const head = heads[child] ?? ROOT;
  const side = head < child ? 1 : 0;
  const far = Math.min(7, Math.abs(head - child));
  const dw = lower[child] ?? 0;
  const hw = lower[head] ?? 0;
  const dt = tags[child] ?? 0;
  const ht = tags[head] ?? 0;
  const dc = wordClass[child] ?? 0;
  const hc = wordClass[head] ?? 0;
  const above = head === ROOT ? 0 : (heads[head] ?? 0);
  const arc = dt | (ht << 6) | (side << 12);
  const opener = first[child] ?? 0;
  const before = sibling[child] ?? 0;
  into.clear();
  into.add(0, arc);
  into.add(1, arc, far);
  into.add(2, dw, side);
  into.add(3, dw, ht, side);
  into.add(4, hw, dt, side);
  into.add(5, hw, dw, side);
  into.add(6, dc | (hc << 8) | (side << 16));
  into.add(7, dc, ht, side);
  into.add(8, hc, dt, side);
  into.add(9, suffix3[child] ?? 0, arc);
  into.add(10, suffix3[head] ?? 0, arc);
  into.add(11, lower[opener] ?? 0, arc);
  into.add(12, tags[opener] ?? 0, arc);
  into.add(13, lower[opener] ?? 0, hw);
  into.add(14, lower[auxiliary[head] ?? 0] ?? 0, arc);
  into.add(15, lower[auxiliary[child] ?? 0] ?? 0, arc);
  into.add(16, tags[before] ?? 0, arc);
  into.add(17, relations[before] ?? 0, arc);
  into.add(18, relations[before] ?? 0, hw, dt);
  into.add(19, tags[child - 1] ?? 0, arc, tags[child + 1] ?? 0);
  into.add(20, tags[above] ?? 0, arc, above < head ? 1 : 0);
  into.add(21, lower[child - 1] ?? 0, arc);
  into.add(22, lower[child + 1] ?? 0, arc);
  into.add(23, lower[opener] ?? 0, dc, hc);
  into.add(24, lower[first[head] ?? 0] ?? 0, arc);
  into.add(25, dc | ((wordClass[opener] ?? 0) << 8), arc);
}
