import { createHash } from 'node:crypto';
import { proposalId, type ProposalId, type TextId } from '../../domain/ids.ts';
import type { Proposal, ProposedValue } from '../../domain/proposal.ts';
import { assertNever } from '../../kit/assert-never.ts';
import { base32 } from '../../kit/base32.ts';
import { canonicalJson, type Json } from '../../kit/canonical-json.ts';

/** 128 bits. */
const BYTES = 16;

export type Unnamed = Omit<Proposal, 'id' | 'source' | 'text'>;

/**
 * A hash of text, kind, sorted anchors and proposed values, without score, why or reader version: the same words read alike
 * give the same proposal (MECHANICS, Readings and proposals; SPEC P1).
 */
export function proposalIdOf(text: TextId, proposal: Unnamed): ProposalId {
  const anchors = proposal.anchors
    .map(({ start, end }) => [start, end] as const)
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const values: Json = proposal.fields.map(({ field, value }) => [field, valueJson(value)]);
  const more: Json = {
    perpetrators: proposal.perpetrators.map(({ key }) => key),
    chain: proposal.chain.map(({ kind, to }) => [kind, to.key]),
  };
  const json = canonicalJson({ text, kind: proposal.kind, anchors, values, more });
  return proposalId(`prp_${base32(createHash('sha256').update(json, 'utf8').digest().subarray(0, BYTES))}`);
}

function valueJson(value: ProposedValue): Json {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'code':
      return value.code;
    case 'count':
      return { ...value.count };
    case 'when':
      return value.edtf;
    case 'named':
      return { key: value.named.key, name: value.named.name };
    case 'proposal':
      return value.proposal;
    default:
      return assertNever(value);
  }
}
