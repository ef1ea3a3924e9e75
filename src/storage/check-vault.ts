import { createHash } from 'node:crypto';
import { DamagedBlob, type Progress, type Vault } from '../domain/ports.ts';

/** A blob that a deed names, the SHA-256 (hex) it must have, and where it is named. */
export interface NamedBlob {
  readonly blob: string;
  /** Null where the deed does not say (a page map): then its own seal and name must hold. */
  readonly sha256: string | null;
  readonly where: string;
}

export interface BlobFinding {
  readonly kind: 'blob';
  readonly where: string;
  readonly what: string;
}

/** Reads every named blob to its end (SPEC V6). Blobs that no deed names are no finding: a crash may leave some. */
export async function* checkBlobs(
  vault: Vault,
  named: AsyncIterable<NamedBlob> | Iterable<NamedBlob>,
  progress: Progress,
): AsyncGenerator<BlobFinding> {
  let done = 0;
  for await (const { blob, sha256, where } of named) {
    progress({ done, total: null, now: where });
    const what = await faultOf(vault, blob, sha256);
    if (what !== undefined) yield { kind: 'blob', where, what };
    done += 1;
  }
}

async function faultOf(vault: Vault, blob: string, sha256: string | null): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const bytes of vault.open(blob)) hash.update(bytes);
  } catch (error) {
    if (error instanceof DamagedBlob) return error.message;
    throw error;
  }
  return sha256 === null || hash.digest('hex') === sha256 ? undefined : 'its bytes are not those taken into custody';
}
