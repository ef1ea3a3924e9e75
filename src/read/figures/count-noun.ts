import type { Unit } from '../../domain/vocabulary.ts';
import type { NounWords } from './noun-words.ts';
import { isPlural } from './noun-words.ts';
import type { NumberRead } from './numbers.ts';
import type { Token } from '../passes.ts';
import { endsPhrase, isNominal, type WordClass } from './word-classes.ts';

/** What a numeral counts: its head noun, found by position and shape. */
export interface CountNoun {
  /** Index of the head token; null for a bare numeral ("of which 11 died") or a pronoun ("two of them"). */
  readonly head: number | null;
  /** First token of the counted phrase behind the numeral. */
  readonly from: number;
  /** Behind its last token. */
  readonly to: number;
  readonly unit: Unit | 'refused' | 'unknown';
  /** "three of those", "107 of them": a part by its own words. */
  readonly partitive: boolean;
  /** A second numeral inside: "two of the 17 hostages". */
  readonly nested: boolean;
}

export interface Words {
  readonly tokens: readonly Token[];
  readonly classes: readonly WordClass[];
  readonly nouns: NounWords;
}

/** A counted phrase has at most so many words. */
const LONGEST = 10;

/** Reads the noun phrase behind a numeral up to `end`. */
export function countNoun(words: Words, number: NumberRead, end: number): CountNoun {
  const opening = afterBrackets(words, number.phraseLast, end);
  const partitive = words.tokens[opening]?.lower === 'of';
  const from = partitive ? afterDeterminers(words, opening + 1, end) : opening;
  const none = { head: null, from, to: number.phraseLast, partitive, nested: false } as const;
  const pronoun = words.tokens[from]?.lower ?? '';
  if (partitive && words.nouns.is.pronounHeads.has(pronoun) && !isNominal(words.classes[from + 1])) {
    return { ...none, to: from + 1, unit: 'person' };
  }
  const nested = partitive && words.classes[from] === 'number';
  const single = number.value === 1 && !partitive;
  const head = headIn(words, [nested ? from + 1 : from, end], single, partitive && number.vague !== null);
  if (head === null) return { ...none, nested, unit: nested ? 'person' : 'unknown' };
  const token = words.tokens[head];
  const unit = token === undefined ? 'unknown' : words.nouns.unitOf(token, single);
  return { head, from, to: joinedEnd(words, head), partitive, nested, unit: isCaseOf(words, head) ? 'act' : unit };
}

/** "three hundred and two (302) students" */
function afterBrackets({ tokens }: Words, from: number, end: number): number {
  if (tokens[from]?.text !== '(') return from;
  for (let at = from + 1; at < Math.min(end, from + 6); at += 1) if (tokens[at]?.text === ')') return at + 1;
  return from;
}

function afterDeterminers({ classes, tokens }: Words, from: number, end: number): number {
  let at = from;
  while (
    at < end &&
    classes[at] === 'determiner' &&
    tokens[at + 1] !== undefined &&
    !isPronounLike(tokens[at], classes[at + 1])
  )
    at += 1;
  return at;
}

/** "three of those targeted": no noun follows. */
const isPronounLike = (token: Token | undefined, next: WordClass | undefined): boolean =>
  (token?.lower === 'those' || token?.lower === 'these') &&
  (next === 'participle' || next === 'subordinator' || endsPhrase(next));

/** The last plural of the run (the last noun for a single one); a possessive restarts it ("one of Dorn’s sons"). */
function headIn(
  { tokens, classes, nouns }: Words,
  [from, end]: readonly [number, number],
  single: boolean,
  collective: boolean,
): number | null {
  let head: number | null = null;
  let last: number | null = null;
  for (let at = from; at < Math.min(end, from + LONGEST); at += 1) {
    const kind = classes[at];
    const lower = tokens[at]?.lower ?? '';
    if (kind === 'possessive') {
      if (head !== null && head < at - 1) break;
      head = null;
      last = null;
    } else if (kind === 'mark' && OPENERS.has(lower) && last === null) continue;
    else if (kind === 'mark' && lower === ',' && last === null && at > from) continue;
    else if (kind === 'determiner' && MODIFYING.has(lower) && last === null) {
      if (lower === 'other') last = null;
    } else if (kind === 'adverb' && last === null && classes[at + 1] === 'participle') continue;
    else if (kind === 'participle' || kind === 'gerund') {
      if (head !== null || !nounFollows(classes, at, end)) break;
    } else if (kind === 'conjunction' && last === null && at > from && nounFollows(classes, at, end)) continue;
    else if (!isNominal(kind) || (last !== null && nouns.is.afterHead.has(lower))) break;
    else {
      if (!nouns.is.modifiers.has(lower) || lower === 'others' || nouns.is.personPlurals.has(lower)) last = at;
      if (isPlural(lower, nouns) || (kind === 'name' && PEOPLES.test(lower))) head = at;
    }
  }
  return single ? last : (head ?? (collective ? last : null));
}

/** Names of peoples that end like no plural: Israelis, Selmese. */
const PEOPLES = /(?:[^s]is|ese)$/;
const OPENERS = new Set(['“', '"', '‘', '«', '”', "'"]);
const MODIFYING = new Set(['other', 'such', 'more', 'own', 'most']);

function nounFollows(classes: readonly WordClass[], at: number, end: number): boolean {
  const next = at + 1 < end ? classes[at + 1] : undefined;
  return isNominal(next) || next === 'participle' || next === 'gerund';
}

/** "servicemen and civilians", "journalists, activists and critics": bare plurals joined to the head are counted with it. */
function joinedEnd({ tokens, classes, nouns }: Words, head: number): number {
  let end = head + 1;
  for (let joins = 0; joins < 3; joins += 1) {
    const mark = tokens[end]?.lower ?? '';
    const next = end + (mark === ',' && tokens[end + 1]?.lower === 'and' ? 2 : 1);
    const joined =
      (mark === 'and' || mark === 'or' || mark === ',') &&
      classes[next] === 'noun' &&
      isPlural(tokens[next]?.lower ?? '', nouns);
    if (!joined || nouns.unitOf(tokens[next] ?? NO_TOKEN, false) !== 'person') break;
    end = next + 1;
  }
  return end;
}

const NO_TOKEN: Token = { start: 0, end: 0, text: '', lower: '', shape: 'mark' };

/** "404 cases of torture" counts what was done. */
const isCaseOf = ({ tokens, nouns }: Words, head: number): boolean =>
  tokens[head + 1]?.lower === 'of' && nouns.is.actPlurals.has(tokens[head]?.lower ?? '');
