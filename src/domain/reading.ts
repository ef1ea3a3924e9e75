import type { Span } from './span.ts';
import type { About, Comparator, MentionKind, Modality, Standing, Unit, Violation, VoiceManner } from './vocabulary.ts';

/** One reading of a text: the output of `actum read` (shape fixed by the contract). Ids are local to the reading. */
export interface Reading {
  readonly id: string;
  readonly textSha256: string;
  /** ISO 639-1, or `und`. */
  readonly language: string;
  readonly title: Span | null;
  readonly published: { readonly date: string; readonly span: Span } | null;
  readonly furniture: readonly Span[];
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly statements: readonly ReadStatement[];
  readonly figures: readonly ReadFigure[];
  readonly acts: readonly ReadAct[];
  readonly positions: readonly Position[];
  readonly works: readonly ReadWork[];
  readonly document: DocumentSummary;
  readonly reader: {
    readonly version: string;
    readonly grammar: Grammar;
    readonly models: Readonly<Record<string, string>>;
  };
}

/**
 * What read a text: rules of English word order, rules of endings (Russian), or marks and figures alone: the reader does not
 * know the language and proposes only what needs no words.
 */
export type Grammar = 'english' | 'inflected' | 'marks';

export interface Mention {
  readonly id: string;
  readonly kind: MentionKind;
  readonly span: Span;
  readonly entity: string | null;
  readonly value: string | null;
}
export interface Entity {
  readonly id: string;
  readonly kind: MentionKind;
  readonly name: string;
  readonly variants: readonly string[];
  /** A reader who comments under an article: a voice, never a person of the register by default. */
  readonly commenter: boolean;
}
export interface ReadStatement {
  readonly id: string;
  readonly content: readonly Span[];
  readonly cue: Span | null;
  readonly source: Span | null;
  readonly sourceName: string | null;
  readonly voice: VoiceManner;
  /** Intermediate voices and works, nearest to the origin first. */
  readonly via: readonly Span[];
  readonly score: number;
  readonly why: readonly string[];
}
export interface ReadFigure {
  readonly id: string;
  readonly span: Span;
  readonly number: Span;
  readonly value: number | null;
  readonly comparator: Comparator;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: Unit;
  readonly about: About;
  readonly subsetOf: string | null;
  readonly sameAs: string | null;
  readonly assertedBy: Span | 'author';
  readonly inferred: boolean;
  readonly via: readonly Span[];
  readonly of: Span | null;
  readonly standing: Standing;
  readonly period: string | null;
  readonly asOf: string | null;
  readonly place: Span | null;
  readonly why: readonly string[];
}
export interface ReadAct {
  readonly id: string;
  readonly violation: Violation;
  readonly trigger: Span;
  readonly victims: readonly Span[];
  readonly perpetrators: readonly Span[];
  readonly targets: readonly Span[];
  readonly means: readonly Span[];
  readonly place: Span | null;
  readonly time: Span | null;
  readonly assertedBy: Span | 'author';
  readonly modality: Modality;
  readonly score: number;
  readonly why: readonly string[];
}
export interface Position {
  readonly question: string;
  readonly voice: Span;
  readonly stance: 'for' | 'against' | 'unsure';
  readonly evidence: readonly Span[];
}
/** A work that the text cites: a document, a video, a report; it is sought until it is held. */
export interface ReadWork {
  readonly id: string;
  /** Every place where the text names it, fullest first. */
  readonly spans: readonly [Span, ...Span[]];
  readonly title: string;
  /** A number or name that would find it: "2207", "Law No. 12"; null when the words give none. */
  readonly identifier: string | null;
  readonly published: { readonly date: string; readonly span: Span } | null;
  readonly why: readonly string[];
}
export interface DocumentSummary {
  readonly violations: readonly string[];
  readonly victims: readonly {
    readonly name: string | null;
    readonly sex: string | null;
    readonly ageGroup: string | null;
    readonly kind: readonly string[];
  }[];
  readonly perpetratorTypes: readonly string[];
  readonly country: string | null;
  readonly region: string | null;
  readonly city: string | null;
  readonly date: { readonly year: number | null; readonly month: number | null; readonly day: number | null };
}
