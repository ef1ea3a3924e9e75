import { mayBecome, type ClaimState, type ClaimStatus } from '../domain/claim.ts';
import type { Adopt, Deed, MarkPerson, SetStatus, TakeBack } from '../domain/deed.ts';
import type { Stands } from '../domain/fold/standing.ts';
import type { Problem } from '../domain/problem.ts';
import type { Sensitivity } from '../domain/sensitivity.ts';
import type { RecordId } from '../domain/ids.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';

const given = (reason: string): Outcome<string, Problem> =>
  reason.trim() === '' ? refuse({ kind: 'reason-missing' }) : done(reason.trim());

/** Moves a claim along the status table, with a reason (SPEC A2). */
export function changeStatus(state: ClaimState, to: ClaimStatus, reason: string): Outcome<SetStatus, Problem> {
  const why = given(reason);
  if (!why.ok) return why;
  if (!mayBecome(state.status, to)) return refuse({ kind: 'status-refused', from: state.status, to });
  return done({ kind: 'status', record: state.claim.record, claim: state.claim.id, to, reason: why.value });
}

/** The case holds this value: a finding, with its reason; the other values stay (SPEC A7). */
export function adoptValue(state: ClaimState, reason: string): Outcome<Adopt, Problem> {
  const why = given(reason);
  if (!why.ok) return why;
  if (state.status === 'withdrawn') return refuse({ kind: 'status-refused', from: 'withdrawn', to: 'adopted' });
  return done({ kind: 'adopt', record: state.claim.record, claim: state.claim.id, reason: why.value });
}

/** How much to guard a person, with a reason (SPEC N2). */
export function markPerson(person: RecordId, sensitivity: Sensitivity, reason: string): Outcome<MarkPerson, Problem> {
  const why = given(reason);
  return why.ok ? done({ kind: 'mark', person, sensitivity, reason: why.value }) : why;
}

const CAN_BE_TAKEN_BACK = {
  open: false,
  member: false,
  ingest: false,
  'found-again': false,
  derive: false,
  read: false,
  release: false,
  accept: true,
  record: true,
  reject: true,
  status: true,
  adopt: true,
  judge: true,
  mark: true,
  hold: true,
  'take-back': true,
} as const satisfies Record<Deed['payload']['kind'], boolean>;

/** Decisions can be taken back; custody and what left the program cannot (SPEC D5). */
export const isDecision = (deed: Deed): boolean => CAN_BE_TAKEN_BACK[deed.payload.kind];

export function takeBack(deed: Deed, stands: Stands, reason: string): Outcome<TakeBack, Problem> {
  if (!isDecision(deed)) return refuse({ kind: 'cannot-take-back', why: 'custody and what left the program stand' });
  if (!stands(deed.id)) return refuse({ kind: 'cannot-take-back', why: 'it was taken back already' });
  return done({ kind: 'take-back', deed: deed.id, reason: reason.trim() === '' ? 'undone' : reason.trim() });
}
