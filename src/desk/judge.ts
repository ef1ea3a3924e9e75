import { JUDGEMENTS, type JudgementOf } from '../domain/deed.ts';
import { isHashedId, isUuid, type ActorName } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { proposalById } from '../storage/questions/proposals.ts';
import { recordById } from '../storage/questions/records.ts';
import { sourceById } from '../storage/questions/sources.ts';
import { decide, type Decided } from './decide.ts';
import type { Handle } from '../storage/database.ts';
import type { OpenCase } from './open-case.ts';

export interface Judging {
  readonly of: JudgementOf;
  readonly a: string;
  readonly b: string;
  readonly judgement: (typeof JUDGEMENTS)[number];
  readonly reason: string;
}

/** Two persons, sources or figures judged same, not-same or unsure, with a reason; ids are never rewritten (SPEC J1). */
export function judge(c: OpenCase, actor: ActorName, judging: Judging): Promise<Outcome<Decided, Problem>> {
  return decide(c, actor, async (db) => {
    const { of, a, b, judgement, reason } = judging;
    if (reason.trim() === '') return refuse({ kind: 'reason-missing' });
    if (a === b)
      return refuse({ kind: 'bad-input', where: 'judgement', why: 'two different things are judged, not one' });
    for (const id of [a, b]) if (!(await exists(c, db, { of, id }))) return refuse({ kind: 'unknown-id', id });
    return done({ kind: 'judge', of, a, b, judgement, reason: reason.trim() });
  });
}

async function exists(
  c: OpenCase,
  db: Handle,
  { of, id }: { readonly of: JudgementOf; readonly id: string },
): Promise<boolean> {
  if (of === 'source') return isHashedId(id, 'src') && (await sourceById(db, id)) !== undefined;
  if (of === 'figure' && isHashedId(id, 'prp')) return (await proposalById(db, id))?.proposal.kind === 'figure';
  if (!isUuid(id)) return false;
  return (await recordById(db, c.secrets, id))?.state.kind === of;
}
