import { createHash } from 'node:crypto';
import type { Claim, ClaimState, ClaimStatus } from '../domain/claim.ts';
import { mainRecordOf, type Deed, type DeedPayload } from '../domain/deed.ts';
import type { HoldState } from '../domain/record.ts';
import { proposalId, recordId, type ActorName, type RecordId, type SourceId } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import type { NamedHere, Proposal } from '../domain/proposal.ts';
import type { Sensitivity } from '../domain/sensitivity.ts';
import { base32 } from '../kit/base32.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { uuid7 } from '../kit/uuid7.ts';
import { acceptProposal, type Change } from '../record/accept.ts';
import { adoptValue, changeStatus, isDecision, markPerson, takeBack } from '../record/decide.ts';
import type { Handle } from '../storage/database.ts';
import { deedsMentioning } from '../storage/projection/deeds.ts';
import { deedNumber, lastDeedBy, takenBackAmong } from '../storage/questions/deed-numbers.ts';
import { proposalById, type FoundProposal } from '../storage/questions/proposals.ts';
import { recordById } from '../storage/questions/records.ts';
import { settled } from './case-trouble.ts';
import { lateParts } from './late-parts.ts';
import type { OpenCase } from './open-case.ts';

/** What a decision leaves: its deed, and the record it is about. */
export interface Decided {
  readonly deed: Deed;
  readonly record: RecordId | null;
}

type Decide = (db: Handle) => Promise<Outcome<DeedPayload, Problem>>;

/** One decision, one deed. */
export function decide(c: OpenCase, actor: ActorName, make: Decide): Promise<Outcome<Decided, Problem>> {
  return settled(async () => {
    const appended = await c.ledger.append(async (db) => {
      const payload = await make(db);
      return payload.ok ? done([{ actor, payload: payload.value }]) : payload;
    });
    if (!appended.ok) return appended;
    const [deed] = appended.value;
    if (deed === undefined) throw new Error('an append without a deed');
    return done({ deed, record: recordOf(deed.payload) });
  });
}

function recordOf(payload: DeedPayload): RecordId | null {
  switch (payload.kind) {
    case 'accept':
    case 'record':
      return mainRecordOf(payload);
    case 'status':
    case 'adopt':
      return payload.record;
    case 'mark':
      return payload.person;
    case 'hold':
      return payload.cited;
    default:
      return null;
  }
}

/** Fresh UUIDv7s of this case's clock and chance. */
export const idsOf = (c: Pick<OpenCase, 'world'>) => (): string => uuid7(c.world.clock.now(), c.world.random.bytes(10));

/** The key under which a text's person or work is found again (decision 6). */
export function nameKeyOf(text: string, named: NamedHere): string {
  const hash = createHash('sha256').update(`actum/name/v1\n${text}\n${named.kind}\n${named.key}`).digest();
  return `nam_${base32(hash.subarray(0, 16))}`;
}

/** A proposal that waits; what was decided is not decided again before it is taken back (SPEC P5). */
async function undecided(db: Handle, id: string): Promise<Outcome<FoundProposal, Problem>> {
  const found = await proposalById(db, id);
  if (found === undefined) return refuse({ kind: 'unknown-id', id });
  const waits = found.decision === null || found.decision === 'read-differently';
  return waits ? done(found) : refuse({ kind: 'already-decided', id });
}

/** Accepts a proposal, as it is or with changes (SPEC P5–P9). */
export function accept(
  c: OpenCase,
  actor: ActorName,
  id: string,
  changes: readonly Change[],
): Promise<Outcome<Decided, Problem>> {
  return decide(c, actor, async (db) => {
    const found = await undecided(db, id);
    if (!found.ok) return found;
    const { proposal, reader } = found.value;
    const chosen = changes.flatMap(({ value }) => (value?.kind === 'named' ? [value.named] : []));
    const keys = [...namedIn(proposal), ...chosen].map((named) => nameKeyOf(proposal.text, named));
    const known = await c.ledger.recordsNamed(db, keys);
    const became = await recordsOfProposals(c, db, proposal);
    const nameKey = (named: NamedHere): string => nameKeyOf(proposal.text, named);
    const accepted = acceptProposal({
      proposal,
      reader,
      changes,
      known: (named) => known.get(nameKey(named)),
      nameKey,
      became: (other) => became.get(other),
      newId: idsOf(c),
    });
    if (!accepted.ok) return accepted;
    const parts = await lateParts(c, db, { proposal, recording: accepted.value, newId: idsOf(c) });
    return done({ ...accepted.value, claims: [...accepted.value.claims, ...parts] });
  });
}

/** Everybody and everything a proposal names. */
export function namedIn(proposal: Proposal): NamedHere[] {
  const fields = proposal.fields.flatMap(({ value }) => (value.kind === 'named' ? [value.named] : []));
  return [...fields, ...proposal.chain.map((link) => link.to), ...proposal.perpetrators];
}

async function recordsOfProposals(c: OpenCase, db: Handle, proposal: Proposal): Promise<Map<string, RecordId>> {
  const ids = proposal.fields.flatMap(({ value }) => (value.kind === 'proposal' ? [value.proposal] : []));
  const became = new Map<string, RecordId>();
  for (const { payload } of await standingDeeds(c, db, ids)) {
    if (payload.kind === 'accept' && payload.proposal !== null && payload.made[0] !== undefined)
      became.set(payload.proposal, payload.made[0].id);
  }
  return became;
}

async function standingDeeds(c: OpenCase, db: Handle, refs: readonly string[]): Promise<Deed[]> {
  const numbers = await deedsMentioning(db, refs);
  const out = await takenBackAmong(db, numbers);
  return c.ledger.deedsAt(numbers.filter((n) => !out.has(n)));
}

export function reject(
  c: OpenCase,
  actor: ActorName,
  id: string,
  reason: string | null,
): Promise<Outcome<Decided, Problem>> {
  return decide(c, actor, async (db) => {
    const found = await undecided(db, id);
    if (!found.ok) return found;
    const { proposal, reader } = found.value;
    const { source, text, anchors, kind } = proposal;
    return done({
      kind: 'reject',
      proposal: proposalId(id),
      of: kind,
      reader,
      anchors: anchors.map((span) => ({ source, text, span })),
      reason,
    });
  });
}

async function claimOf(
  c: OpenCase,
  db: Handle,
  at: { readonly record: string; readonly claim: string },
): Promise<ClaimState | undefined> {
  const found = await recordById(db, c.secrets, at.record);
  return found?.state.claims.find((state) => state.claim.id === at.claim);
}

export interface OnClaim {
  readonly record: string;
  readonly claim: Claim['id'] | string;
  readonly reason: string;
}

export function setStatus(
  c: OpenCase,
  actor: ActorName,
  on: OnClaim & { readonly to: ClaimStatus },
): Promise<Outcome<Decided, Problem>> {
  return decide(c, actor, async (db) => {
    const state = await claimOf(c, db, on);
    return state === undefined ? refuse({ kind: 'unknown-id', id: on.claim }) : changeStatus(state, on.to, on.reason);
  });
}

export function adopt(c: OpenCase, actor: ActorName, on: OnClaim): Promise<Outcome<Decided, Problem>> {
  return decide(c, actor, async (db) => {
    const state = await claimOf(c, db, on);
    return state === undefined ? refuse({ kind: 'unknown-id', id: on.claim }) : adoptValue(state, on.reason);
  });
}

export function mark(
  c: OpenCase,
  actor: ActorName,
  on: { readonly person: string; readonly sensitivity: Sensitivity; readonly reason: string },
): Promise<Outcome<Decided, Problem>> {
  return decide(c, actor, async (db) => {
    const found = await recordById(db, c.secrets, on.person);
    if (found === undefined || found.state.kind !== 'person') return refuse({ kind: 'unknown-id', id: on.person });
    return markPerson(found.state.id, on.sensitivity, on.reason);
  });
}

export interface Holding {
  readonly cited: string;
  readonly state: HoldState;
  readonly source: SourceId | null;
  readonly reason: string | null;
}

/** A cited source is sought until it is held or cannot be had (SPEC C8). */
export function hold(c: OpenCase, actor: ActorName, holding: Holding): Promise<Outcome<Decided, Problem>> {
  return decide(c, actor, async (db) => {
    const found = await recordById(db, c.secrets, holding.cited);
    if (found === undefined || found.state.kind !== 'cited-source')
      return refuse({ kind: 'unknown-id', id: holding.cited });
    if (holding.state === 'held' && holding.source === null) {
      return refuse({ kind: 'bad-input', where: 'source', why: 'say which source in custody it is' });
    }
    return done({
      kind: 'hold',
      cited: recordId(holding.cited),
      state: holding.state,
      source: holding.source,
      reason: holding.reason,
    });
  });
}

/** Takes one deed back, by its id. */
export function takeBackDeed(
  c: OpenCase,
  actor: ActorName,
  on: { readonly deed: string; readonly reason: string },
): Promise<Outcome<Decided, Problem>> {
  return decide(c, actor, async (db) => {
    const n = await deedNumber(db, on.deed);
    const [deed] = n === undefined ? [] : c.ledger.deedsAt([n]);
    if (deed === undefined) return refuse({ kind: 'unknown-id', id: on.deed });
    const out = await takenBackAmong(db, [deed.n]);
    return takeBack(deed, () => !out.has(deed.n), on.reason);
  });
}

const UNDONE = [
  'accept',
  'record',
  'reject',
  'status',
  'adopt',
  'judge',
  'mark',
  'hold',
] as const satisfies readonly DeedPayload['kind'][];

/** Takes back the actor's last decision that stands. */
export function undo(c: OpenCase, actor: ActorName): Promise<Outcome<Decided, Problem>> {
  return decide(c, actor, async (db) => {
    const n = await lastDeedBy(db, actor, UNDONE);
    const [deed] = n === undefined ? [] : c.ledger.deedsAt([n]);
    if (deed === undefined || !isDecision(deed))
      return refuse({ kind: 'cannot-take-back', why: 'there is nothing of yours to undo' });
    return takeBack(deed, () => true, 'undone');
  });
}
