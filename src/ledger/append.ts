import type { Deed, DeedPayload, Draft } from '../domain/deed.ts';
import { deedId, type ActorName } from '../domain/ids.ts';
import type { Clock, Random, SealedDeed } from '../domain/ports.ts';
import { uuid7 } from '../kit/uuid7.ts';
import { EMPTY, extended, leafHash, type Frontier } from './merkle.ts';
import { NO_LEAF, sealDeed, type PayloadKeys } from './seal.ts';
import type { Signer } from './signing.ts';

/** Where a ledger ends: its tree's right edge and the leaf hash (hex) that the next deed names as `prev`. */
export interface Tip {
  readonly frontier: Frontier;
  readonly leaf: string;
}

export const NO_DEEDS: Tip = { frontier: EMPTY, leaf: NO_LEAF };

/** The end of the ledger after one deed more. */
export function tipAfter(tip: Tip, publicPart: Uint8Array): Tip {
  const leaf = leafHash(publicPart);
  return { frontier: extended(tip.frontier, leaf), leaf: Buffer.from(leaf).toString('hex') };
}

/** What it takes to seal deeds: a key a member, a time, chance. */
export interface Hand {
  readonly keys: PayloadKeys;
  /** Does a deed speak of protected or sealed people? */
  readonly guards: (payload: DeedPayload) => boolean;
  readonly signerOf: (actor: ActorName) => Signer;
  readonly clock: Clock;
  readonly random: Random;
}

export interface SealedGroup {
  readonly sealed: readonly SealedDeed[];
  readonly deeds: readonly Deed[];
  readonly tip: Tip;
}

const ID_BYTES = 10;
const SALT_BYTES = 32;

/** Seals drafts into deeds that follow on `tip`. Nothing stands before the caller has appended them under the lock. */
export function sealDrafts(drafts: readonly Draft[], tip: Tip, hand: Hand): SealedGroup {
  const sealed: SealedDeed[] = [];
  const deeds: Deed[] = [];
  let end = tip;
  for (const { actor, payload } of drafts) {
    const now = hand.clock.now();
    const chance = hand.random.bytes(ID_BYTES + SALT_BYTES);
    const id = deedId(uuid7(now, chance.subarray(0, ID_BYTES)));
    const at = new Date(now).toISOString();
    const sealing = { id, payload, at, prev: end.leaf, salt: chance.subarray(ID_BYTES), guarded: hand.guards(payload) };
    const record = sealDeed(sealing, hand.signerOf(actor), hand.keys);
    deeds.push({ n: end.frontier.size, id, actor, at, payload });
    sealed.push(record);
    end = tipAfter(end, record.publicPart);
  }
  return { sealed, deeds, tip: end };
}
