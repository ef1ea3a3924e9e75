import type { Entity, Mention, ReadAct, ReadFigure, ReadStatement, ReadWork } from '../domain/reading.ts';
import type { Span } from '../domain/span.ts';
import type { Words } from './model/words.ts';

/**
 * What the passes hand to each other. A pass is a pure function of the view and of earlier passes' results; it returns
 * spans that hold their words and say why. A trained engine replaces the inside of a pass, never these shapes.
 */

export type TokenShape = 'lower' | 'title' | 'upper' | 'mixed' | 'number' | 'mark';

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly shape: TokenShape;
}

export type BlockKind = 'title' | 'heading' | 'paragraph' | 'comment' | 'furniture';

/** A run of text between line breaks, and what it is on the page. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly kind: BlockKind;
  readonly why: string;
}

export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** Index into `View.blocks`. */
  readonly block: number;
  /** Range of token indexes `[firstToken, lastToken)`. */
  readonly firstToken: number;
  readonly lastToken: number;
}

/** The text as the passes see it. Offsets are those of the text itself: nothing is normalised. Furniture has no sentences. */
export interface View {
  readonly text: string;
  readonly language: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  /** What models know of each token, hashed once. */
  readonly words: Words;
  readonly title: Span | null;
  readonly published: { readonly date: string; readonly span: Span } | null;
  /** EDTF date that relative dates are counted from: the text's own, else the one given with it. */
  readonly publishedDate: string | null;
}

/**
 * Pass: what each token is in its sentence; all columns are aligned with `View.tokens`. Only English has models: elsewhere,
 * and outside of sentences, classes, tags and relations are 0 and heads are -1.
 */
export interface Syntax {
  /** Those of the view. */
  readonly words: Words;
  /** Word class from unlabelled text, 1-255; 0 unknown. */
  readonly classes: Uint8Array;
  /** Index into `FINE_TAGS` (syntax/tagset.ts): a part of speech and its form; 0 where nothing is known. */
  readonly forms: Uint8Array;
  /** Index into `UPOS` (syntax/tagset.ts). */
  readonly tags: Uint8Array;
  /** Index of the head token; -1 for a root. */
  readonly heads: Int32Array;
  /** Index into `RELATIONS` (syntax/tagset.ts). */
  readonly relations: Uint8Array;
}

/** Pass: persons, bodies, groups, places, roles, dates; names of one thing joined within the text. */
export interface Names {
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
}

export type QuoteRole = 'speech' | 'term';

/** A pair of quote marks. `inner` is without the marks; `close` is null where the text never closes it. */
export interface Quote {
  readonly open: Span;
  readonly close: Span | null;
  readonly inner: Span;
  /** 0 for the outermost. */
  readonly depth: number;
  readonly role: QuoteRole;
  readonly why: string;
}

/** Pass: statements with their voices, chains (`via`), and the works the text cites. */
export interface Said {
  readonly statements: readonly ReadStatement[];
  readonly works: readonly ReadWork[];
}

export type SyntaxPass = (view: View) => Syntax;
export type NamesPass = (view: View) => Names;
export type QuotesPass = (view: View) => readonly Quote[];
export type SaidPass = (view: View, names: Names, quotes: readonly Quote[], syntax: Syntax) => Said;
export type FiguresPass = (view: View, names: Names, said: Said) => readonly ReadFigure[];
export type ActsPass = (
  view: View,
  earlier: { readonly names: Names; readonly said: Said; readonly syntax: Syntax },
) => readonly ReadAct[];
