import { mainRecordOf, type Deed } from '../deed.ts';
import type { ProposalId, RecordId } from '../ids.ts';
import type { Stands } from './standing.ts';

export interface ProposalDecision {
  readonly decision: 'accepted' | 'amended' | 'rejected';
  readonly deed: Deed;
  /** The record it became. */
  readonly record: RecordId | null;
}

/** What was decided about a proposal: the last standing deed that names it (SPEC P5). */
export function decisionOn(id: ProposalId, deeds: readonly Deed[], stands: Stands): ProposalDecision | null {
  let last: ProposalDecision | null = null;
  for (const deed of deeds) {
    const { payload } = deed;
    if (!stands(deed.id)) continue;
    if (payload.kind === 'reject' && payload.proposal === id) last = { decision: 'rejected', deed, record: null };
    if (payload.kind === 'accept' && payload.proposal === id) {
      last = { decision: payload.amended === null ? 'accepted' : 'amended', deed, record: mainRecordOf(payload) };
    }
  }
  return last;
}
