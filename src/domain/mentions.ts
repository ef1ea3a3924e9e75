import { assertNever } from '../kit/assert-never.ts';
import type { Claim } from './claim.ts';
import type { DeedPayload, Recording } from './deed.ts';

/**
 * Every id a deed speaks of: records it makes, changes or refers to, sources, proposals, deeds. The store keeps them as an
 * index, so that a record is folded again from *its* deeds alone (SPEC D3).
 */
export function mentionsOf(payload: DeedPayload): string[] {
  return [...new Set(allMentions(payload))];
}

function allMentions(payload: DeedPayload): string[] {
  switch (payload.kind) {
    case 'open':
    case 'member':
    case 'release':
      return [];
    case 'ingest':
    case 'found-again':
    case 'derive':
    case 'read':
      return [payload.source];
    case 'accept':
    case 'record':
      return recordingMentions(payload);
    case 'reject':
      return [payload.proposal];
    case 'status':
    case 'adopt':
      return [payload.record];
    case 'judge':
      return [payload.a, payload.b];
    case 'mark':
      return [payload.person];
    case 'hold':
      return payload.source === null ? [payload.cited] : [payload.cited, payload.source];
    case 'take-back':
      return [payload.deed];
    default:
      return assertNever(payload);
  }
}

function recordingMentions(recording: Recording): string[] {
  return [
    ...(recording.proposal === null ? [] : [recording.proposal]),
    ...recording.made.flatMap((made) => (made.named === null ? [made.id] : [made.id, made.named])),
    ...recording.claims.flatMap((claim) => [claim.record, ...referencesOf(claim)]),
    ...recording.marks.map((mark) => mark.person),
  ];
}

/** The records a claim leans on: its value, and the voices and works of its chain. */
export function referencesOf(claim: Claim): string[] {
  const value = claim.value.kind === 'record' ? [claim.value.record] : [];
  return [...value, ...claim.chain.map((link) => link.to)];
}

/** The records and sources whose state a deed changes by itself (a take-back changes what its target touched). */
export function touchedBy(payload: DeedPayload): string[] {
  switch (payload.kind) {
    case 'ingest':
    case 'found-again':
    case 'derive':
      return [payload.source];
    case 'accept':
    case 'record':
      return [
        ...new Set([
          ...payload.made.map((made) => made.id),
          ...payload.claims.map((claim) => claim.record),
          ...payload.marks.map((mark) => mark.person),
        ]),
      ];
    case 'status':
    case 'adopt':
      return [payload.record];
    case 'mark':
      return [payload.person];
    case 'hold':
      return [payload.cited];
    case 'open':
    case 'member':
    case 'reject':
    case 'judge':
    case 'take-back':
    case 'read':
    case 'release':
      return [];
    default:
      return assertNever(payload);
  }
}
