import type { ClaimState, ClaimStatus, Decision } from '../claim.ts';
import { mainRecordOf, type Deed, type MadeRecord, type Recording } from '../deed.ts';
import type { ClaimId, ProposalId, RecordId } from '../ids.ts';
import { referencesOf } from '../mentions.ts';
import type { RecordState } from '../record.ts';
import { stricter, type Sensitivity } from '../sensitivity.ts';
import type { Stands } from './standing.ts';

/** What a record's fold is told about the rest of the ledger. */
export interface Surroundings {
  readonly stands: Stands;
  /** Does the deed that made this record stand? */
  readonly madeStands: (record: RecordId) => boolean;
}

/**
 * One record from the deeds that mention it, in ledger order (SPEC D1–D6). Pure: the same deeds give the same record,
 * whether they come one at a time or all at once. Null: nothing of it stands.
 */
export function foldRecord(id: RecordId, deeds: readonly Deed[], around: Surroundings): RecordState | null {
  const maker = deeds.find((deed) => isRecording(deed.payload) && deed.payload.made.some((made) => made.id === id));
  if (maker === undefined) return null;
  const made = recordingOf(maker).made.find((entry) => entry.id === id);
  if (made === undefined) return null;
  const standing = deeds.filter((deed) => around.stands(deed.id));
  const makerStands = around.stands(maker.id);
  const claims = foldClaims(id, deeds, around);
  if (!makerStands && claims.length === 0 && !leanedOn(id, standing)) return null;
  return {
    id,
    kind: made.kind,
    made: decision(maker, null),
    claims,
    proposals: proposalsOf(id, standing),
    mark: made.kind === 'person' ? foldMark(id, standing) : null,
    hold: foldHold(made, standing),
    unsettled: makerStands ? null : 'the deed that made this record was taken back; others still rest on it',
  };
}

const isRecording = (payload: Deed['payload']): payload is Recording =>
  payload.kind === 'accept' || payload.kind === 'record';

function recordingOf(deed: Deed): Recording {
  if (!isRecording(deed.payload)) throw new TypeError(`deed ${deed.n} records nothing`);
  return deed.payload;
}

export const decision = (deed: Deed, reason: string | null): Decision => ({
  by: deed.actor,
  at: deed.at,
  deed: deed.id,
  reason,
});

function leanedOn(id: RecordId, standing: readonly Deed[]): boolean {
  return standing.some(
    (deed) =>
      isRecording(deed.payload) &&
      deed.payload.claims.some((claim) => claim.record !== id && referencesOf(claim).includes(id)),
  );
}

function proposalsOf(id: RecordId, standing: readonly Deed[]): ProposalId[] {
  const found = new Set<ProposalId>();
  for (const { payload } of standing) {
    if (!isRecording(payload) || payload.proposal === null) continue;
    if (mainRecordOf(payload) === id || payload.made.some((made) => made.id === id)) found.add(payload.proposal);
  }
  return [...found];
}

interface Decided {
  status: ClaimStatus;
  changed: Decision | null;
  adopted: Decision | null;
}

function foldClaims(id: RecordId, deeds: readonly Deed[], around: Surroundings): ClaimState[] {
  const decided = decisionsOn(id, deeds, around.stands);
  const states: ClaimState[] = [];
  for (const deed of deeds) {
    if (!isRecording(deed.payload)) continue;
    const stands = around.stands(deed.id);
    for (const claim of deed.payload.claims) {
      if (claim.record !== id) continue;
      const { status, changed, adopted } = decided.get(claim.id) ?? {
        status: 'recorded',
        changed: null,
        adopted: null,
      };
      if (!stands && adopted === null) continue;
      const lost = referencesOf(claim).find((to) => !around.madeStands(to as RecordId));
      states.push({
        claim,
        status,
        recorded: decision(deed, null),
        changed,
        adopted,
        unsettled: unsettledBecause(stands, lost !== undefined),
      });
    }
  }
  return states;
}

function unsettledBecause(stands: boolean, lost: boolean): string | null {
  if (!stands) return 'the deed that recorded this value was taken back; a finding still rests on it';
  return lost ? 'it refers to a record whose making was taken back' : null;
}

function decisionsOn(id: RecordId, deeds: readonly Deed[], stands: Stands): Map<ClaimId, Decided> {
  const decided = new Map<ClaimId, Decided>();
  const of = (claim: ClaimId): Decided => {
    const known = decided.get(claim) ?? { status: 'recorded', changed: null, adopted: null };
    decided.set(claim, known);
    return known;
  };
  for (const deed of deeds) {
    const { payload } = deed;
    if ((payload.kind !== 'status' && payload.kind !== 'adopt') || payload.record !== id || !stands(deed.id)) continue;
    const entry = of(payload.claim);
    if (payload.kind === 'adopt') {
      entry.adopted = decision(deed, payload.reason);
    } else {
      entry.status = payload.to;
      entry.changed = decision(deed, payload.reason);
    }
  }
  return decided;
}

/** A recording never makes a person less guarded; only a decision about the person does. */
function foldMark(id: RecordId, standing: readonly Deed[]): RecordState['mark'] {
  let mark: { sensitivity: Sensitivity; decision: Decision } | null = null;
  for (const deed of standing) {
    const { payload } = deed;
    if (payload.kind === 'mark' && payload.person === id) {
      mark = { sensitivity: payload.sensitivity, decision: decision(deed, payload.reason) };
    }
    if (!isRecording(payload)) continue;
    for (const given of payload.marks) {
      if (given.person !== id) continue;
      const next: Sensitivity = mark === null ? given.sensitivity : stricter(mark.sensitivity, given.sensitivity);
      if (mark === null || next !== mark.sensitivity) mark = { sensitivity: next, decision: decision(deed, null) };
    }
  }
  return mark;
}

function foldHold(made: MadeRecord, standing: readonly Deed[]): RecordState['hold'] {
  if (made.kind !== 'cited-source') return null;
  let hold: NonNullable<RecordState['hold']> = { state: 'sought', source: null, decision: null };
  for (const deed of standing) {
    if (deed.payload.kind !== 'hold' || deed.payload.cited !== made.id) continue;
    hold = { state: deed.payload.state, source: deed.payload.source, decision: decision(deed, deed.payload.reason) };
  }
  return hold;
}
