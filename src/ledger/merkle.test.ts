import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  consistencyProof,
  EMPTY,
  extended,
  type Frontier,
  frontierFrom,
  frontierText,
  includes,
  inclusionProof,
  isConsistent,
  leafHash,
  type Leaves,
  rootOf,
  type Tree,
} from './merkle.ts';

const sha = (...parts: (Uint8Array | number[])[]): Buffer =>
  createHash('sha256')
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest();

/** RFC 6962 §2.1, word for word. */
function naiveRoot(data: readonly Uint8Array[]): Buffer {
  if (data.length === 0) return sha();
  if (data.length === 1) return sha([0], data[0]!);
  let k = 1;
  while (k * 2 < data.length) k *= 2;
  return sha([1], naiveRoot(data.slice(0, k)), naiveRoot(data.slice(k)));
}

const dataOf = (size: number): Buffer[] => Array.from({ length: size }, (_, n) => Buffer.from(`deed ${n}`));
const frontierOf = (data: readonly Uint8Array[]): Frontier =>
  data.reduce<Frontier>((frontier, each) => extended(frontier, leafHash(each)), EMPTY);
const treeOf = (data: readonly Uint8Array[]): Tree => ({ size: data.length, root: rootOf(frontierOf(data)) });
function leavesOf(data: readonly Uint8Array[]): Leaves {
  const hashes = data.map(leafHash);
  return { length: hashes.length, at: (n) => hashes[n]! };
}
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const size = fc.integer({ min: 1, max: 70 });

test('L2 the roots are those of the reference vectors of Certificate Transparency', () => {
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];
  expect(hex(rootOf(EMPTY))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  roots.forEach((root, n) => {
    const data = inputs.slice(0, n + 1).map((input) => Buffer.from(input, 'hex'));
    expect(hex(rootOf(frontierOf(data)))).toBe(root);
  });
});

test('L2 a root grown leaf by leaf is the root of the whole, also when written down and read again', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 70 }), fc.nat(70), (data, cut) => {
      const frontier = frontierOf(data);
      expect(hex(rootOf(frontier))).toBe(hex(naiveRoot(data)));
      const [before, after] = [data.slice(0, cut), data.slice(cut)];
      const resumed = frontierFrom(frontierText(frontierOf(before)));
      const whole = after.reduce((end, each) => extended(end, leafHash(each)), resumed!);
      expect(frontierText(whole)).toBe(frontierText(frontier));
    }),
  );
});

test('L2 what is no frontier is not taken for one', () => {
  for (const text of [
    '',
    'x',
    '-1',
    '1',
    '0 00',
    `1 ${'00'.repeat(31)}`,
    `2 ${'00'.repeat(32)} `,
    `1.5 ${'00'.repeat(32)}`,
  ]) {
    expect(frontierFrom(text)).toBeUndefined();
  }
  expect(frontierFrom('0')).toEqual(EMPTY);
});

test('L2 every leaf has a proof, and it proves no other leaf, place or tree', () => {
  fc.assert(
    fc.property(size, fc.nat(), fc.nat(), (n, pick, other) => {
      const [data, tree] = [dataOf(n), treeOf(dataOf(n))];
      const at = pick % n;
      const proof = inclusionProof(leavesOf(data), at);
      const leaf = leafHash(data[at]!);
      expect(includes(tree, at, leaf, proof)).toBe(true);
      expect(includes(tree, at, leafHash(Buffer.from('forged')), proof)).toBe(false);
      const elsewhere = other % n;
      if (elsewhere !== at) expect(includes(tree, elsewhere, leaf, proof)).toBe(false);
      expect(includes(treeOf(dataOf(n + 1)), at, leaf, proof)).toBe(false);
      expect(includes(tree, at, leaf, [...proof, leaf])).toBe(false);
      if (proof.length > 0) expect(includes(tree, at, leaf, proof.slice(1))).toBe(false);
      expect(includes(tree, n, leaf, proof)).toBe(false);
    }),
  );
});

test('L2 a tree is proven to begin with every earlier one, and with no other', () => {
  fc.assert(
    fc.property(size, fc.nat(), fc.nat(), (n, pick, changed) => {
      const [data, tree] = [dataOf(n), treeOf(dataOf(n))];
      const m = (pick % n) + 1;
      const older = treeOf(data.slice(0, m));
      const proof = consistencyProof(leavesOf(data), m);
      expect(isConsistent(older, tree, proof)).toBe(true);
      const forged = data.map((each, at) => (at === changed % m ? Buffer.from('forged') : each));
      expect(isConsistent(treeOf(forged.slice(0, m)), tree, proof)).toBe(false);
      expect(isConsistent(older, treeOf(forged), proof)).toBe(false);
      if (m < n) expect(isConsistent(older, treeOf(forged), consistencyProof(leavesOf(forged), m))).toBe(false);
      expect(isConsistent(older, tree, [...proof, older.root])).toBe(false);
      if (proof.length > 0) expect(isConsistent(older, tree, proof.slice(1))).toBe(false);
    }),
  );
});
