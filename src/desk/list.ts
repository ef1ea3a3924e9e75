import { cellsOf, linkName, type Cell } from '../domain/cell.ts';
import type { Count } from '../domain/count.ts';
import { proposerOf, type Proposal, type ProposalKind, type ProposedField } from '../domain/proposal.ts';
import type { RecordKind, RecordState } from '../domain/record.ts';
import type { Attestation } from '../domain/span.ts';
import { proposalsPage } from '../storage/questions/proposals.ts';
import { recordsPage } from '../storage/questions/records.ts';
import { sourcesPage } from '../storage/questions/sources.ts';
import { namesAround } from './names.ts';
import type { OpenCase } from './open-case.ts';
import { sourceName } from './source-name.ts';

/** A record as the command line prints it: nothing but cells, and a person's marks. */
export interface ListedRecord {
  readonly id: string;
  readonly kind: RecordKind;
  readonly cells: readonly Cell[];
  readonly marks: { readonly sensitivity: string } | null;
  readonly hold: string | null;
}

/** Every record of a kind that people recorded. */
export async function* listRecords(c: OpenCase, kind: RecordKind): AsyncGenerator<ListedRecord> {
  for await (const { state, cells } of recordsWithCells(c, kind)) {
    yield {
      id: state.id,
      kind,
      cells,
      marks: state.mark === null ? null : { sensitivity: state.mark.sensitivity },
      hold: state.hold?.state ?? null,
    };
  }
}

export async function* recordsWithCells(
  c: OpenCase,
  kind: RecordKind,
): AsyncGenerator<{ state: RecordState; cells: Cell[] }> {
  let after: string | null = null;
  do {
    const page = await recordsPage(c.database.db, c.secrets, { kind, sort: 'title', after, filter: 'standing' });
    const nameOf = await namesAround(
      c.database.db,
      c.secrets,
      page.rows.map((row) => row.state),
    );
    for (const { state } of page.rows) yield { state, cells: cellsOf(state, nameOf) };
    after = page.next;
  } while (after !== null);
}

/** Every person's record, withdrawn ones too: a name that was recorded once may stand anywhere. */
export async function* listPersons(c: OpenCase): AsyncGenerator<RecordState> {
  let after: string | null = null;
  do {
    const page = await recordsPage(c.database.db, c.secrets, { kind: 'person', sort: 'title', after });
    for (const { state } of page.rows) yield state;
    after = page.next;
  } while (after !== null);
}

/** What is only read, in the same shape and marked so. */
export async function* listProposed(c: OpenCase, kind: ProposalKind) {
  for await (const { proposal, proposer } of waiting(c, kind)) {
    yield {
      id: proposal.id,
      kind,
      proposed: true,
      ...(proposer === null ? {} : { proposer }),
      cells: proposal.fields.map((field) => proposedCell(proposal, field)),
    };
  }
}

interface Waiting {
  readonly proposal: Proposal;
  /** The language model that proposed it; null for the built-in reader. */
  readonly proposer: string | null;
}

/** Proposals that wait for a person, in the order of the words. */
export async function* waiting(c: OpenCase, kind: ProposalKind | undefined): AsyncGenerator<Waiting> {
  let after: string | null = null;
  do {
    const page = await proposalsPage(c.database.db, { ...(kind === undefined ? {} : { kind }), waiting: true, after });
    for (const { proposal, reader } of page.rows) yield { proposal, proposer: proposerOf(reader) };
    after = page.next;
  } while (after !== null);
}

function proposedCell(proposal: Proposal, { field, value, spans, inferred }: ProposedField) {
  const attestedBy = spans.map((span): Attestation => ({ source: proposal.source, text: proposal.text, span }));
  const chain = proposal.chain.map((link) => linkName(link.kind, link.to.name));
  return {
    field,
    value: proposedValue(value),
    status: 'proposed',
    basis: inferred ? 'inferred' : 'words',
    finding: false,
    attestedBy,
    chain,
    decidedBy: null,
    deed: null,
  };
}

function proposedValue(value: ProposedField['value']): string | Count {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'code':
      return value.code;
    case 'when':
      return value.edtf;
    case 'count':
      return value.count;
    case 'named':
      return value.named.name;
    case 'proposal':
      return value.proposal;
  }
}

/** Every source with its custody; cells it has none. */
export async function* listSources(c: OpenCase) {
  let after: string | null = null;
  do {
    const page = await sourcesPage(c.database.db, { sort: 'place', after });
    for (const found of page.rows) {
      const { state } = found;
      const custody = {
        name: sourceName(found),
        sha256: state.sha256,
        bytes: state.bytes,
        mediaType: state.mediaType,
        unread: state.unread,
        foundAt: state.foundAt.map(({ place, decision }) => ({
          place,
          by: decision.by,
          at: decision.at,
          deed: decision.deed,
        })),
        texts: state.texts.map(({ id, tool, units }) => ({ id, tool: `${tool.name} ${tool.version}`, units })),
        published: found.published,
        language: found.language,
      };
      yield { id: state.id, kind: 'source', cells: [], custody };
    }
    after = page.next;
  } while (after !== null);
}
