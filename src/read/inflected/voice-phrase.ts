import type { Mention } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import type { Names } from '../passes.ts';
import type { Item } from '../said/frames.ts';
import type { Range } from '../said/item-class.ts';
import type { InflectedWords } from './words.ts';

/** What finds voices: the words of the language and the mentions by where they start. */
export interface Ears {
  readonly words: InflectedWords;
  readonly mentions: ReadonlyMap<number, Mention>;
  /** Every place inside a name: its marks and small words bound nothing, as in «А. Орлан», «газета „Пролив“». */
  readonly joined: ReadonlySet<number>;
}

export const earsOf = (words: InflectedWords, names: Names): Ears => ({
  words,
  mentions: new Map(names.mentions.toReversed().map((mention) => [mention.span.start, mention])),
  joined: new Set(names.mentions.flatMap(({ span }) => placesIn(span))),
});

const placesIn = ({ start, text }: Span): number[] =>
  Array.from({ length: Math.min(text.length, LONGEST_NAME) - 1 }, (_, at) => start + at + 1);
const LONGEST_NAME = 200;

const LONGEST_PHRASE = 16;
const SEGMENTS = 3;
const NAMED = new Set<Mention['kind']>(['person', 'organization', 'role']);

const is = ({ words }: Ears, list: string, item: Item | undefined): boolean =>
  item !== undefined && words.written('cues', list).has(item.lower);
const isBoundary = (ears: Ears, item: Item | undefined): boolean =>
  item === undefined ||
  (!ears.joined.has(item.start) && (item.shape === 'mark' || item.shape === 'quote' || is(ears, 'conjunctions', item)));

/** Index after the mention that starts at an item; the item's own where none does. */
function mentionEnd({ mentions }: Ears, items: readonly Item[], at: number): number {
  const end = mentions.get(items[at]?.start ?? -1)?.span.end ?? 0;
  let to = at;
  while ((items[to]?.end ?? Infinity) <= end) to += 1;
  return to;
}

/** Whether a phrase that names a voice begins here: a person, a body, an office, a document, «он». */
function isHead(ears: Ears, items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item === undefined || item.shape === 'mark' || item.shape === 'quote') return false;
  const kind = ears.mentions.get(item.start)?.kind;
  if (kind !== undefined && NAMED.has(kind)) return true;
  const key = ears.words.keyOf(item.lower);
  return (
    ears.words.written('persons', 'pronouns').has(item.lower) ||
    ears.words.written('cues', 'sayers').has(item.lower) ||
    ears.words.keyed('cues', 'documents').has(key)
  );
}

const isTime = ({ mentions }: Ears, item: Item | undefined): boolean =>
  item !== undefined && mentions.get(item.start)?.kind === 'date';

/** Index after a prepositional phrase's first noun: «В среду | адвокат», «В Карселе | комиссия». */
function pastPreposition(ears: Ears, items: readonly Item[], at: number, end: number): number {
  let next = at + 1;
  while (next < end - 1 && ears.words.isAdjective(items[next]?.lower ?? '') && !isHead(ears, items, next + 1))
    next += 1;
  const past = Math.max(next + 1, mentionEnd(ears, items, next));
  const document = ears.words.keyed('cues', 'documents').has(ears.words.keyOf(items[next]?.lower ?? ''));
  return document ? Math.max(past, mentionEnd(ears, items, past)) : past;
}

/** The adjectives right before a head belong to it: «официальный представитель». */
function withAdjectives(ears: Ears, items: readonly Item[], head: number, from: number): number {
  let at = head;
  while (at > from && items[at - 1]?.shape !== 'mark' && isModifier(ears, items[at - 1])) at -= 1;
  return at;
}

const isModifier = (ears: Ears, item: Item | undefined): boolean =>
  item !== undefined && ears.words.isAdjective(item.lower) && !is(ears, 'adverbs', item);

/** The voice before a verb: the subject of its clause, past inserted clauses; null where none stands there. */
export function voiceBefore(ears: Ears, items: readonly Item[], cue: number, segments = SEGMENTS): Range | null {
  let end = cue;
  for (let segment = 0; segment < segments && end > 0; segment += 1) {
    let from = end;
    while (from > 0 && end - from < LONGEST_PHRASE && !isBoundary(ears, items[from - 1])) from -= 1;
    const found = headIn(ears, items, { from, to: end });
    if (found !== null)
      return segment === 0
        ? { from: found, to: trimmed(ears, items, found, end) }
        : { from: found, to: phraseEnd(ears, items, found) };
    end = from - 1;
    if (items[end]?.shape === 'quote') return null;
  }
  return null;
}

function headIn(ears: Ears, items: readonly Item[], { from, to }: Range): number | null {
  for (let at = from; at < to; at += 1) {
    if (is(ears, 'prepositions', items[at])) {
      at = pastPreposition(ears, items, at, to) - 1;
      continue;
    }
    if (isTime(ears, items[at])) at = Math.max(at, mentionEnd(ears, items, at) - 1);
    else if (isHead(ears, items, at)) return withAdjectives(ears, items, at, from);
  }
  return null;
}

/** Drops adverbs, dates and their prepositions from the end of a phrase. */
function trimmed(ears: Ears, items: readonly Item[], from: number, end: number): number {
  let to = end;
  for (;;) {
    let dated = to;
    while (dated > from && !isTime(ears, items[dated])) dated -= 1;
    if (dated > from && mentionEnd(ears, items, dated) >= to) to = dated;
    else if (to > from + 1 && (is(ears, 'adverbs', items[to - 1]) || is(ears, 'prepositions', items[to - 1]))) to -= 1;
    else if (to > from + 3 && isDocument(ears, items[to - 1])) to = beforePreposition(ears, items, from, to);
    else return to;
  }
}

const isDocument = ({ words }: Ears, item: Item | undefined): boolean =>
  item !== undefined && words.keyed('cues', 'documents').has(words.keyOf(item.lower));

/** «Врач Дорнов | в своём заключении»: the occasion is no part of the voice. */
function beforePreposition(ears: Ears, items: readonly Item[], from: number, to: number): number {
  for (let at = to - 2; at > Math.max(from, to - 5); at -= 1) if (is(ears, 'spoken-at', items[at])) return at;
  return to - 1;
}

/** Mentions that follow each other are one phrase: «адвокат | Союза матерей | Мира Орлан». */
export function phraseEnd(ears: Ears, items: readonly Item[], from: number): number {
  let head = from;
  while (!isHead(ears, items, head)) head += 1;
  let to = Math.max(head + 1, mentionEnd(ears, items, head));
  for (;;) {
    const next = mentionEnd(ears, items, to);
    if (next <= to || isTime(ears, items[to])) return to;
    to = next;
  }
}

/** The voice after a verb or «по словам»; with `at` also one that stands in «в», «на»: «сообщили в министерстве». */
export function voiceAfter(ears: Ears, items: readonly Item[], from: number, at: boolean): Range | null {
  let head = pastAsides(ears, items, from);
  if (is(ears, 'prepositions', items[head])) {
    if (!at || !is(ears, 'spoken-at', items[head])) return null;
    head += 1;
  }
  const first = head;
  while (head - first < MOST_BEFORE_HEAD && !isHead(ears, items, head) && !isStop(ears, items[head])) head += 1;
  if (!isHead(ears, items, head)) return null;
  return { from: first, to: phraseStop(ears, items, Math.max(head + 1, mentionEnd(ears, items, head))) };
}

/** Words before a head nobody listed: «историк Лев Ашен», «независимая комиссия». */
const MOST_BEFORE_HEAD = 4;

/** Adverbs, days and the one who is told stand between a verb and its voice: «рассказала вчера агентству «Север» | мать». */
function pastAsides(ears: Ears, items: readonly Item[], from: number): number {
  let at = from;
  for (;;) {
    const told = is(ears, 'addressees', items[at]);
    const medium = ears.mentions.get(items[at + 1]?.start ?? -1)?.kind === 'organization';
    if (told) at = Math.max(mentionEnd(ears, items, at), medium ? mentionEnd(ears, items, at + 1) : at + 1);
    else if (is(ears, 'adverbs', items[at]) || isTime(ears, items[at]))
      at = Math.max(at + 1, mentionEnd(ears, items, at));
    else if (is(ears, 'prepositions', items[at]) && isTime(ears, items[at + 1]))
      at = Math.max(at + 2, mentionEnd(ears, items, at + 1));
    else return at;
  }
}

/** Any words after «по словам» up to the end of their phrase; null where none stand there. */
export function wordsAfter(ears: Ears, items: readonly Item[], from: number): Range | null {
  const to = phraseStop(ears, items, from);
  return to > from ? { from, to } : null;
}

const isStop = (ears: Ears, item: Item | undefined): boolean =>
  isBoundary(ears, item) ||
  ['adverbs', 'prepositions', 'addressees', 'as'].some((list) => is(ears, list, item)) ||
  isTime(ears, item);

/** A phrase after its verb runs to a mark, a preposition, an adverb, a date or the one who is told. */
function phraseStop(ears: Ears, items: readonly Item[], from: number): number {
  let at = from;
  while (at - from < LONGEST_PHRASE) {
    const item = items[at];
    if (is(ears, 'addressees', item)) break;
    if (item !== undefined && mentionEnd(ears, items, at) > at && !isTime(ears, item)) {
      at = mentionEnd(ears, items, at);
      continue;
    }
    if (isStop(ears, item)) break;
    at += 1;
  }
  return at;
}
