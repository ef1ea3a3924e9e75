import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { VaultReceipt } from '../src/domain/ports.ts';
import { sealDrafts } from '../src/ledger/append.ts';
import { signCheckpoint } from '../src/ledger/checkpoint.ts';
import { rootOf } from '../src/ledger/merkle.ts';
import { handOf, KEYS, SAMPLES, sampleLedger, VESNA } from '../src/ledger/sample-deeds.case.ts';
import { signerFrom } from '../src/ledger/signing.ts';
import { verifyLedger } from '../src/ledger/verify.ts';
import { checkBlobs } from '../src/storage/check-vault.ts';
import { readNotes, writeNote } from '../src/storage/checkpoint-files.ts';
import { CASE, LossyFiles } from '../src/storage/files-lossy.case.ts';
import type { Files } from '../src/storage/files.ts';
import { openSegments } from '../src/storage/segments.ts';
import { vaultFiles } from '../src/storage/vault-files.ts';
import { receiptOf } from '../src/storage/vault.case.ts';

const LEDGER = join(CASE, 'ledger');
const ORIGIN = 'actum/0123';
const checkpointKey = signerFrom(KEYS.checkpoint);
const openLedger = (files: Files): ReturnType<typeof openSegments> =>
  openSegments(files, LEDGER, { segmentBytes: 4000 });
const openVault = (files: Files): ReturnType<typeof vaultFiles> =>
  vaultFiles(join(CASE, 'vault'), KEYS, {
    files,
    random: { bytes: (length) => randomBytes(length) },
    clock: { now: () => 0 },
    processes: { pid: 1, since: 0, alive: () => true },
  });

interface SmallCase {
  readonly files: LossyFiles;
  readonly blobs: readonly VaultReceipt[];
}

/** A case with three blobs, several segments and two checkpoints, the last one after the last deed. */
async function smallCase(): Promise<SmallCase> {
  const files = LossyFiles.with(CASE);
  const blobs = receiptOf(await openVault(files).putMany(['one', 'two', 'three'].map((text) => [Buffer.from(text)])));
  const segments = openLedger(files);
  const first = sampleLedger();
  receiptOf(segments.append(first.sealed, 0));
  const ingests = blobs.map(({ blob, sha256 }) => ({ actor: VESNA, payload: { ...SAMPLES.ingest, blob, sha256 } }));
  const second = sealDrafts(ingests, first.tip, handOf());
  receiptOf(segments.append(second.sealed, segments.size()));
  for (const { frontier } of [first.tip, second.tip]) {
    const checkpoint = { origin: ORIGIN, size: frontier.size, root: rootOf(frontier) };
    writeNote(files, LEDGER, frontier.size, signCheckpoint(checkpoint, checkpointKey));
  }
  return { files, blobs };
}

/** What a check without any database finds. */
async function findingsIn(files: LossyFiles, named: SmallCase['blobs']): Promise<string[]> {
  const held = {
    payloadKeys: KEYS,
    noteKey: { name: ORIGIN, publicKey: checkpointKey.publicKey },
    notes: readNotes(files, LEDGER),
  };
  const { findings } = verifyLedger(openLedger(files).iterate(0), held);
  const blobs: string[] = [];
  const places = named.map((each) => ({ ...each, where: each.blob }));
  for await (const { where } of checkBlobs(openVault(files), places, () => undefined)) blobs.push(where);
  return [...findings.map(({ where }) => where), ...blobs];
}

test('L6 in an untouched case nothing is found; a changed, cut or removed byte of any file is', async () => {
  const { files, blobs } = await smallCase();
  expect(await findingsIn(files, blobs)).toEqual([]);
  const paths = [...files.contents().keys()];
  expect(paths.length).toBeGreaterThan(7);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.nat(),
      fc.integer({ min: 0, max: 255 }),
      async (path, pick, mask) => {
        const changed = files.copy();
        const whole = files.contents().get(path) ?? Buffer.alloc(0);
        const at = pick % whole.length;
        // A mask of nothing stands for a cut: of a note too, for it ends with its signature.
        changed.set(path, mask === 0 ? whole.subarray(0, at) : whole.map((byte, n) => (n === at ? byte ^ mask : byte)));
        expect(await findingsIn(changed, blobs)).not.toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});
