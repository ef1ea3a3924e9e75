import type { Deed } from '../deed.ts';
import type { DeedId } from '../ids.ts';

export type Stands = (deed: DeedId) => boolean;

/**
 * Which deeds stand: a deed is out while a standing take-back names it, and a take-back can itself be taken back
 * (SPEC D4). `takeBacks` holds every take-back that can bear on the deeds asked about, in ledger order.
 */
export function standingAmong(takeBacks: readonly Deed[]): Stands {
  const out = new Set<DeedId>();
  for (let at = takeBacks.length - 1; at >= 0; at -= 1) {
    const deed = takeBacks[at];
    if (deed?.payload.kind === 'take-back' && !out.has(deed.id)) out.add(deed.payload.deed);
  }
  return (deed) => !out.has(deed);
}
