import type { RecordKind } from '../domain/record.ts';
import { PROPOSAL_KINDS, proposerOf, type ProposedField } from '../domain/proposal.ts';
import { countWords } from '../domain/count.ts';
import { proposalsPage, type FoundProposal } from '../storage/questions/proposals.ts';
import type { OpenCase } from './open-case.ts';

/** One page of what is only read, as rows of the same table. */
export async function proposedRows(c: OpenCase, kind: RecordKind, after: string) {
  const known = PROPOSAL_KINDS.find((each) => each === kind);
  if (known === undefined) return { rows: [], next: null, total: null };
  const page = await proposalsPage(c.database.db, { kind: known, waiting: true, after: after === '' ? null : after });
  return {
    rows: page.rows.map(proposedRow),
    next: page.next === null ? null : `p${page.next}`,
    total: null,
  };
}

function proposedRow({ proposal, reader }: FoundProposal) {
  const columns: Record<string, string> = {};
  for (const field of proposal.fields)
    columns[field.field] = [columns[field.field], proposedValue(field)]
      .filter((part) => part !== undefined)
      .join(' · ');
  const origin = proposal.chain[0];
  if (origin !== undefined) columns['said-by'] = origin.to.name;
  return {
    id: proposal.id as string,
    kind: proposal.kind,
    title: proposal.summary,
    columns,
    conflicts: 0,
    work: 0,
    sources: 1,
    proposed: true,
    proposer: proposerOf(reader),
  };
}

/** A proposed value as people read it. */
export function proposedValue({ value, spans }: ProposedField): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'code':
      return value.code;
    case 'count':
      return countWords(value.count);
    case 'when':
      return value.edtf;
    case 'named':
      return value.named.name;
    case 'proposal':
      return spans[0].text;
  }
}
