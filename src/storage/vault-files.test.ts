import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { DamagedBlob } from '../domain/ports.ts';
import { CHUNK, HEAD_BYTES, TAG_BYTES } from './blob-seal.ts';
import { checkBlobs } from './check-vault.ts';
import { diskFiles } from './files-disk.ts';
import { CASE, chanceFrom, LossyFiles, PowerLost } from './files-lossy.case.ts';
import type { Files } from './files.ts';
import { thisMachine } from './processes.ts';
import type { TempWorld } from './temp-names.ts';
import { vaultFiles } from './vault-files.ts';
import { vaultMemory } from './vault-memory.ts';
import { bytesOf, receiptOf, vaultContract } from './vault.case.ts';

const root = mkdtempSync(join(tmpdir(), 'actum-vault-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const KEYS = { vault: Buffer.alloc(32, 1), names: Buffer.alloc(32, 2) };
const PROCESSES = { pid: 7, since: 5000, alive: (pid: number) => pid === 8 };
const worldOn = (files: Files): TempWorld => ({
  files,
  random: { bytes: (length) => randomBytes(length) },
  clock: { now: () => 10_000 },
  processes: PROCESSES,
});
const VAULT = join(CASE, 'vault');
let made = 0;
const onDisk = (): string => join(root, String((made += 1)));

vaultContract('files', () => vaultFiles(onDisk(), KEYS, { ...worldOn(diskFiles), processes: thisMachine() }));
vaultContract('memory', vaultMemory);
vaultContract('files on a disk in memory', () => vaultFiles(VAULT, KEYS, worldOn(LossyFiles.with(CASE))));

test('V1 nothing of the bytes or their hash is in the vault, and only its owner may look', async () => {
  const folder = onDisk();
  const vault = vaultFiles(folder, KEYS, worldOn(diskFiles));
  const words = Buffer.from('the barracks of Karsel');
  const { blob, sha256 } = receiptOf(await vault.put([words]));
  expect(blob).not.toContain(sha256.slice(0, 16));
  const path = join(folder, blob.slice(0, 2), blob);
  expect(readFileSync(path).includes(words.subarray(0, 8))).toBe(false);
  expect(statSync(path).mode & 0o077).toBe(0);
  expect(statSync(folder).mode & 0o077).toBe(0);
  expect(readdirSync(join(folder, 'temp'))).toEqual([]);
});

test('V1 the same bytes sealed twice share no byte but the header', async () => {
  const seal = async (): Promise<Buffer> => {
    const files = LossyFiles.with(CASE);
    receiptOf(await vaultFiles(VAULT, KEYS, worldOn(files)).put([Buffer.alloc(100)]));
    return [...files.contents().values()][0] ?? Buffer.alloc(0);
  };
  const [a, b] = [await seal(), await seal()];
  expect(a.subarray(8).equals(b.subarray(8))).toBe(false);
});

async function oneBlob(bytes: Uint8Array): Promise<{ files: LossyFiles; path: string; blob: string }> {
  const files = LossyFiles.with(CASE);
  const { blob } = receiptOf(await vaultFiles(VAULT, KEYS, worldOn(files)).put([bytes]));
  return { files, blob, path: join(VAULT, blob.slice(0, 2), blob) };
}

/** What comes out before the blob is found damaged. */
async function shownOf(files: Files, blob: string): Promise<number> {
  let shown = 0;
  try {
    for await (const piece of vaultFiles(VAULT, KEYS, worldOn(files)).open(blob)) shown += piece.length;
  } catch (error) {
    if (error instanceof DamagedBlob) return shown;
    throw error;
  }
  throw new Error('nothing was found');
}

test('V3 a changed byte anywhere, a cut or an addition is found, and of one chunk nothing is shown before', async () => {
  const { files, path, blob } = await oneBlob(randomBytes(300));
  const whole = files.contents().get(path)!;
  for (let at = 0; at < whole.length; at += 1) {
    const changed = files.copy();
    changed.set(
      path,
      whole.map((byte, n) => (n === at ? byte ^ 1 : byte)),
    );
    expect(await shownOf(changed, blob)).toBe(0);
    const cut = files.copy();
    cut.set(path, whole.subarray(0, at));
    expect(await shownOf(cut, blob)).toBe(0);
  }
  const longer = files.copy();
  longer.set(path, Buffer.concat([whole, Buffer.alloc(1)]));
  expect(await shownOf(longer, blob)).toBe(0);
});

test('V3 chunks that are left out, exchanged or cut at their border are found', async () => {
  const { files, path, blob } = await oneBlob(randomBytes(3 * CHUNK));
  const whole = files.contents().get(path)!;
  const sealed = CHUNK + TAG_BYTES;
  const head = whole.subarray(0, HEAD_BYTES);
  const [a, b, c] = [0, 1, 2].map((n) => whole.subarray(HEAD_BYTES + n * sealed, HEAD_BYTES + (n + 1) * sealed));
  for (const parts of [[a, b], [a, c], [b, a, c], [a, c, b], [a, b, c, c], []]) {
    const changed = files.copy();
    changed.set(path, Buffer.concat([head, ...parts.flatMap((part) => part ?? [])]));
    expect(await shownOf(changed, blob)).toBeLessThan(3 * CHUNK);
  }
});

test('V3 a blob under the name of another is found', async () => {
  const files = LossyFiles.with(CASE);
  const vault = vaultFiles(VAULT, KEYS, worldOn(files));
  const [one, other] = receiptOf(await vault.putMany([[Buffer.from('one')], [Buffer.from('other')]]));
  const pathOf = (blob: string): string => join(VAULT, blob.slice(0, 2), blob);
  files.set(pathOf(one!.blob), files.contents().get(pathOf(other!.blob))!);
  expect(await shownOf(files, one!.blob)).toBe(0);
});

test('V4 what was acknowledged survives a power loss at any step, and nothing under a name is half there', async () => {
  const batches = [[randomBytes(700), randomBytes(2000)], [randomBytes(10)], [randomBytes(2000), randomBytes(900)]];
  const script = async (files: LossyFiles): Promise<Map<string, Buffer>> => {
    const acknowledged = new Map<string, Buffer>();
    try {
      const vault = vaultFiles(VAULT, KEYS, worldOn(files));
      for (const batch of batches) {
        const receipts = receiptOf(await vault.putMany(batch.map((bytes) => [bytes])));
        receipts.forEach(({ blob }, at) => acknowledged.set(blob, batch[at]!));
      }
    } catch (error) {
      if (!(error instanceof PowerLost)) throw error;
    }
    return acknowledged;
  };
  const dry = LossyFiles.with(CASE);
  expect((await script(dry)).size).toBe(5);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: dry.steps }), fc.nat(), async (steps, seed) => {
      const files = LossyFiles.with(CASE);
      files.stopAfter = steps;
      const acknowledged = await script(files);
      const left = files.afterPowerLoss(chanceFrom(seed));
      const vault = vaultFiles(VAULT, KEYS, worldOn(left));
      for (const [blob, bytes] of acknowledged) expect((await bytesOf(vault.open(blob))).equals(bytes)).toBe(true);
      for await (const blob of vault.names()) await bytesOf(vault.open(blob));
    }),
    { numRuns: 300 },
  );
});

test('V4 a full disk refuses the whole group, keeps nothing of it and loses nothing else', async () => {
  const before = LossyFiles.with(CASE);
  const kept = receiptOf(await vaultFiles(VAULT, KEYS, worldOn(before)).put([Buffer.from('kept')]));
  const group = [1, 2, 3].map((n) => [Buffer.alloc(3000, n)]);
  for (let steps = 0; ; steps += 1) {
    const files = before.copy();
    const vault = vaultFiles(VAULT, KEYS, worldOn(files));
    [files.steps, files.stopAfter, files.code] = [0, steps, 'ENOSPC'];
    const put = await vault.putMany(group);
    if (put.ok) break;
    expect(put.problem.kind).toBe('disk-full');
    expect(files.list(join(VAULT, 'temp'))).toEqual([]);
    expect((await bytesOf(vault.open(kept.blob))).toString()).toBe('kept');
    for await (const blob of vault.names()) await bytesOf(vault.open(blob));
    expect(steps).toBeLessThan(100);
  }
});

test('V5 what dead processes left is cleared away at opening, what a living one writes is not', () => {
  const files = LossyFiles.with(CASE);
  vaultFiles(VAULT, KEYS, worldOn(files));
  const leave = (name: string): void => files.set(join(VAULT, 'temp', name), Buffer.alloc(3));
  const chance = '0123456789abcdef';
  const [ofDead, ofLiving, ofMine, ofMyNumberBefore] = [
    `6-9000-${chance}`,
    `8-9000-${chance}`,
    `7-9000-${chance}`,
    `7-100-${chance}`,
  ];
  [ofDead, ofLiving, ofMine, ofMyNumberBefore, 'no-temp'].forEach(leave);
  vaultFiles(VAULT, KEYS, worldOn(files));
  expect(files.list(join(VAULT, 'temp'))).toEqual([ofLiving, ofMine, 'no-temp'].toSorted());
});

test('V6 the check names each blob that is gone, changed, or not the one taken into custody', async () => {
  const files = LossyFiles.with(CASE);
  const vault = vaultFiles(VAULT, KEYS, worldOn(files));
  const [good, gone, bad, other] = receiptOf(
    await vault.putMany(['a', 'b', 'c', 'd'].map((text) => [Buffer.from(text)])),
  );
  files.remove(join(VAULT, gone!.blob.slice(0, 2), gone!.blob));
  const path = join(VAULT, bad!.blob.slice(0, 2), bad!.blob);
  files.set(
    path,
    files
      .contents()
      .get(path)!
      .map((byte) => byte ^ 255),
  );
  const named = [good!, gone!, bad!].map(({ blob, sha256 }, n) => ({ blob, sha256, where: `deed ${n}` }));
  const findings: string[] = [];
  const all = [
    ...named,
    { blob: other!.blob, sha256: good!.sha256, where: 'deed 3' },
    { blob: good!.blob, sha256: null, where: 'deed 4' },
  ];
  for await (const { where } of checkBlobs(vault, all, () => undefined)) findings.push(where);
  expect(findings).toEqual(['deed 1', 'deed 2', 'deed 3']);
});
