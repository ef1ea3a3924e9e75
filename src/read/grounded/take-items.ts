import type { ReadAct, ReadFigure, ReadStatement } from '../../domain/reading.ts';
import { overlaps, spanAt, type Span } from '../../domain/span.ts';
import type { VoiceManner } from '../../domain/vocabulary.ts';
import { numberWords } from '../figures/number-words.ts';
import { numbersIn, type NumberRead } from '../figures/numbers.ts';
import type { Token } from '../passes.ts';
import { isPronoun } from '../proposals/named-here.ts';
import { tokensOf } from '../text/tokens.ts';
import type { Item } from './answer.ts';
import type { Refusal, Taking } from './taking.ts';

/** Below everything that the built-in reader says (its least sure proposals have 0.3). */
export const BESIDE_SCORE = 0.2;
const WHY = ['every word of it stands in the text'];

/** Ids are local to a reading: by kind and place. */
const idOf = (kind: string, { start }: Span): string => `llm-${kind}${start}`;

export function statementOf(item: Item<'statement'>, taking: Taking, text: string): ReadStatement | Refusal {
  const content = taking.own(item.words);
  const cue = taking.span(item.cue);
  const source = taking.span(item.saidBy);
  const via = taking.spans(item.via);
  if (taking.refusal !== null || content === null) return taking.refusal ?? 'not-in-the-text';
  const sourceName = source === null || isPronoun(source) ? null : source.text;
  const voice = mannerOf(content, text);
  return {
    id: idOf('s', content),
    content: [content],
    cue,
    source,
    sourceName,
    voice,
    via,
    score: BESIDE_SCORE,
    why: WHY,
  };
}

const MARKS = /["“”„‟«»]/;

/** Direct between quote marks, mixed with some inside; a model is not asked what the text shows. */
function mannerOf({ start, end, text: words }: Span, text: string): VoiceManner {
  const opens = MARKS.test(text.charAt(start - 1)) || MARKS.test(words.charAt(0));
  const closes = MARKS.test(text.charAt(end)) || MARKS.test(words.charAt(words.length - 1));
  if (opens && closes) return 'direct';
  return MARKS.test(words) ? 'mixed' : 'indirect';
}

export interface Counting {
  readonly text: string;
  readonly language: string;
  /** Whether a numeral there may count something: it is no date and no number of a document. */
  readonly counts: (numeral: Span) => boolean;
}

export function figureOf(item: Item<'figure'>, taking: Taking, at: Counting): ReadFigure | Refusal {
  const words = taking.own(item.words);
  const [of, place, source] = [taking.span(item.of), taking.span(item.place), taking.span(item.saidBy)];
  const { sentence } = taking;
  if (taking.refusal !== null || words === null || sentence === null) return taking.refusal ?? 'not-in-the-text';
  const count = countIn(words, sentence, at);
  if (count === null || !states(count.read, item.numbers)) return 'another-number';
  const { value, low, high, comparator } = count.read;
  return {
    id: idOf('f', words),
    span: count.phrase,
    number: count.number,
    value,
    comparator: comparator === 'nearly' ? 'about' : comparator,
    low,
    high,
    unit: item.unit,
    about: item.about,
    subsetOf: null,
    sameAs: null,
    assertedBy: source ?? 'author',
    inferred: source !== null && !overlaps(source, sentence),
    via: [],
    of,
    standing: item.standing,
    period: null,
    asOf: null,
    place,
    why: [...WHY, 'the number was read again and is the same'],
  };
}

interface CountRead {
  readonly read: NumberRead;
  readonly number: Span;
  /** The words given, and the words that compare. */
  readonly phrase: Span;
}

/** The one number that the words hold, read in its sentence: neither a part of a longer one nor a date or the number of a document. */
function countIn(words: Span, sentence: Span, { text, language, counts }: Counting): CountRead | null {
  const tokens = tokensOf(text, sentence.start, sentence.end);
  const spanOf = (first: number, last: number): Span =>
    spanAt(text, tokens[first]?.start ?? sentence.start, endOf(tokens, last) ?? sentence.end);
  const held = numbersIn(tokens, [0, tokens.length], numberWords(language)).flatMap((read) => {
    const number = spanOf(read.first, read.last);
    return overlaps(number, words) ? [{ read, number }] : [];
  });
  const [only] = held;
  if (only === undefined || held.length > 1 || !counts(only.number)) return null;
  const compared = spanOf(only.read.phraseFirst, only.read.phraseLast);
  const phrase = spanAt(text, Math.min(words.start, compared.start), Math.max(words.end, compared.end));
  return { ...only, phrase };
}

const endOf = (tokens: readonly Token[], last: number): number | undefined => tokens[last - 1]?.end;

/** Whether these are the numbers that the words state: one, two of a range, none of a vague word. */
function states({ value, low, high }: NumberRead, numbers: readonly number[]): boolean {
  const stated = [value, low, high].filter((number) => number !== null);
  return stated.length === numbers.length && stated.every((number, at) => number === numbers[at]);
}

export function actOf(item: Item<'act'>, taking: Taking): ReadAct | Refusal {
  const trigger = taking.own(item.words);
  const [victims, perpetrators] = [taking.spans(item.victims), taking.spans(item.perpetrators)];
  const [means, place, time] = [taking.spans(item.means), taking.span(item.place), taking.span(item.time)];
  const source = taking.span(item.saidBy);
  if (taking.refusal !== null || trigger === null) return taking.refusal ?? 'not-in-the-text';
  return {
    id: idOf('a', trigger),
    violation: item.violation,
    trigger,
    victims,
    perpetrators,
    targets: [],
    means,
    place,
    time,
    assertedBy: source ?? 'author',
    modality: item.modality,
    score: BESIDE_SCORE,
    why: WHY,
  };
}
