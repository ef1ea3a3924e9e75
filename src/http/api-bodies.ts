/** What the page sends. Doors parse these with zod; the schema is tied to these types. */
import type { ClaimStatus, ClaimValue } from '../domain/claim.ts';
import type { HoldState, RecordKind } from '../domain/record.ts';
import type { Sensitivity } from '../domain/sensitivity.ts';
import type { Span } from '../domain/span.ts';

/** POST /api/proposals/:id/accept: `changes` turns it into an amendment; a field with value null is left out. */
export interface AcceptBody {
  readonly changes?:
    | readonly {
        readonly field: string;
        readonly value: ClaimValue | NamedIn | null;
        readonly words?: readonly Span[] | undefined;
      }[]
    | undefined;
}
/** A person that a proposal of the same text names, by the name it shows: recorded with what is accepted, unless it is already. */
export interface NamedIn {
  readonly kind: 'named';
  readonly proposal: string;
  readonly name: string;
}
/** POST /api/proposals/:id/reject */
export interface RejectBody {
  readonly reason?: string | undefined;
}
/** POST /api/records: a record by hand, from selected words. */
export interface RecordBody {
  readonly kind: RecordKind;
  readonly text: string;
  readonly fields: readonly {
    readonly field: string;
    readonly value: ClaimValue;
    readonly words: readonly { readonly start: number; readonly end: number }[];
  }[];
  readonly saidBy?: SaidBy | undefined;
}
/** The voice that says it, by person id or by name with the words that name it; none: the source's own voice. */
export type SaidBy =
  | { readonly person: string }
  | { readonly name: string; readonly words: { readonly start: number; readonly end: number } };
/** POST /api/claims on an existing record: the same as one field of RecordBody plus `record`. */
export interface ClaimBody {
  readonly record: string;
  readonly text: string;
  readonly field: string;
  readonly value: ClaimValue;
  readonly words: readonly { readonly start: number; readonly end: number }[];
  readonly saidBy?: SaidBy | undefined;
}
/** POST /api/claims/:id/status and /adopt */
export interface StatusBody {
  readonly record: string;
  readonly to: ClaimStatus;
  readonly reason: string;
}
export interface AdoptBody {
  readonly record: string;
  readonly reason: string;
}
/** POST /api/judgements */
export interface JudgeBody {
  readonly of: 'person' | 'source' | 'figure';
  readonly a: string;
  readonly b: string;
  readonly judgement: 'same' | 'not-same' | 'unsure';
  readonly reason: string;
}
/** POST /api/persons/:id/mark */
export interface MarkBody {
  readonly sensitivity: Sensitivity;
  readonly reason: string;
}
/** POST /api/cited/:id/hold */
export interface HoldBody {
  readonly state: HoldState;
  readonly source?: string | undefined;
  readonly reason?: string | undefined;
}
/** Every deed answers with its id, so that it can be taken back: POST /api/deeds/:id/take-back {reason}; POST /api/undo takes back the actor's last. */
export interface DeedDone {
  readonly deed: string;
  readonly record: string | null;
  readonly what: string;
}
