import type { Count } from '../../domain/count.ts';
import type { NamedHere } from '../../domain/proposal.ts';
import type { Entity, Mention, Reading, ReadWork } from '../../domain/reading.ts';
import { covers, overlaps, type Span } from '../../domain/span.ts';
import type { Capacity } from '../../domain/sensitivity.ts';
import type { PersonKind } from '../../domain/vocabulary.ts';
import { fold } from '../../kit/fold.ts';
import { nounWords } from '../figures/noun-words.ts';
import { SpanIndex } from '../text/span-index.ts';
import { tokensOf } from '../text/tokens.ts';
import { wordsOfAll } from '../language-data.ts';
import { headMention } from '../names/voice.ts';

/** From the capacity that guards most to the one that guards least: a name that comes in two keeps the first. */
const GUARDS: readonly Capacity[] = [
  'minor',
  'victim-of-sexual-violence',
  'victim',
  'accused',
  'commenter',
  'other',
  'official',
  'body',
  'group',
];

const KIND_OF = {
  person: 'individual',
  organization: 'body',
  group: 'group',
  role: 'individual',
  place: 'body',
  date: null,
} as const satisfies Record<Mention['kind'], PersonKind | null>;

/**
 * Who and what one text names, under keys that are the same wherever the text speaks of the same (SPEC P2): the entity of the
 * reading where there is one, else the folded words.
 */
export class Namer {
  readonly #reading: Reading;
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #works: SpanIndex<{ readonly work: ReadWork; readonly span: Span }>;
  readonly #mentions: SpanIndex<Mention>;
  readonly #counts: SpanIndex<{ readonly count: Count; readonly span: Span }>;
  readonly #capacities = new Map<string, Capacity>();
  /** By where a voice's words begin, the name they stand for. */
  readonly #voiceNames = new Map<number, string>();
  /** By name, the first words that say it. */
  readonly #named = new Map<string, Span>();

  constructor(reading: Reading, counts: readonly { readonly count: Count; readonly span: Span }[]) {
    this.#reading = reading;
    this.#entities = new Map(reading.entities.map((entity) => [entity.id, entity]));
    this.#works = new SpanIndex(
      reading.works.flatMap((work) => work.spans.map((span) => ({ work, span }))),
      ({ span }) => span,
    );
    this.#mentions = new SpanIndex(reading.mentions, ({ span }) => span);
    this.#counts = new SpanIndex(counts, ({ span }) => span);
    for (const { source, sourceName } of reading.statements) {
      if (source === null || sourceName === null) continue;
      this.#voiceNames.set(source.start, sourceName);
      if (!isPronoun(source)) this.#addName(sourceName, source);
    }
    for (const { entity, span } of reading.mentions) {
      const name = entity === null ? undefined : this.#entities.get(entity)?.name;
      if (name !== undefined && !isPronoun(span)) this.#addName(name, span);
    }
  }

  #addName(name: string, span: Span): void {
    if (!this.#named.has(name)) this.#named.set(name, span);
  }

  /** The first words of the text that name somebody so. */
  wordsFor(name: string): Span | null {
    return this.#named.get(name) ?? null;
  }

  /** The words that name whom a speaking pronoun stands for; other words stand for themselves. */
  #standsFor(span: Span): Span {
    const name = isPronoun(span) ? this.#voiceNames.get(span.start) : undefined;
    return (name === undefined ? null : this.wordsFor(name)) ?? span;
  }

  /** Remembers in what quality the words name somebody, before anything is proposed. */
  note(span: Span, capacity: Capacity): void {
    const key = this.#keyOf(this.#standsFor(span));
    if (key === null) return;
    const known = this.#capacities.get(key);
    if (known === undefined || GUARDS.indexOf(capacity) < GUARDS.indexOf(known)) this.#capacities.set(key, capacity);
  }

  work(work: ReadWork): NamedHere {
    return {
      key: `work ${work.id}`,
      kind: 'cited-source',
      name: work.title,
      personKind: null,
      capacity: 'other',
      count: null,
      span: work.spans[0],
    };
  }

  workAt(span: Span): ReadWork | null {
    return this.#works.touching(span.start, span.end)[0]?.work ?? null;
  }

  /** Whether words name the makers of a work and not the work itself: "the authors of the document". */
  isMadeBy(span: Span): boolean {
    const [first] = this.#works.touching(span.start, span.end);
    return first !== undefined && MAKERS.test(span.text.slice(0, Math.max(0, first.span.start - span.start)));
  }

  /** The person, body or group that words name; null for a pronoun that stands for nobody known. */
  person(span: Span): NamedHere | null {
    const words = this.#standsFor(span);
    const key = this.#keyOf(words);
    if (key === null) return null;
    const entity = this.entityAt(words);
    const personKind = this.#kindOf(words, entity);
    const count = personKind === 'group' ? (this.#countAt(words) ?? null) : null;
    return {
      key,
      kind: 'person',
      name: entity?.name ?? words.text,
      personKind,
      capacity: this.#capacityOf(key, personKind, entity),
      count,
      span,
    };
  }

  /** Who speaks. A pronoun that stands for nobody known is a voice of its own each time: never the source's own voice. */
  voice(span: Span): NamedHere {
    return (
      this.person(span) ?? {
        key: `unnamed ${span.start}`,
        kind: 'person',
        name: span.text,
        personKind: 'individual',
        capacity: 'other',
        count: null,
        span,
      }
    );
  }

  entityAt(span: Span): Entity | null {
    const id =
      headMention(span, this.#reading)?.entity ??
      this.#mentions.touching(span.start, span.end).find((mention) => covers(mention.span, span))?.entity ??
      null;
    const entity = id === null ? undefined : this.#entities.get(id);
    return entity === undefined || entity.kind === 'place' || entity.kind === 'date' ? null : entity;
  }

  #keyOf(span: Span): string | null {
    const counted = this.#countAt(span);
    const entity = counted === undefined ? this.entityAt(span) : null;
    if (entity !== null) return entity.id;
    return isPronoun(span) ? null : `words ${bare(span)}`;
  }

  #countAt(span: Span): Count | undefined {
    return this.#counts.touching(span.start, span.end).find((counted) => overlaps(counted.span, span))?.count;
  }

  #kindOf(span: Span, entity: Entity | null): PersonKind {
    if (this.#countAt(span) !== undefined) return 'group';
    if (entity !== null) return KIND_OF[entity.kind] ?? 'body';
    const head = tokensOf(span.text.split(/\s(?:of|from|in|at|for)\s|,/u)[0] ?? span.text).at(-1);
    if (head === undefined) return 'individual';
    const words = nounWords(this.#reading.language);
    const plural =
      words.is.personPlurals.has(head.lower) || (head.lower.endsWith('s') && words.unitOf(head, false) === 'person');
    if (plural) return 'group';
    if (headMention(span, this.#reading)?.kind === 'role') return 'individual';
    return words.unitOf(head, true) === 'person' ? 'individual' : 'body';
  }

  #capacityOf(key: string, kind: PersonKind, entity: Entity | null): Capacity {
    if (kind === 'group' || kind === 'body') return kind;
    const noted = this.#capacities.get(key);
    return noted ?? (entity?.commenter === true ? 'commenter' : 'other');
  }
}

const bare = ({ text }: { readonly text: string }): string => fold(text).replace(/^(?:the|a|an) /, '');
export const isPronoun = (words: { readonly text: string }): boolean => STAND_INS.has(bare(words));

/** A noun with "of" before the work's own words. */
const MAKERS = /\p{L}{3,}\s+of\s+(?:the\s+)?$/u;

/** Words that stand for somebody named elsewhere, of all languages. */
const STAND_INS = new Set(wordsOfAll('persons', 'stand-ins').map(fold));
