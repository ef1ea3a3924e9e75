import type { Deed } from '../domain/deed.ts';
import { proposerOf, type Proposal, type ProposedField, type ProposedLink } from '../domain/proposal.ts';
import type { Span } from '../domain/span.ts';
import { fold } from '../kit/fold.ts';
import type { FoundProposal } from '../storage/questions/proposals.ts';
import { recordsById } from '../storage/questions/records.ts';
import type { FoundSource } from '../storage/questions/sources.ts';
import { nameKeyOf } from './decide.ts';
import type { FigureRelations } from './figures-desk.ts';
import { marksOf, type Marked } from './marks.ts';
import type { OpenCase } from './open-case.ts';
import { sourceName } from './source-name.ts';
import { proposedValue } from './view-proposed.ts';

/** What a note needs besides its proposal. */
export interface NoteAround {
  readonly source: FoundSource;
  /** The headline of the text. */
  readonly title: Span | null;
  /** The words of the other proposals shown with this one, by id: a part names the whole it is of. */
  readonly words: ReadonlyMap<string, string>;
  readonly deeds: ReadonlyMap<number, Deed>;
  readonly relations: FigureRelations;
  readonly holds: ReadonlyMap<string, 'sought' | 'held' | 'unobtainable'>;
}

const STATE = {
  accepted: 'accepted',
  amended: 'amended',
  rejected: 'rejected',
  'read-differently': 'read-differently',
} as const;

/** A proposal as a note of the margin. */
export function proposalNote(
  { proposal, reader, decision, deed }: FoundProposal,
  { source, title, words, deeds, relations, holds }: NoteAround,
) {
  const by = deed === null ? undefined : deeds.get(deed);
  const payload = by?.payload;
  const record = payload?.kind === 'accept' ? (payload.made[0]?.id ?? payload.claims[0]?.record ?? null) : null;
  return {
    id: proposal.id as string,
    kind: proposal.kind,
    source: proposal.source as string,
    text: proposal.text as string,
    sourceName: sourceName(source),
    marks: marksOf(proposal) as readonly Marked[],
    anchors: proposal.anchors as readonly Span[],
    summary: proposal.summary,
    covered: coverOf(proposal.anchors, title) ?? (isSexualViolence(proposal) ? ('sexual-violence' as const) : null),
    fields: proposal.fields.map((field) => fieldView(field, words)),
    chain: proposal.chain.map((link) => proposedLink(proposal.text, link, holds)),
    voice: voiceKey(proposal.chain),
    score: proposal.score as number | null,
    why: proposal.why,
    proposer: proposerOf(reader),
    state: decision === null ? ('waiting' as const) : STATE[decision],
    record,
    deed: by?.id ?? null,
    decidedBy: by?.actor ?? null,
    relations: relations.get(record ?? proposal.id) ?? relations.get(proposal.id) ?? [],
  };
}

/** A headline may name what nobody should read over a shoulder: notes on its words are covered with it. */
export const coverOf = (anchors: readonly Span[], title: Span | null): 'headline' | null =>
  title !== null && anchors.some(({ start, end }) => start < title.end && title.start < end) ? 'headline' : null;

const isSexualViolence = ({ fields }: Proposal): boolean =>
  fields.some(({ field, value }) => field === 'violation' && value.kind === 'code' && value.code === 'sexual-violence');

const voiceKey = (chain: readonly ProposedLink[]): string | null =>
  chain[0] === undefined ? null : fold(chain[0].to.name);

function proposedLink(text: string, link: ProposedLink, holds: NoteAround['holds']) {
  const key = nameKeyOf(text, link.to);
  const hold = link.to.kind === 'cited-source' ? (holds.get(key) ?? 'sought') : null;
  return { kind: link.kind, name: link.to.name, to: null as string | null, hold, words: null, inferred: link.inferred };
}

/** Works that the chains name and that this text has a record of: held or sought. */
export async function holdsOfNames(
  c: OpenCase,
  found: readonly FoundProposal[],
): Promise<Map<string, 'sought' | 'held' | 'unobtainable'>> {
  const keys = found.flatMap(({ proposal }) =>
    proposal.chain.filter((link) => link.to.kind === 'cited-source').map((link) => nameKeyOf(proposal.text, link.to)),
  );
  const records = await c.ledger.recordsNamed(c.database.db, keys);
  const states = await recordsById(c.database.db, c.secrets, [...records.values()]);
  const holdOf = new Map(states.map(({ state }) => [state.id as string, state.hold?.state ?? 'sought']));
  return new Map([...records].map(([key, record]) => [key, holdOf.get(record) ?? 'sought']));
}

/** The first words of each proposal, by its id. */
export const wordsById = (found: readonly FoundProposal[]): ReadonlyMap<string, string> =>
  new Map(found.map(({ proposal }) => [proposal.id, proposal.anchors[0].text]));

function fieldView(field: ProposedField, words: NoteAround['words']) {
  const other = field.value.kind === 'proposal' ? words.get(field.value.proposal) : undefined;
  return { field: field.field, value: other ?? proposedValue(field), words: field.spans, inferred: field.inferred };
}
