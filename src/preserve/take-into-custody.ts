import { createHash } from 'node:crypto';
import type { VaultReceipt } from '../domain/ports.ts';
import type { Problem } from '../domain/problem.ts';
import type { Outcome } from '../kit/outcome.ts';
import { sniff, SNIFF_BYTES } from './sniff.ts';

/** What an ingest deed says of bytes, but for the id, which only the case can make. */
export interface InCustody {
  /** Lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly blob: string;
}

/** Where bytes are kept: a vault's `put`. */
export type Keep = (bytes: AsyncIterable<Uint8Array>) => Promise<Outcome<VaultReceipt, Problem>>;

/**
 * Streams bytes into keeping, hashed and looked at on the way (SPEC C1, C3). The hash is taken before the vault sees the
 * bytes: a vault that reports another one has kept something else, and that is never acknowledged.
 */
export async function takeIntoCustody(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  name: string,
  keep: Keep,
): Promise<Outcome<InCustody, Problem>> {
  const hash = createHash('sha256');
  const head: Uint8Array[] = [];
  let count = 0;
  const watched = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      if (count < SNIFF_BYTES) head.push(Uint8Array.from(chunk.subarray(0, SNIFF_BYTES - count)));
      hash.update(chunk);
      count += chunk.length;
      yield chunk;
    }
  };
  const kept = await keep(watched());
  if (!kept.ok) return kept;
  const sha256 = hash.digest('hex');
  if (kept.value.sha256 !== sha256 || kept.value.bytes !== count) {
    throw new Error('the vault kept other bytes than it was given');
  }
  return {
    ok: true,
    value: { sha256, bytes: count, mediaType: sniff(Buffer.concat(head), name), blob: kept.value.blob },
  };
}
