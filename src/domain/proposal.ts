import type { LinkKind } from './claim.ts';
import type { Count } from './count.ts';
import type { ProposalId, SourceId, TextId } from './ids.ts';
import type { RecordKind } from './record.ts';
import type { Capacity } from './sensitivity.ts';
import type { Span } from './span.ts';

/** What the reader can propose: some of the kinds of record. */
export const PROPOSAL_KINDS = [
  'person',
  'act',
  'statement',
  'figure',
  'cited-source',
] as const satisfies readonly RecordKind[];
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** A person, body, group or work as one text names it: accepting makes a record of it unless this text already has one. */
export interface NamedHere {
  /** Local to the text; the same key in two proposals of one text is the same person or work. */
  readonly key: string;
  readonly kind: 'person' | 'cited-source';
  readonly name: string;
  readonly personKind: 'individual' | 'group' | 'body' | null;
  readonly capacity: Capacity;
  readonly count: Count | null;
  readonly span: Span;
}

export type ProposedValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'count'; readonly count: Count }
  | { readonly kind: 'when'; readonly edtf: string }
  | { readonly kind: 'named'; readonly named: NamedHere }
  /** Another proposal of the same text (a figure this one is part of). */
  | { readonly kind: 'proposal'; readonly proposal: ProposalId };

export interface ProposedField {
  readonly field: string;
  readonly value: ProposedValue;
  readonly spans: readonly [Span, ...Span[]];
  /** Carried over from other words than the record's own. */
  readonly inferred: boolean;
}

export interface ProposedLink {
  readonly kind: LinkKind;
  readonly to: NamedHere;
  readonly inferred: boolean;
}

/** What the name of a reader begins with that is a language model and not the built-in one: `llm:MODEL@DIGEST`. */
export const MODEL_PREFIX = 'llm:';

/** The language model that a reader's name stands for; null for the built-in reader. */
export const proposerOf = (reader: string): string | null => (reader.startsWith(MODEL_PREFIX) ? reader : null);

/** A machine's suggestion of one record with its claims; lives apart from the register until a person decides. */
export interface Proposal {
  readonly id: ProposalId;
  readonly kind: ProposalKind;
  readonly source: SourceId;
  readonly text: TextId;
  /** The words it is about; the first is where it is shown. */
  readonly anchors: readonly [Span, ...Span[]];
  readonly fields: readonly ProposedField[];
  /** Acts: who did it, each becoming an involvement. */
  readonly perpetrators: readonly NamedHere[];
  /** Origin first; empty when the text says it in its own voice. */
  readonly chain: readonly ProposedLink[];
  readonly summary: string;
  readonly score: number;
  readonly why: readonly string[];
}
