import type { Count } from './count.ts';
import type { ActorName, ClaimId, DeedId, RecordId } from './ids.ts';
import type { Attestation } from './span.ts';

/** The value of one claim. Dates are EDTF strings; references are ids of records. */
export type ClaimValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'count'; readonly count: Count }
  | { readonly kind: 'when'; readonly edtf: string }
  | { readonly kind: 'record'; readonly record: RecordId };

export const LINK_KINDS = ['said-by', 'in-work', 'published-by', 'translated-by'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/**
 * One link of a chain, origin first. `to` is a person (a voice) or, for `in-work`, a cited source.
 * `words` are the words that name it; null only where a person recorded the link without them.
 */
export interface Link {
  readonly kind: LinkKind;
  readonly to: RecordId;
  readonly words: Attestation | null;
}

interface ClaimBase {
  readonly id: ClaimId;
  readonly record: RecordId;
  readonly field: string;
  readonly value: ClaimValue;
  /** From the origin voice to the held source; empty when the source says it in its own voice. */
  readonly chain: readonly Link[];
}

/** The atom of the register: record · field · value · the spans that attest it · chain (DESIGN rule 4: no naked value). */
export type Claim = ClaimBase &
  (
    | { readonly basis: 'words' | 'inferred'; readonly attestedBy: readonly [Attestation, ...Attestation[]] }
    | { readonly basis: 'finding'; readonly attestedBy: readonly []; readonly reason: string }
  );

export const CLAIM_STATUSES = ['recorded', 'work-needed', 'issue', 'withdrawn'] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** Where the status of a claim may go next. Nothing is deleted: withdrawal is a status too (MECHANICS, Status of claims). */
export const NEXT_STATUS = {
  recorded: ['work-needed', 'issue', 'withdrawn'],
  'work-needed': ['recorded', 'issue', 'withdrawn'],
  issue: ['recorded', 'work-needed', 'withdrawn'],
  withdrawn: ['recorded'],
} as const satisfies Record<ClaimStatus, readonly ClaimStatus[]>;

export const mayBecome = (from: ClaimStatus, to: ClaimStatus): boolean =>
  (NEXT_STATUS[from] as readonly ClaimStatus[]).includes(to);

/** Who decided something, when, in which deed. */
export interface Decision {
  readonly by: ActorName;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly deed: DeedId;
  readonly reason: string | null;
}

/** A claim as the fold leaves it. */
export interface ClaimState {
  readonly claim: Claim;
  readonly status: ClaimStatus;
  /** The deed that recorded it. */
  readonly recorded: Decision;
  /** The last decision about its status, if it is not the recording itself. */
  readonly changed: Decision | null;
  /** The finding by which the case holds this value. */
  readonly adopted: Decision | null;
  /** Why the fold itself asks for work: something it rests on was taken back. */
  readonly unsettled: string | null;
}
