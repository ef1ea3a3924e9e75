import type { Outcome } from '../kit/outcome.ts';
import type { Problem } from './problem.ts';

/** Time and chance are arguments (DESIGN rule 6). */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
}
export interface Random {
  bytes(length: number): Uint8Array;
}

export interface VaultReceipt {
  readonly blob: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly fresh: boolean;
}

/** Preserved bytes, sealed. A blob is acknowledged only when it is on the disk under its name. */
export interface Vault {
  put(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Outcome<VaultReceipt, Problem>>;
  /** Streams the plain bytes; a damaged blob ends the stream with `DamagedBlob`. */
  open(blob: string): AsyncIterable<Uint8Array>;
  has(blob: string): Promise<boolean>;
  names(): AsyncIterable<string>;
}

/** Thrown while streaming a blob whose seal does not hold or that is gone: expected by fsck, a bug elsewhere. */
export class DamagedBlob extends Error {
  readonly blob: string;
  constructor(blob: string, why: string) {
    super(`blob ${blob.slice(0, 12)}: ${why}`);
    this.blob = blob;
  }
}

/**
 * A deed as it lies in the ledger: canonical JSON that may be shown to a witness, the sealed payload, and the deed's salt,
 * which is kept apart so that it can be erased (MECHANICS, The embedded ledger on disk).
 */
export interface SealedDeed {
  readonly publicPart: Uint8Array;
  readonly sealed: Uint8Array;
  readonly salt: Uint8Array;
}

/** Thrown while streaming a ledger whose files do not hold together: expected by fsck, a bug elsewhere. */
export class DamagedLedger extends Error {
  /** The first deed that could not be read. */
  readonly n: number;
  constructor(n: number, why: string) {
    super(`deed ${n}: ${why}`);
    this.n = n;
  }
}

/** Progress of long work: what is done, of how many, and where it is now. */
export type Progress = (step: { readonly done: number; readonly total: number | null; readonly now: string }) => void;
