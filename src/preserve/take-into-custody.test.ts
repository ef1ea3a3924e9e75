import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { done, refuse } from '../kit/outcome.ts';
import { takeIntoCustody, type Keep } from './take-into-custody.ts';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function* inChunks(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function memory(change: (bytes: Buffer) => Buffer = (bytes) => bytes): { keep: Keep; kept: Buffer[] } {
  const kept: Buffer[] = [];
  const keep: Keep = async (stream) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(Uint8Array.from(chunk));
    const bytes = change(Buffer.concat(chunks));
    kept.push(bytes);
    return done({ blob: 'blob', sha256: hashOf(bytes), bytes: bytes.length, fresh: true });
  };
  return { keep, kept };
}

test('C1 bytes go through unchanged, hashed and known by their first ones', async () => {
  const bytes = Buffer.from(`<!doctype html><p>${'Karsel '.repeat(30_000)}`);
  const { keep, kept } = memory();
  const taken = await takeIntoCustody(inChunks(bytes, 1000), 'saved.txt', keep);
  expect(taken).toEqual(done({ sha256: hashOf(bytes), bytes: bytes.length, mediaType: 'text/html', blob: 'blob' }));
  expect(kept[0]?.equals(bytes)).toBe(true);
});

test('C1 a vault that kept other bytes is never believed', async () => {
  const { keep } = memory((bytes) => bytes.subarray(1));
  await expect(takeIntoCustody([Buffer.from('words')], 'a.txt', keep)).rejects.toThrow('other bytes');
});

test('C1 a full disk is handed on', async () => {
  const keep: Keep = async () => refuse({ kind: 'disk-full', kept: 'nothing' });
  expect(await takeIntoCustody([Buffer.from('x')], 'a.txt', keep)).toMatchObject({
    ok: false,
    problem: { kind: 'disk-full' },
  });
});
