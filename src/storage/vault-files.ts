import { createHmac } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Vault, VaultReceipt } from '../domain/ports.ts';
import type { Problem } from '../domain/problem.ts';
import { done, type Outcome } from '../kit/outcome.ts';
import { readBlob } from './blob-read.ts';
import { PlainFailed, writeBlobs, type Plain, type WrittenBlob } from './blob-write.ts';
import { diskProblem } from './files.ts';
import { removeOrphans, type TempWorld } from './temp-names.ts';

export interface VaultKeys {
  readonly vault: Uint8Array;
  readonly names: Uint8Array;
}

export interface GroupVault extends Vault {
  /** Many small blobs at the price of few syncs: all are acknowledged, or none is. Receipts in the order given. */
  putMany(blobs: Iterable<Plain>): Promise<Outcome<VaultReceipt[], Problem>>;
}

/** A blob's name: HMAC-SHA256 of its SHA-256, in hex; who holds the file cannot confirm what it is (trust requirement 14). */
const NAME = /^[0-9a-f]{64}$/;
const TEMPS = 'temp';

/** Opens the vault in `folder`, made where it is missing, and clears away what dead processes left half written. */
export function vaultFiles(folder: string, keys: VaultKeys, world: TempWorld): GroupVault {
  const { files } = world;
  const temps = join(folder, TEMPS);
  files.makeFolder(folder);
  files.makeFolder(temps);
  files.syncFolder(dirname(folder));
  removeOrphans(temps, world);
  const nameOf = (sha256: Uint8Array): string => createHmac('sha256', keys.names).update(sha256).digest('hex');
  const pathOf = (blob: string): string => join(folder, blob.slice(0, 2), blob);

  const putMany = async (blobs: Iterable<Plain>): Promise<Outcome<VaultReceipt[], Problem>> => {
    const begun: string[] = [];
    try {
      return done(settle(await writeBlobs(blobs, begun, { temps, vaultKey: keys.vault, world })));
    } catch (error) {
      if (error instanceof PlainFailed) throw error.cause;
      return diskProblem(error, folder);
    } finally {
      for (const temp of begun) if (files.exists(temp)) files.remove(temp);
    }
  };

  /** Gives blobs their names and makes the names last, also one that is there already: its maker may have died before he did. */
  const settle = (written: readonly WrittenBlob[]): VaultReceipt[] => {
    const parents = new Set<string>();
    const receipts = written.map(({ temp, sha256, bytes }) => {
      const blob = nameOf(sha256);
      const parent = dirname(pathOf(blob));
      files.makeFolder(parent);
      const fresh = !files.exists(pathOf(blob));
      if (fresh) files.rename(temp, pathOf(blob));
      parents.add(parent);
      return { blob, sha256: Buffer.from(sha256).toString('hex'), bytes, fresh };
    });
    for (const parent of parents) files.syncFolder(parent);
    files.syncFolder(folder);
    return receipts;
  };

  return {
    putMany,
    put: async (plain) => {
      const put = await putMany([plain]);
      if (!put.ok) return put;
      const [receipt] = put.value;
      if (receipt === undefined) throw new Error('a blob without a receipt');
      return done(receipt);
    },
    open: (blob) => readBlob({ blob, path: NAME.test(blob) ? pathOf(blob) : undefined }, { files, keys, nameOf }),
    has: async (blob) => NAME.test(blob) && files.exists(pathOf(blob)),
    names: async function* () {
      for (const parent of files.list(folder)) {
        if (parent !== TEMPS) yield* files.list(join(folder, parent)).filter((name) => NAME.test(name));
      }
    },
  };
}
