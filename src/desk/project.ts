import { mentionsOf, touchedBy } from '../domain/mentions.ts';
import type { Deed, Recording } from '../domain/deed.ts';
import { PROPOSAL_KINDS } from '../domain/proposal.ts';
import type { Handle } from '../storage/database.ts';
import type { RecordWorld } from '../storage/projection/records.ts';
import { deedsMentioning, putDeeds, setTakenBack } from '../storage/projection/deeds.ts';
import { decideProposals, undecideProposals, type DecidedEntry } from '../storage/projection/proposals.ts';
import { putJudgements } from '../storage/projection/judgements.ts';
import { indexTexts } from '../storage/projection/search-index.ts';
import { deedNumber } from '../storage/questions/deed-numbers.ts';
import { refold } from './refold.ts';
import { turn } from './turn.ts';

/** What a projection needs of the case: its deeds by number, and the second key. */
export interface Projecting {
  readonly world: RecordWorld;
  /** Deeds by number, in ascending order. */
  readonly deedsAt: (numbers: readonly number[]) => Deed[];
  /** The words of a text by the name of its blob. */
  readonly wordsOf: (blob: string) => Promise<string>;
}

/**
 * Brings the tables up to these deeds, in ledger order, and refolds only what they touch (SPEC D3). Replaying deeds that
 * are there already changes nothing.
 */
export async function projectDeeds(db: Handle, deeds: readonly Deed[], by: Projecting): Promise<void> {
  if (deeds.length === 0) return;
  await putDeeds(
    db,
    deeds.map((deed) => ({ deed, refs: mentionsOf(deed.payload) })),
  );
  // Before the take-backs: one of the same group must find what it turns off.
  await decideProposals(db, deeds.flatMap(decidedBy));
  const touched = new Set<string>();
  for (const deed of deeds) {
    for (const id of touchedBy(deed.payload)) touched.add(id);
    if (deed.payload.kind === 'take-back') for (const id of await turnBack(db, deed, by)) touched.add(id);
  }
  await putJudgements(
    db,
    deeds.flatMap(({ n, payload }) => (payload.kind === 'judge' ? [{ n, judge: payload }] : [])),
  );
  await refold(db, [...touched], by);
  await indexDerived(db, deeds, by);
}

const INDEX_AT_ONCE = 8;

async function indexDerived(db: Handle, deeds: readonly Deed[], by: Projecting): Promise<void> {
  const derived = deeds.flatMap(({ payload }) => (payload.kind === 'derive' && payload.text !== null ? [payload] : []));
  for (let at = 0; at < derived.length; at += INDEX_AT_ONCE) {
    const some = derived.slice(at, at + INDEX_AT_ONCE);
    const words = await Promise.all(
      some.map(async ({ source, text, blob }) => ({ source, text, words: await by.wordsOf(blob) })),
    );
    await indexTexts(db, words);
    await turn();
  }
}

/** A take-back turns its target off; if that is a take-back itself, what it turned off stands again. Gives what changed. */
async function turnBack(db: Handle, deed: Deed, by: Projecting): Promise<string[]> {
  let acting = deed;
  let off = true;
  while (acting.payload.kind === 'take-back') {
    const target = await deedOf(db, acting.payload.deed, by);
    if (target === undefined) return [];
    await setTakenBack(db, target.n, off ? acting.n : null);
    if (target.payload.kind !== 'take-back') return changedBy(db, target, { off, by });
    acting = target;
    off = !off;
  }
  return [];
}

async function deedOf(db: Handle, id: string, by: Projecting): Promise<Deed | undefined> {
  const n = await deedNumber(db, id);
  return n === undefined ? undefined : by.deedsAt([n])[0];
}

async function changedBy(
  db: Handle,
  target: Deed,
  turn: { readonly off: boolean; readonly by: Projecting },
): Promise<string[]> {
  if (turn.off) await undecideProposals(db, target.n);
  else await decideProposals(db, decidedBy(target));
  const { payload } = target;
  const made = payload.kind === 'accept' || payload.kind === 'record' ? payload.made.map((entry) => entry.id) : [];
  const leaning = turn.by.deedsAt(await deedsMentioning(db, made));
  return [...touchedBy(payload), ...leaning.flatMap((deed) => touchedBy(deed.payload))];
}

function decidedBy({ payload, n }: Deed): DecidedEntry[] {
  if (payload.kind === 'reject') {
    const { proposal, of, reader, anchors } = payload;
    return [{ n, proposal, decision: 'rejected', kind: of, reader, anchors }];
  }
  if (payload.kind !== 'accept' || payload.proposal === null) return [];
  const { proposal, reader, anchors, amended } = payload;
  const decision = amended === null ? 'accepted' : 'amended';
  return [{ n, proposal, decision, kind: kindOf(payload), reader, anchors }];
}

function kindOf(recording: Recording): DecidedEntry['kind'] {
  return PROPOSAL_KINDS.find((kind) => kind === recording.made[0]?.kind) ?? null;
}
