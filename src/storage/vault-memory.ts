import { createHash } from 'node:crypto';
import { DamagedBlob, type VaultReceipt } from '../domain/ports.ts';
import { done } from '../kit/outcome.ts';
import type { Plain } from './blob-write.ts';
import type { GroupVault } from './vault-files.ts';

/** A vault for tests and previews: nothing is sealed, nothing stays. A blob's name is its SHA-256. */
export function vaultMemory(): GroupVault {
  const blobs = new Map<string, Uint8Array>();
  const put = async (plain: Plain): Promise<VaultReceipt> => {
    const pieces: Uint8Array[] = [];
    for await (const piece of plain) pieces.push(Uint8Array.from(piece));
    const bytes = Buffer.concat(pieces);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const fresh = !blobs.has(sha256);
    blobs.set(sha256, bytes);
    return { blob: sha256, sha256, bytes: bytes.length, fresh };
  };
  return {
    put: async (plain) => done(await put(plain)),
    putMany: async (many) => {
      const receipts: VaultReceipt[] = [];
      for (const plain of many) receipts.push(await put(plain));
      return done(receipts);
    },
    open: async function* (blob) {
      const bytes = blobs.get(blob);
      if (bytes === undefined) throw new DamagedBlob(blob, 'it is gone');
      yield Uint8Array.from(bytes);
    },
    has: async (blob) => blobs.has(blob),
    names: async function* () {
      yield* blobs.keys();
    },
  };
}
