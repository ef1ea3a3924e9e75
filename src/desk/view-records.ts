import { shownStatus, conflictsOf, pairsOf, type ValuePair } from '../domain/relation.ts';
import { shownValue, titleOf, type NameOf } from '../domain/cell.ts';
import type { ClaimState, Link } from '../domain/claim.ts';
import { countBounds } from '../domain/count.ts';
import { FIELDS, type RecordState } from '../domain/record.ts';
import { whenBounds } from '../domain/when.ts';
import type { Problem } from '../domain/problem.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import {
  recordById,
  recordsById,
  recordsPage,
  recordsTotal,
  type FoundRecord,
  type RecordQuestion,
  type RecordSort,
} from '../storage/questions/records.ts';
import { recordsReferring } from '../storage/questions/referring.ts';
import { sourceById } from '../storage/questions/sources.ts';
import { historyOf } from './history.ts';
import { leadOf } from './lead.ts';
import { namesAround } from './names.ts';
import type { OpenCase } from './open-case.ts';
import { settled } from './case-trouble.ts';
import { sourceName } from './source-name.ts';
import { showWords } from './texts.ts';

/** One page of a register table. */
export function recordRows(
  c: OpenCase,
  question: RecordQuestion & { readonly sort: RecordSort; readonly after: string | null },
) {
  return settled(async () => {
    const { db } = c.database;
    const page = await recordsPage(db, c.secrets, question);
    const total = question.after === null ? await recordsTotal(db, question) : null;
    const nameOf = await namesAround(
      db,
      c.secrets,
      page.rows.map((row) => row.state),
    );
    return done({ rows: page.rows.map((row) => recordRow(row, nameOf)), next: page.next, total });
  });
}

function recordRow(found: FoundRecord, nameOf: NameOf) {
  const { state } = found;
  const sources = new Set(state.claims.flatMap(({ claim }) => claim.attestedBy.map((at) => at.source)));
  return {
    id: state.id,
    kind: state.kind,
    title: titleOf(state, nameOf),
    columns: columnsOf(state, nameOf),
    conflicts: found.conflicts,
    work: found.work + (state.unsettled === null ? 0 : 1),
    sources: sources.size,
    proposed: false,
    proposer: null,
  };
}

/** Every field with its standing values joined, and who says it. */
function columnsOf(state: RecordState, nameOf: NameOf): Record<string, string> {
  const columns: Record<string, string> = {};
  for (const field of Object.keys(FIELDS[state.kind])) {
    const open = state.claims.filter(({ claim, status }) => claim.field === field && status !== 'withdrawn');
    const shown = [...new Set(open.map(({ claim }) => shownValue(claim.value, nameOf)))];
    if (shown.length > 0) columns[field] = shown.join(' · ');
  }
  const voices = new Set(
    state.claims.flatMap(({ claim }) =>
      claim.chain.filter((link) => link.kind === 'said-by').map((link) => nameOf(link.to)),
    ),
  );
  if (voices.size > 0 && columns['said-by'] === undefined) columns['said-by'] = [...voices].join(' · ');
  if (state.mark !== null) columns['sensitivity'] = state.mark.sensitivity;
  if (state.hold !== null) columns['hold'] = state.hold.state;
  return columns;
}

/** Everything about one record: cells with their words and chains, what disagrees, what leans on it, its history. */
export function recordDetail(c: OpenCase, id: string): Promise<Outcome<Awaited<ReturnType<typeof detailOf>>, Problem>> {
  return settled(async () => {
    const found = await recordById(c.database.db, c.secrets, id);
    return found === undefined ? refuse({ kind: 'unknown-id', id }) : done(await detailOf(c, found));
  });
}

async function detailOf(c: OpenCase, { state }: FoundRecord) {
  const { db } = c.database;
  const nameOf = await namesAround(db, c.secrets, [state]);
  const conflicts = conflictsOf(state);
  const holds = await holdsOf(c, state);
  const open = state.claims.filter((claim) => claim.status !== 'withdrawn');
  const linked = open.flatMap(({ claim }) => claim.chain);
  return {
    id: state.id,
    kind: state.kind,
    lead: leadOf(state, nameOf),
    cells: await Promise.all(state.claims.map((claim) => cellView(c, claim, { nameOf, conflicts, holds }))),
    missing: missingOf(state),
    relations: pairsOf(state).map(relationOf(nameOf)),
    related: await relatedTo(c, state),
    history: await historyOf(c, state.id),
    sensitivity: state.mark?.sensitivity ?? null,
    hold: state.hold?.state ?? null,
    heldBy: await heldBy(c, state),
    chains: chainsOf(open),
    sought: new Set(linked.filter((link) => holds.get(link.to) === 'sought').map((link) => link.to)).size,
    unsettled: state.unsettled,
  };
}

async function heldBy(c: OpenCase, { hold }: RecordState): Promise<{ source: string; name: string } | null> {
  const id = hold?.source ?? null;
  const source = id === null ? undefined : await sourceById(c.database.db, id);
  return source === undefined ? null : { source: source.state.id, name: sourceName(source) };
}

interface CellAround {
  readonly nameOf: NameOf;
  readonly conflicts: readonly ValuePair[];
  readonly holds: ReadonlyMap<string, 'sought' | 'held' | 'unobtainable'>;
}

async function cellView(c: OpenCase, state: ClaimState, { nameOf, conflicts, holds }: CellAround) {
  const { claim, recorded, changed, adopted } = state;
  return {
    claim: claim.id,
    field: claim.field,
    value: shownValue(claim.value, nameOf),
    raw: claim.value,
    bounds: boundsOf(state),
    status: shownStatus(state, conflicts),
    basis: claim.basis,
    reason: claim.basis === 'finding' ? claim.reason : (changed?.reason ?? null),
    words: await Promise.all(claim.attestedBy.map((at) => showWords(c, at))),
    chain: claim.chain.map((link) => linkView(link, nameOf, holds)),
    adopted: adopted === null ? null : { by: adopted.by, at: adopted.at, reason: adopted.reason ?? '' },
    decidedBy: recorded.by,
    at: recorded.at,
    deed: recorded.deed,
    unsettled: state.unsettled,
    to: claim.value.kind === 'record' ? claim.value.record : null,
  };
}

export const linkView = (link: Link, nameOf: NameOf, holds: CellAround['holds']) => ({
  kind: link.kind,
  name: nameOf(link.to),
  to: link.to,
  hold: holds.get(link.to) ?? null,
  words: link.words,
  inferred: false,
});

function boundsOf({ claim }: ClaimState) {
  if (claim.value.kind === 'count') return countBounds(claim.value.count);
  if (claim.value.kind !== 'when') return null;
  const bounds = whenBounds(claim.value.edtf);
  return bounds === null ? null : { from: bounds.from ?? '', to: bounds.to ?? '' };
}

/** Whether the works in the chains are held or sought. */
async function holdsOf(c: OpenCase, state: RecordState): Promise<Map<string, 'sought' | 'held' | 'unobtainable'>> {
  const works = state.claims.flatMap(({ claim }) =>
    claim.chain.filter((link) => link.kind === 'in-work').map((link) => link.to),
  );
  const found = await recordsById(c.database.db, c.secrets, works);
  return new Map(
    found.flatMap((record) =>
      record.state.hold === null ? [] : [[record.state.id, record.state.hold.state] as const],
    ),
  );
}

function missingOf(state: RecordState): string[] {
  const has = new Set(state.claims.filter((claim) => claim.status !== 'withdrawn').map(({ claim }) => claim.field));
  return Object.keys(FIELDS[state.kind]).filter((field) => !has.has(field));
}

const RELATION_BECAUSE = {
  same: 'they say the same',
  narrower: 'one lies within the other',
  gloss: 'one qualifies the other; no conflict',
  differs: 'they differ, and nothing says that they speak of the same',
  contradicts: 'both cannot be',
} as const;

const relationOf = (nameOf: NameOf) => (pair: ValuePair) => ({
  field: pair.a.claim.field,
  kind: pair.relation,
  a: pair.a.claim.id,
  b: pair.b.claim.id,
  because: `${shownValue(pair.a.claim.value, nameOf)} / ${shownValue(pair.b.claim.value, nameOf)}: ${RELATION_BECAUSE[pair.relation]}`,
});

async function relatedTo(c: OpenCase, state: RecordState) {
  const page = await recordsReferring(c.database.db, c.secrets, { id: state.id, after: null });
  const nameOf = await namesAround(
    c.database.db,
    c.secrets,
    page.rows.map((row) => row.record.state),
  );
  return page.rows.map(({ record, as }) => ({
    id: record.state.id,
    kind: record.state.kind,
    title: titleOf(record.state, nameOf),
    as: as.join(', '),
  }));
}

/** How many held sources attest it by chains that share no voice: one source never gives more than one (a first, low count). */
function chainsOf(open: readonly ClaimState[]): number {
  const ends = new Map<string, Set<string>>();
  for (const { claim } of open) {
    const origin = claim.chain[0]?.to ?? 'own voice';
    for (const at of claim.attestedBy) ends.set(at.source, (ends.get(at.source) ?? new Set()).add(origin));
  }
  const origins = new Set<string>();
  let chains = 0;
  for (const [source, voices] of ends) {
    const fresh = [...voices]
      .map((voice) => (voice === 'own voice' ? source : voice))
      .find((voice) => !origins.has(voice));
    if (fresh === undefined) continue;
    origins.add(fresh);
    chains += 1;
  }
  return chains;
}
