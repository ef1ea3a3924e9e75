/** Claims and records for tests of what is derived from them. */
import type { Claim, ClaimState, ClaimValue } from './claim.ts';
import { actorName, claimId, deedId, recordId, sourceId, textId } from './ids.ts';
import type { RecordKind, RecordState } from './record.ts';

export const uuidOf = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const by = actorName('reader 1');
const recorded = { by, at: '2026-01-01T00:00:00.000Z', deed: deedId(uuidOf(900)), reason: null };
const words = {
  source: sourceId(`src_${'a'.repeat(26)}`),
  text: textId(`txt_${'a'.repeat(26)}`),
  span: { start: 3, end: 9, text: 'beaten' },
};

export function claimState(
  n: number,
  field: string,
  value: ClaimValue,
  over: Partial<Omit<ClaimState, 'claim'>> & { readonly claim?: Partial<Claim> } = {},
): ClaimState {
  const { claim, ...rest } = over;
  const base = {
    id: claimId(uuidOf(n)),
    record: recordId(uuidOf(1)),
    field,
    value,
    chain: [],
    basis: 'words',
    attestedBy: [words],
  } as const;
  return {
    claim: { ...base, ...claim } as Claim,
    status: 'recorded',
    recorded,
    changed: null,
    adopted: null,
    unsettled: null,
    ...rest,
  };
}

export const decidedFor = (reason: string): ClaimState['adopted'] => ({
  ...recorded,
  deed: deedId(uuidOf(901)),
  reason,
});

export const recordState = (kind: RecordKind, claims: readonly ClaimState[]): RecordState => ({
  id: recordId(uuidOf(1)),
  kind,
  made: recorded,
  claims,
  proposals: [],
  mark: null,
  hold: null,
  unsettled: null,
});
