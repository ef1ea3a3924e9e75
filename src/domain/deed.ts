import type { Claim, ClaimStatus } from './claim.ts';
import type { ActorName, ClaimId, DeedId, ProposalId, RecordId, SourceId, TextId } from './ids.ts';
import type { ProposalKind } from './proposal.ts';
import type { HoldState, RecordKind } from './record.ts';
import type { Audience, Sensitivity } from './sensitivity.ts';
import type { Attestation } from './span.ts';

export const DEED_KINDS = [
  'open',
  'member',
  'ingest',
  'found-again',
  'derive',
  'accept',
  'record',
  'reject',
  'status',
  'adopt',
  'judge',
  'mark',
  'hold',
  'take-back',
  'read',
  'release',
] as const;
/** Closed (MECHANICS, Deeds and the fold). Time stamps, erasure and errata come as new kinds. */
export type DeedKind = (typeof DEED_KINDS)[number];

export const PAYLOAD_SCHEMA = 1;

export interface MadeRecord {
  readonly id: RecordId;
  readonly kind: RecordKind;
  /** `nam_` + hash of text and name key: the person or work as one text names it; the same key finds the same record. */
  readonly named: string | null;
}
export interface Mark {
  readonly person: RecordId;
  readonly sensitivity: Sensitivity;
}

export interface Open {
  readonly kind: 'open';
  readonly name: string;
}
/** A member's public key (Ed25519, hex), before the first deed under that name. */
export interface Member {
  readonly kind: 'member';
  readonly name: ActorName;
  readonly publicKey: string;
}
/** Bytes taken into custody. `blob` is the vault's name for them; `foundAt` where they were found, as given. */
export interface Ingest {
  readonly kind: 'ingest';
  readonly source: SourceId;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly blob: string;
  readonly foundAt: string;
}
/** The same bytes found at a second place. */
export interface FoundAgain {
  readonly kind: 'found-again';
  readonly source: SourceId;
  readonly foundAt: string;
}
export interface Tool {
  readonly name: string;
  readonly version: string;
  readonly options: string;
}
/** A text read out of a source, or the reason why none could be. */
export type Derive = { readonly kind: 'derive'; readonly source: SourceId; readonly tool: Tool } & (
  | {
      readonly text: TextId;
      readonly sha256: string;
      readonly units: number;
      readonly blob: string;
      /** Vault name of the page map (pages and rectangles), where the source has them. */
      readonly pages: string | null;
      readonly title: string | null;
    }
  | { readonly text: null; readonly unread: string }
);
/** One decision that makes records and claims: from a proposal (`accept`) or by hand from selected words (`record`). */
export interface Recording {
  readonly kind: 'accept' | 'record';
  readonly proposal: ProposalId | null;
  readonly reader: string | null;
  /** The words the proposal was about; none where there was no proposal. */
  readonly anchors: readonly Attestation[];
  readonly made: readonly MadeRecord[];
  readonly claims: readonly Claim[];
  readonly marks: readonly Mark[];
  /** Where a person changed what was proposed: the summary of the proposed values, beside the recorded ones. */
  readonly amended: string | null;
}
/**
 * The record a recording is about: the one an acceptance made first, or its first claim belongs to; by hand, the one its last
 * claim belongs to, for a voice named on the way is made, and its name recorded, before the claims that it says.
 */
export const mainRecordOf = ({ kind, made, claims }: Recording): RecordId | null =>
  (kind === 'record' ? claims.at(-1)?.record : (made[0]?.id ?? claims[0]?.record)) ?? null;
/** `of` and `reader` keep what was read alike from being asked again after a better reader comes (MECHANICS, Readings). */
export interface Reject {
  readonly kind: 'reject';
  readonly proposal: ProposalId;
  readonly of: ProposalKind;
  readonly reader: string;
  readonly anchors: readonly Attestation[];
  readonly reason: string | null;
}
export interface SetStatus {
  readonly kind: 'status';
  readonly record: RecordId;
  readonly claim: ClaimId;
  readonly to: ClaimStatus;
  readonly reason: string;
}
export interface Adopt {
  readonly kind: 'adopt';
  readonly record: RecordId;
  readonly claim: ClaimId;
  readonly reason: string;
}
export const JUDGEMENTS = ['same', 'not-same', 'unsure'] as const;
export type JudgementOf = 'person' | 'source' | 'figure';
/** Two persons, sources or figures compared by a person. For figures `a` and `b` may be records or proposals. */
export interface Judge {
  readonly kind: 'judge';
  readonly of: JudgementOf;
  readonly a: string;
  readonly b: string;
  readonly judgement: (typeof JUDGEMENTS)[number];
  readonly reason: string;
}
export interface MarkPerson {
  readonly kind: 'mark';
  readonly person: RecordId;
  readonly sensitivity: Sensitivity;
  readonly reason: string;
}
export interface Hold {
  readonly kind: 'hold';
  readonly cited: RecordId;
  readonly state: HoldState;
  readonly source: SourceId | null;
  readonly reason: string | null;
}
export interface TakeBack {
  readonly kind: 'take-back';
  readonly deed: DeedId;
  readonly reason: string;
}
/** Bytes of an original left the program. */
export interface ReadOriginal {
  readonly kind: 'read';
  readonly source: SourceId;
  readonly how: 'download' | 'page';
}
export interface Release {
  readonly kind: 'release';
  readonly profile: string;
  readonly audience: Audience;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly withheld: number;
}

export type DeedPayload =
  | Open
  | Member
  | Ingest
  | FoundAgain
  | Derive
  | Recording
  | Reject
  | SetStatus
  | Adopt
  | Judge
  | MarkPerson
  | Hold
  | TakeBack
  | ReadOriginal
  | Release;

/** A deed as the fold sees it: the payload with who and when. `n` is its number in the ledger, from 0. */
export interface Deed {
  readonly n: number;
  readonly id: DeedId;
  readonly actor: ActorName;
  /** UTC, ISO 8601 with milliseconds. */
  readonly at: string;
  readonly payload: DeedPayload;
}

/** What an actor wants to be done; number, id, time and signature come with the append. */
export interface Draft {
  readonly actor: ActorName;
  readonly payload: DeedPayload;
}
