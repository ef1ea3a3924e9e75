import type { Claim } from '../domain/claim.ts';
import { mainRecordOf, type Recording } from '../domain/deed.ts';
import { claimId } from '../domain/ids.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { Handle } from '../storage/database.ts';
import { proposalsInWindow } from '../storage/questions/proposals.ts';
import type { OpenCase } from './open-case.ts';

/** So far from a whole its parts are looked for, in UTF-16 units. */
const NEAR = 20_000;

interface Whole {
  readonly proposal: Proposal;
  readonly recording: Recording;
  readonly newId: () => string;
}

/**
 * What was accepted before the whole that it is part of gets its reference with the whole, so that any order of acceptance
 * gives one register (SPEC P8). What a person amended is left as that person wanted it.
 */
export async function lateParts(c: OpenCase, db: Handle, { proposal, recording, newId }: Whole): Promise<Claim[]> {
  const whole = mainRecordOf(recording);
  if (whole === null || proposal.kind !== 'figure') return [];
  const { start, end } = proposal.anchors[0];
  const around = await proposalsInWindow(db, { text: proposal.text, from: Math.max(0, start - NEAR), to: end + NEAR });
  return around.flatMap(({ proposal: part, decision, deed }): Claim[] => {
    if (decision !== 'accepted' || deed === null) return [];
    const fields = part.fields.filter(({ value }) => value.kind === 'proposal' && value.proposal === proposal.id);
    const [accepted] = fields.length === 0 ? [] : c.ledger.deedsAt([deed]);
    if (accepted?.payload.kind !== 'accept') return [];
    const record = mainRecordOf(accepted.payload);
    const chain = accepted.payload.claims.find((claim) => claim.record === record)?.chain ?? [];
    if (record === null) return [];
    const { source, text } = part;
    return fields.map(({ field, spans: [first, ...rest], inferred }) => ({
      id: claimId(newId()),
      record,
      field,
      value: { kind: 'record', record: whole },
      chain,
      basis: inferred ? 'inferred' : 'words',
      attestedBy: [{ source, text, span: first }, ...rest.map((span) => ({ source, text, span }))],
    }));
  });
}
