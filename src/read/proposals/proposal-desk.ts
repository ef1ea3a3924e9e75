import type { SourceId, TextId } from '../../domain/ids.ts';
import type { Mention, Reading, ReadStatement } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import type { Namer } from './named-here.ts';
import { SentenceWords } from './sentence-words.ts';
import { SpanIndex } from '../text/span-index.ts';

export interface ProposeAt {
  readonly source: SourceId;
  readonly text: TextId;
  /** The whole text, so that a value is attested by the sentence that says it. */
  readonly textWords: string;
}

/** A reading laid out for lookups, so that proposing stays linear in it. */
export interface Desk {
  readonly reading: Reading;
  readonly at: ProposeAt;
  readonly namer: Namer;
  readonly words: SentenceWords;
  readonly dates: SpanIndex<Mention>;
  readonly contents: SpanIndex<{ readonly statement: ReadStatement; readonly span: Span }>;
  /** The words that name each person, by entity. */
  readonly personSpans: ReadonlyMap<string, readonly Span[]>;
}

export function deskOf(reading: Reading, at: ProposeAt, namer: Namer): Desk {
  const personSpans = new Map<string, Span[]>();
  for (const { kind, entity, span } of reading.mentions) {
    if (kind !== 'person' || entity === null) continue;
    const spans = personSpans.get(entity);
    if (spans === undefined) personSpans.set(entity, [span]);
    else spans.push(span);
  }
  return {
    reading,
    at,
    namer,
    words: new SentenceWords(at.textWords),
    dates: new SpanIndex(
      reading.mentions.filter((mention) => mention.kind === 'date' && mention.value !== null),
      ({ span }) => span,
    ),
    contents: new SpanIndex(
      reading.statements.flatMap((statement) => statement.content.map((span) => ({ statement, span }))),
      ({ span }) => span,
    ),
    personSpans,
  };
}
