import type { Reading } from '../../domain/reading.ts';
import { overlaps, type Span } from '../../domain/span.ts';
import { SentenceWords } from '../proposals/sentence-words.ts';
import { SpanIndex } from '../text/span-index.ts';
import { answerOf, type Kind } from './answer.ts';
import { PieceWords } from './find-words.ts';
import type { Piece } from './pieces.ts';
import { actOf, figureOf, statementOf } from './take-items.ts';
import { Taking, type Refusal } from './taking.ts';

/** What was found beside a reading, in the reading's shapes. */
export type Beside = Pick<Reading, 'statements' | 'figures' | 'acts'>;

export type Refused = Readonly<Partial<Record<Refusal, number>>>;

/** What came of a model's answers about one text. */
export interface Grounded {
  readonly found: Beside;
  readonly refused: Refused;
  /** How many the reading, or the model itself, had said already. */
  readonly known: number;
}

type Found = { readonly [List in keyof Beside]: Beside[List][number][] };

/**
 * Lets through what a model says of a text only in words of that text, and only what its reading does not have at these
 * words (SPEC E61–E63). Whatever the answer, nothing is thrown.
 */
export class Gate {
  readonly #text: string;
  readonly #language: string;
  readonly #sentences: SentenceWords;
  /** Dates, and works named by a number. */
  readonly #uncounted: SpanIndex<Span>;
  /** Where the reading, and what was taken, speak of something of each kind. */
  readonly #read: Readonly<Record<Kind, SpanIndex<Span>>>;
  readonly #found: Found = { statements: [], figures: [], acts: [] };
  readonly #refused: Partial<Record<Refusal, number>> = {};
  #known = 0;

  constructor(text: string, reading: Reading) {
    this.#text = text;
    this.#language = reading.language;
    this.#sentences = new SentenceWords(text);
    this.#uncounted = index([
      ...reading.mentions.filter(({ kind }) => kind === 'date').map(({ span }) => span),
      ...reading.works.filter(({ identifier }) => identifier !== null).flatMap(({ spans }) => spans),
    ]);
    this.#read = {
      statement: index(reading.statements.flatMap(({ content }) => content)),
      figure: index(reading.figures.map(({ span }) => span)),
      act: index(reading.acts.map(({ trigger }) => trigger)),
    };
  }

  /** What a model answered about one piece. */
  take(piece: Piece, content: string): void {
    const answer = answerOf(content);
    if (answer === null) return this.#refuse('no-answer');
    const { statements, figures, acts } = this.#found;
    const words = new PieceWords(this.#text, piece);
    const fresh = (): Taking => new Taking(words, this.#sentences);
    const counts = ({ start, end }: Span): boolean => this.#uncounted.touching(start, end).length === 0;
    const at = { text: this.#text, language: this.#language, counts };
    this.#put(
      answer.statement.map((item) => item && statementOf(item, fresh(), this.#text)),
      { kind: 'statement', into: statements, anchorOf: ({ content: [first] }) => first },
    );
    this.#put(
      answer.figure.map((item) => item && figureOf(item, fresh(), at)),
      { kind: 'figure', into: figures, anchorOf: ({ span }) => span },
    );
    this.#put(
      answer.act.map((item) => item && actOf(item, fresh())),
      { kind: 'act', into: acts, anchorOf: ({ trigger }) => trigger },
    );
  }

  #refuse(why: Refusal): void {
    this.#refused[why] = (this.#refused[why] ?? 0) + 1;
  }

  #put<Of extends object>(items: readonly (Of | Refusal | null)[], { kind, into, anchorOf }: Shelf<Of>): void {
    const before = into.length;
    for (const item of items) {
      if (item === null || typeof item === 'string') {
        this.#refuse(item ?? 'not-the-form');
        continue;
      }
      const anchor = anchorOf(item);
      if (anchor === undefined) continue;
      const read = this.#read[kind].touching(anchor.start, anchor.end).length > 0;
      const again = into.slice(before).some((own) => overlaps(anchorOf(own) ?? anchor, anchor));
      if (read || again) this.#known += 1;
      else into.push(item);
    }
  }

  grounded(): Grounded {
    return { found: this.#found, refused: this.#refused, known: this.#known };
  }
}

/** A reading with what a model found behind its own: the ids and the reasons say which is which. */
export function readingBeside(reading: Reading, { statements, figures, acts }: Beside, proposer: string): Reading {
  const told = <Item extends { readonly why: readonly string[] }>(items: readonly Item[]): Item[] =>
    items.map((item) => ({ ...item, why: [proposer, ...item.why] }));
  return {
    ...reading,
    statements: [...reading.statements, ...told(statements)],
    figures: [...reading.figures, ...told(figures)],
    acts: [...reading.acts, ...told(acts)],
    reader: { ...reading.reader, models: { ...reading.reader.models, proposer } },
  };
}

interface Shelf<Of> {
  readonly kind: Kind;
  readonly into: Of[];
  readonly anchorOf: (item: Of) => Span | undefined;
}

const index = (spans: readonly Span[]): SpanIndex<Span> => new SpanIndex(spans, (span) => span);
