import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { DamagedBlob } from '../domain/ports.ts';
import { CHUNK } from './blob-seal.ts';
import type { GroupVault } from './vault-files.ts';

export async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

export function receiptOf<Value>(outcome: { ok: true; value: Value } | { ok: false; problem: unknown }): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const SIZES = [0, 1, 6000, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 17];

function* inPieces(bytes: Uint8Array, piece: number): Generator<Uint8Array> {
  const reused = Buffer.alloc(piece);
  for (let at = 0; at < bytes.length; at += piece) {
    const length = Math.min(piece, bytes.length - at);
    reused.set(bytes.subarray(at, at + length));
    yield reused.subarray(0, length);
  }
}

/** What every vault does. */
export function vaultContract(name: string, make: () => GroupVault): void {
  test(`C1 ${name}: bytes come back with the hash they were given in with, whatever their length and pieces`, async () => {
    const vault = make();
    for (const size of SIZES) {
      const bytes = randomBytes(size);
      const receipt = receiptOf(await vault.put(inPieces(bytes, 70_001)));
      expect(receipt).toMatchObject({ sha256: sha256(bytes), bytes: size, fresh: true });
      expect(sha256(await bytesOf(vault.open(receipt.blob)))).toBe(receipt.sha256);
    }
  });

  test(`V2 ${name}: the same bytes are kept once, alone or in one group`, async () => {
    const vault = make();
    const [a, b] = [randomBytes(100), randomBytes(100)];
    const [first, second, again] = receiptOf(await vault.putMany([[a], [b], [a]]));
    expect([first?.fresh, second?.fresh, again?.fresh]).toEqual([true, true, false]);
    expect(again?.blob).toBe(first?.blob);
    expect(receiptOf(await vault.put([b])).fresh).toBe(false);
    const names: string[] = [];
    for await (const blob of vault.names()) names.push(blob);
    expect(names.toSorted()).toEqual([first?.blob, second?.blob].toSorted());
  });

  test(`V3 ${name}: a blob that is not there, or a name that is none, is a damaged blob`, async () => {
    const vault = make();
    for (const blob of ['ab'.repeat(32), '../../key', '']) {
      expect(await vault.has(blob)).toBe(false);
      await expect(bytesOf(vault.open(blob))).rejects.toBeInstanceOf(DamagedBlob);
    }
  });

  test(`V4 ${name}: a giver that fails leaves nothing behind, and its error is its own`, async () => {
    const vault = make();
    const failing = function* (): Generator<Uint8Array> {
      yield randomBytes(10);
      throw Object.assign(new Error('the giver'), { code: 'EIO' });
    };
    await expect(vault.put(failing())).rejects.toThrow('the giver');
    for await (const blob of vault.names()) expect(blob).toBe('nothing');
  });
}
