/** The shapes that the page gets and sends: types only. The page may import the `api-*.ts` files and nothing else of the server. */
import type { LinkKind } from '../domain/claim.ts';
import type { MarkRole } from '../domain/mark-role.ts';
import type { ProposalKind } from '../domain/proposal.ts';
import type { HoldState, RecordKind } from '../domain/record.ts';
import type { PageText } from '../domain/source.ts';
import type { Attestation, Span } from '../domain/span.ts';

/** Every error: what happened, what was kept, what to do; one sentence each. `kind` is the problem's. */
export interface ApiProblem {
  readonly kind: string;
  readonly happened: string;
  readonly toDo: string;
}

/** Keyset page: `next` goes back as `?after=`. At most 200 rows. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly total: number | null;
}

export interface JobView {
  readonly id: string;
  readonly kind: 'add' | 'read' | 'rebuild' | 'fsck' | 'release';
  readonly done: number;
  readonly total: number | null;
  readonly now: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly note: string | null;
}

/** GET /api/case */
export interface CaseHome {
  readonly name: string;
  readonly actor: string;
  readonly locked: boolean;
  readonly passphrase: boolean;
  readonly counts: {
    readonly sources: number;
    readonly unread: number;
    readonly duplicates: number;
    readonly waiting: number;
    readonly acts: number;
    readonly persons: number;
    readonly events: number;
    readonly statements: number;
    readonly figures: number;
    readonly proceedings: number;
    readonly interventions: number;
    readonly toSettle: number;
    readonly sought: number;
    readonly workNeeded: number;
    /** Items of the work list. */
    readonly work: number;
    readonly conflicts: number;
  };
  readonly ledger: { readonly deeds: number; readonly unanchored: number; readonly checkpointSize: number | null };
  readonly jobs: readonly JobView[];
}

/** GET /api/sources?after&q&state&sort */
export interface SourceRow {
  readonly id: string;
  /** Neutral: "Web article, 2022-01-11"; never the headline. */
  readonly name: string;
  readonly mediaType: string;
  readonly kind: string;
  readonly published: string | null;
  readonly language: string | null;
  readonly bytes: number;
  readonly places: number;
  readonly state: 'read' | 'unread' | 'queued';
  readonly unread: string | null;
  readonly text: string | null;
  readonly statements: number;
  readonly figures: number;
  readonly acts: number;
  readonly waiting: number;
  readonly takenAt: string;
}

/** GET /api/sources/:id */
export interface SourceDetail extends SourceRow {
  readonly title: string | null;
  readonly sha256: string;
  readonly foundAt: readonly { readonly place: string; readonly by: string; readonly at: string }[];
  readonly texts: readonly {
    readonly id: string;
    readonly tool: string;
    readonly version: string;
    readonly units: number;
    readonly at: string;
  }[];
  readonly custody: readonly HistoryLine[];
}

export interface HistoryLine {
  readonly deed: string;
  readonly n: number;
  readonly kind: string;
  readonly at: string;
  readonly by: string;
  /** In the field's words: "recorded count: more than 140". */
  readonly what: string;
  readonly reason: string | null;
  readonly takenBack: boolean;
}

export interface ChainLinkView {
  readonly kind: LinkKind;
  readonly name: string;
  readonly to: string | null;
  readonly hold: HoldState | null;
  readonly words: Attestation | null;
  readonly inferred: boolean;
}

export interface FieldView {
  readonly field: string;
  readonly value: string;
  readonly words: readonly Span[];
  readonly inferred: boolean;
}

/** A proposal or a record that came from this text: one note of the margin. */
export interface NoteView {
  /** Proposal id, or record id when it was recorded by hand. */
  readonly id: string;
  readonly kind: ProposalKind | RecordKind;
  readonly source: string;
  readonly text: string;
  readonly sourceName: string;
  readonly marks: readonly { readonly start: number; readonly end: number; readonly role: MarkRole }[];
  readonly anchors: readonly Span[];
  readonly summary: string;
  /** Why its words are covered until somebody asks for them: they stand in the headline, or tell of sexual violence. */
  readonly covered: 'headline' | 'sexual-violence' | null;
  readonly fields: readonly FieldView[];
  readonly chain: readonly ChainLinkView[];
  /** Which voice of the text (`TextView.voices`), null for the source's own voice. */
  readonly voice: string | null;
  readonly score: number | null;
  readonly why: readonly string[];
  /** `llm:MODEL@DIGEST` where a language model proposed it; null for the built-in reader and for records by hand. */
  readonly proposer: string | null;
  readonly state: 'waiting' | 'accepted' | 'amended' | 'rejected' | 'recorded' | 'read-differently';
  readonly record: string | null;
  readonly deed: string | null;
  readonly decidedBy: string | null;
  readonly relations: readonly {
    readonly kind: 'differs' | 'contradicts' | 'series';
    readonly with: string;
    readonly because: string;
  }[];
}

/** GET /api/texts/:id?from&to: at most 200,000 units of the text at a time, notes that start in that window. */
export interface TextView {
  readonly text: string;
  readonly source: SourceRow;
  readonly units: number;
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly title: Span | null;
  readonly furniture: readonly Span[];
  readonly voices: readonly { readonly key: string; readonly name: string }[];
  readonly notes: readonly NoteView[];
  readonly pages: readonly PageText[] | null;
  readonly language: string;
  /** The reader does not know the language and read only what needs no words. */
  readonly strange: boolean;
}
