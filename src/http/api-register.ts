/** The register, the figures desk, search and the ledger as the page gets them. */
import type { ClaimStatus, ClaimValue } from '../domain/claim.ts';
import type { Bounds } from '../domain/count.ts';
import type { HoldState, RecordKind } from '../domain/record.ts';
import type { Sensitivity } from '../domain/sensitivity.ts';
import type { Span } from '../domain/span.ts';
import type { ChainLinkView, HistoryLine, JobView, Page } from './api-types.ts';

/** GET /api/records?kind&after&q&sort&status */
export interface RecordRow {
  readonly id: string;
  readonly kind: RecordKind;
  readonly title: string;
  /** Column → what it shows: acts: violation, victim, when, where, said-by; persons: kind, role, sensitivity, count… */
  readonly columns: Readonly<Record<string, string>>;
  readonly conflicts: number;
  readonly work: number;
  readonly sources: number;
  /** Only read, not recorded (`?proposed=1`). */
  readonly proposed: boolean;
  /** The language model that proposed it; null for the built-in reader and for what is recorded. */
  readonly proposer: string | null;
}

export interface WordsView {
  readonly source: string;
  readonly sourceName: string;
  readonly text: string;
  readonly span: Span;
  /** A little of the text on either side. */
  readonly before: string;
  readonly after: string;
}

export interface CellView {
  readonly claim: string;
  readonly field: string;
  readonly value: string;
  readonly raw: ClaimValue;
  readonly bounds: Bounds | { readonly from: string; readonly to: string } | null;
  readonly status: ClaimStatus | 'conflict';
  readonly basis: 'words' | 'inferred' | 'finding';
  readonly reason: string | null;
  readonly words: readonly WordsView[];
  readonly chain: readonly ChainLinkView[];
  readonly adopted: { readonly by: string; readonly at: string; readonly reason: string } | null;
  readonly decidedBy: string;
  readonly at: string;
  readonly deed: string;
  readonly unsettled: string | null;
  /** Where the value is a record: its id, to go there. */
  readonly to: string | null;
}

/** GET /api/records/:id */
export interface RecordDetail {
  readonly id: string;
  readonly kind: RecordKind;
  /** One sentence in the manner of the act study: "A group of eleven servicemen died…". Parts without words are marked. */
  readonly lead: readonly { readonly text: string; readonly known: boolean }[];
  readonly cells: readonly CellView[];
  /** Fields of this kind that no words say yet. */
  readonly missing: readonly string[];
  readonly relations: readonly {
    readonly field: string;
    readonly kind: 'same' | 'narrower' | 'gloss' | 'differs' | 'contradicts';
    readonly a: string;
    readonly b: string;
    readonly because: string;
  }[];
  readonly related: readonly {
    readonly id: string;
    readonly kind: RecordKind;
    readonly title: string;
    readonly as: string;
  }[];
  readonly history: readonly HistoryLine[];
  readonly sensitivity: Sensitivity | null;
  readonly hold: HoldState | null;
  /** A cited work that is held: the source that it is. */
  readonly heldBy: { readonly source: string; readonly name: string } | null;
  readonly chains: number;
  readonly sought: number;
  readonly unsettled: string | null;
}

/** GET /api/figures */
export interface DeskFigureView {
  readonly id: string;
  readonly record: string | null;
  readonly proposal: string | null;
  readonly state: 'read' | 'recorded';
  readonly number: string;
  readonly comparator: string;
  readonly bounds: { readonly low: number; readonly high: number | null };
  readonly vague: boolean;
  readonly about: string;
  readonly unit: string;
  readonly ofWhom: string | null;
  readonly standing: string;
  readonly period: string | null;
  readonly asOf: string | null;
  readonly partOf: string | null;
  readonly sameAs: string | null;
  readonly voice: string;
  readonly voiceKey: string;
  readonly inferred: boolean;
  readonly chain: readonly ChainLinkView[];
  readonly words: WordsView;
}
export interface DeskPairView {
  readonly a: string;
  readonly b: string;
  readonly kind: 'differs' | 'contradicts';
  readonly because: readonly string[];
  readonly askNext: string | null;
  readonly judgement: 'same' | 'not-same' | 'unsure' | null;
}
export interface FiguresDesk {
  readonly figures: readonly DeskFigureView[];
  readonly pairs: readonly DeskPairView[];
  readonly series: readonly { readonly figures: readonly string[]; readonly because: string }[];
  readonly capped: boolean;
}

/** GET /api/work: what waits, each with what to do. */
export interface WorkItem {
  readonly id: string;
  readonly kind: 'get-it' | 'work-needed' | 'issue' | 'conflict' | 'unread' | 'unsettled';
  readonly title: string;
  readonly toDo: string;
  readonly record: string | null;
  readonly source: string | null;
  readonly words: WordsView | null;
}

/** GET /api/search?q */
export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  readonly capped: boolean;
}
export interface SearchHit {
  readonly in: 'text' | 'statement' | 'name' | 'act';
  readonly words: WordsView | null;
  readonly record: string | null;
  readonly title: string;
  readonly score: number;
}

/** GET /api/ledger?after */
export interface LedgerView {
  readonly deeds: Page<HistoryLine>;
  readonly size: number;
  readonly root: string;
  readonly checkpoint: { readonly size: number; readonly note: string } | null;
  readonly unanchored: number;
  readonly fsck: {
    readonly at: string;
    readonly ok: boolean;
    readonly problems: readonly { readonly kind: string; readonly where: string; readonly what: string }[];
  } | null;
}

/** GET /api/events: server-sent; `event: change` when the case moved, `event: job` with a JobView. */
export type ServerEvent =
  | { readonly kind: 'change'; readonly deeds: number }
  | { readonly kind: 'job'; readonly job: JobView };
