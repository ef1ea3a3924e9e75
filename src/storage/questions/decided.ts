import type { Selectable } from 'kysely';
import type { ProposalKind } from '../../domain/proposal.ts';
import type { Handle } from '../database.ts';
import { keyOf } from '../names.ts';
import { overlapping } from '../projection/decided.ts';
import type { ProposalDecision, Tables } from '../tables.ts';

/** A decision about a proposal, at one of its anchors. */
export interface DecidedAnchor {
  readonly proposal: string;
  readonly n: number;
  readonly decision: ProposalDecision;
  readonly kind: string | null;
  readonly reader: string | null;
  readonly start: number;
  readonly end: number;
}

/** At most this many anchors of one text are looked at. */
const ANCHORS = 50_000;

/** Everything decided about proposals of a text, in the order of the words; it outlives the proposals. */
export async function decidedOfText(db: Handle, text: string): Promise<DecidedAnchor[]> {
  const key = await keyOf(db, text);
  if (key === undefined) return [];
  const rows = await db
    .selectFrom('decided')
    .innerJoin('name', 'name.key', 'decided.proposalKey')
    .selectAll('decided')
    .select('name.id as proposal')
    .where('textKey', '=', key)
    .orderBy('start')
    .orderBy('n')
    .orderBy('ordinal')
    .limit(ANCHORS)
    .execute();
  return rows.map(shown);
}

function shown(row: Selectable<Tables['decided']> & { readonly proposal: string }): DecidedAnchor {
  const { proposal, n, decision, kind, reader, start, end } = row;
  return { proposal, n, decision, kind, reader, start, end };
}

export interface NewAnchor {
  readonly kind: ProposalKind;
  readonly start: number;
  readonly end: number;
}

/** For each new anchor of a text, one decided anchor of the same kind that it overlaps, if there is any. */
export async function overlapsDecided(
  db: Handle,
  text: string,
  anchors: readonly NewAnchor[],
): Promise<readonly (DecidedAnchor | undefined)[]> {
  const find = overlapping(await decidedOfText(db, text));
  return anchors.map((anchor) => find(anchor.kind, anchor.start, anchor.end));
}
