import type { Token } from '../passes.ts';
import { BEFORE_NUMBERS, DAYS, isNominal, type WordClass } from '../figures/word-classes.ts';

/** A noun phrase as a token range, half-open. */
export interface NounPhrase {
  readonly first: number;
  readonly last: number;
}

export interface Tagged {
  readonly tokens: readonly Token[];
  readonly classes: readonly WordClass[];
}

/** A phrase is followed over this many tokens. */
const LONGEST = 24;

const inside = (kind: WordClass | undefined): boolean =>
  isNominal(kind) || kind === 'determiner' || kind === 'number' || kind === 'possessive';

const LINKS = new Set(['of', 'from', 'in', 'at', 'for', 'with']);

/** The noun phrase that ends just before `end`, not before `from`; null where no noun stands there. */
export function phraseBefore({ tokens, classes }: Tagged, end: number, from: number): NounPhrase | null {
  let first = end;
  const floor = Math.max(from, end - LONGEST);
  while (first > floor) {
    const kind = classes[first - 1];
    const lower = tokens[first - 1]?.lower ?? '';
    const inner = first < end;
    if (inner && classes[first] === 'number' && BEFORE_NUMBERS.has(lower))
      first = comparatorStart(tokens, first, floor);
    else if (inside(kind)) first -= 1;
    else if (
      inner &&
      (kind === 'participle' || kind === 'gerund' || isAdjectival(lower)) &&
      inside(classes[first]) &&
      ORNAMENTED.has(classes[first - 2] ?? 'mark')
    )
      first -= 1;
    else if (inner && LINKS.has(lower) && isNominal(classes[first - 2]) && inside(classes[first])) first -= 1;
    else if (inner && lower === 'and' && isNominal(classes[first - 2]) && inside(classes[first])) first -= 1;
    else if (inner && kind === 'mark' && GLUE.has(lower) && inside(classes[first - 2])) first -= 1;
    else break;
  }
  if (ENDS_OF_RANGE.has(tokens[first]?.lower ?? '') && first > floor && tokens[first - 1]?.lower === 'at') first -= 1;
  return trimmed({ tokens, classes }, { first, last: end });
}

/** "at least", "at most" */
const ENDS_OF_RANGE = new Set(['least', 'most']);

/** A past form is an ornament behind one of these only; behind a noun or pronoun it is a verb. */
const ORNAMENTED: ReadonlySet<WordClass> = new Set([
  'determiner',
  'number',
  'possessive',
  'mark',
  'preposition',
  'conjunction',
  'adverb',
] as const);
const isAdjectival = (lower: string): boolean => lower.endsWith('ly');
const GLUE = new Set(['-', '’', "'", '.', '“', '”', '"', '­']);

function comparatorStart(tokens: readonly Token[], first: number, floor: number): number {
  let start = first;
  while (start > floor && BEFORE_NUMBERS.has(tokens[start - 1]?.lower ?? '')) start -= 1;
  return start;
}

/** The noun phrase that starts at `start` or behind adverbs there, before `to`. */
export function phraseAfter({ tokens, classes }: Tagged, start: number, to: number): NounPhrase | null {
  let first = QUOTES.has(tokens[start]?.lower ?? '') ? start + 1 : start;
  while (first < to && classes[first] === 'adverb' && !BEFORE_NUMBERS.has(tokens[first]?.lower ?? '')) first += 1;
  if (classes[first] === 'pronoun' && !NOT_ROLES.has(tokens[first]?.lower ?? '')) return { first, last: first + 1 };
  let last = first;
  const ceiling = Math.min(to, first + LONGEST);
  while (last < ceiling && BEFORE_NUMBERS.has(tokens[last]?.lower ?? '')) last += 1;
  if (classes[last] !== 'number') last = first;
  for (; last < ceiling; last += 1) {
    const kind = classes[last];
    const lower = tokens[last]?.lower ?? '';
    const behindNoun = last > first && isNominal(classes[last - 1]);
    if (kind === 'determiner' && behindNoun) break;
    if (inside(kind)) continue;
    if ((kind === 'participle' || kind === 'gerund') && !behindNoun && inside(classes[last + 1])) continue;
    if (behindNoun && lower === 'of' && inside(classes[last + 1])) continue;
    if (behindNoun && lower === 'and' && inside(classes[last + 1]) && !startsClause(classes, last + 1)) continue;
    if (kind === 'mark' && GLUE.has(lower) && inside(classes[last + 1])) continue;
    break;
  }
  return trimmed({ tokens, classes }, { first, last });
}

const QUOTES = new Set(['“', '"', '«', '„']);
const NOT_ROLES = new Set(['who', 'it', 'i', 'what', 'which']);

/** "killed one and officials said": a verb follows the second noun. */
function startsClause(classes: readonly WordClass[], at: number): boolean {
  for (let next = at; next < at + 6; next += 1) {
    const kind = classes[next];
    if (kind === 'verb' || kind === 'be' || kind === 'have' || kind === 'auxiliary') return true;
    if (!inside(kind)) return false;
  }
  return false;
}

/** Without what may not stand at its edges; null when no noun, number or pronoun is left. */
function trimmed({ tokens, classes }: Tagged, { first, last }: NounPhrase): NounPhrase | null {
  let [start, end] = [first, last];
  if (YEAR.test(tokens[start]?.text ?? '') && end > start + 1) start += 1;
  while (start < end && (classes[start] === 'possessive' || classes[start] === 'mark')) start += 1;
  while (
    end > start &&
    (classes[end - 1] === 'possessive' || classes[end - 1] === 'mark' || TIMES.has(tokens[end - 1]?.lower ?? ''))
  )
    end -= 1;
  for (let at = start; at < end; at += 1) {
    const kind = classes[at];
    if (isNominal(kind) || kind === 'number') return { first: start, last: end };
    if (kind === 'determiner' && end - start === 1 && ALONE.has(tokens[at]?.lower ?? ''))
      return { first: start, last: end };
  }
  return null;
}

/** "In May 2019 Sergeant Dorn was": the year belongs to the date. */
const YEAR = /^(?:19|20)\d\d$/;
const TIMES = new Set([...DAYS, 'on']);
const ALONE = new Set([
  'some',
  'several',
  'many',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'all',
  'others',
  'another',
  'most',
  'those',
]);
