import { createHash } from 'node:crypto';

/** The Merkle tree of RFC 6962 §2.1 over SHA-256: leaves and nodes are told apart by their first byte. */
export const leafHash = (data: Uint8Array): Uint8Array => createHash('sha256').update(LEAF).update(data).digest();
export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  createHash('sha256').update(NODE).update(left).update(right).digest();

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const HASH_BYTES = 32;

/** The right edge of a tree: the roots of its full subtrees, largest first. Enough to go on and to know the root. */
export interface Frontier {
  readonly size: number;
  readonly peaks: readonly Uint8Array[];
}

export const EMPTY: Frontier = { size: 0, peaks: [] };

/** The frontier with one leaf more, in O(log n). */
export function extended(frontier: Frontier, leaf: Uint8Array): Frontier {
  const peaks = [...frontier.peaks];
  let carried = leaf;
  for (let rest = frontier.size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    const left = peaks.pop();
    if (left === undefined) throw new RangeError('a frontier with fewer peaks than its size asks for');
    carried = nodeHash(left, carried);
  }
  return { size: frontier.size + 1, peaks: [...peaks, carried] };
}

/** The root; of the empty tree it is the hash of nothing. */
export function rootOf(frontier: Frontier): Uint8Array {
  const [last, ...rest] = frontier.peaks.toReversed();
  if (last === undefined) return createHash('sha256').digest();
  return rest.reduce((right, left) => nodeHash(left, right), last);
}

export const frontierText = (frontier: Frontier): string =>
  [String(frontier.size), ...frontier.peaks.map((peak) => Buffer.from(peak).toString('hex'))].join(' ');

/** Undefined where the text is no frontier. */
export function frontierFrom(text: string): Frontier | undefined {
  const [size = '', ...hashes] = text.split(' ');
  const peaks = hashes.map((hash) => Buffer.from(hash, 'hex'));
  const frontier = { size: Number(size), peaks };
  const ones = Number.isSafeInteger(frontier.size) ? frontier.size.toString(2).replaceAll('0', '').length : -1;
  const whole = peaks.length === ones && peaks.every((peak) => peak.length === HASH_BYTES);
  return whole && frontierText(frontier) === text ? frontier : undefined;
}

/** The largest power of two smaller than `size`, for size > 1. */
function leftSize(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}

/** Leaf hashes `[start, end)` of a whole tree, without copying it. */
export interface Leaves {
  readonly length: number;
  readonly at: (n: number) => Uint8Array;
}

function rangeRoot(leaves: Leaves, start: number, end: number): Uint8Array {
  let frontier = EMPTY;
  for (let n = start; n < end; n += 1) frontier = extended(frontier, leaves.at(n));
  return rootOf(frontier);
}

/** The audit path of leaf `n` (RFC 6962 §2.1.1), from the leaf upwards. */
export function inclusionProof(leaves: Leaves, n: number): Uint8Array[] {
  if (!(n >= 0 && n < leaves.length)) throw new RangeError(`leaf ${n} of ${leaves.length}`);
  const path: Uint8Array[] = [];
  for (let start = 0, end = leaves.length; end - start > 1;) {
    const middle = start + leftSize(end - start);
    if (n < middle) {
      path.push(rangeRoot(leaves, middle, end));
      end = middle;
    } else {
      path.push(rangeRoot(leaves, start, middle));
      start = middle;
    }
  }
  return path.toReversed();
}

export interface Tree {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Whether `leaf` is the n-th of the tree (RFC 9162 §2.1.3.2). */
export function includes(tree: Tree, n: number, leaf: Uint8Array, proof: readonly Uint8Array[]): boolean {
  if (!(Number.isSafeInteger(n) && n >= 0 && n < tree.size)) return false;
  let [at, last, hash] = [n, tree.size - 1, leaf];
  for (const beside of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(beside, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else {
      hash = nodeHash(hash, beside);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && same(hash, tree.root);
}

/** That the first `size` leaves are the beginning of the whole tree (RFC 6962 §2.1.2). */
export function consistencyProof(leaves: Leaves, size: number): Uint8Array[] {
  if (!(size > 0 && size <= leaves.length)) throw new RangeError(`${size} of ${leaves.length} leaves`);
  const proof: Uint8Array[] = [];
  let [start, end, whole] = [0, leaves.length, true];
  while (end !== size) {
    const middle = start + leftSize(end - start);
    if (size <= middle) {
      proof.push(rangeRoot(leaves, middle, end));
      end = middle;
    } else {
      proof.push(rangeRoot(leaves, start, middle));
      start = middle;
      whole = false;
    }
  }
  if (!whole) proof.push(rangeRoot(leaves, start, end));
  return proof.toReversed();
}

/** Whether the older tree is the beginning of the newer one (RFC 9162 §2.1.4.2). */
export function isConsistent(older: Tree, newer: Tree, proof: readonly Uint8Array[]): boolean {
  if (older.size === newer.size) return proof.length === 0 && same(older.root, newer.root);
  if (!(older.size > 0 && older.size < newer.size)) return false;
  const path = isPowerOfTwo(older.size) ? [older.root, ...proof] : proof;
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let [at, last] = [older.size - 1, newer.size - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  let [old, now] = [first, first];
  for (const beside of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [old, now] = [nodeHash(beside, old), nodeHash(beside, now)];
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else {
      now = nodeHash(now, beside);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && same(old, older.root) && same(now, newer.root);
}

const isPowerOfTwo = (size: number): boolean => size === 1 || leftSize(size) * 2 === size;

export const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
