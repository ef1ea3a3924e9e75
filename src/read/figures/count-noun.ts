import type { Unit } from '../../domain/vocabulary.ts';
import type { NounWords } from './noun-words.ts';
import { isPlural } from './noun-words.ts';
import type { NumberWords } from './number-words.ts';
import type { NumberRead } from './numbers.ts';
import type { Token } from '../passes.ts';
import { BEFORE_NUMBERS, endsPhrase, isNominal, type WordClass } from './word-classes.ts';

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
  /** Of known ones: "of the", "of his", "of them"; not "dozens of nurses". */
  readonly ofKnown: boolean;
  /** A second numeral inside: "two of the 17 hostages". */
  readonly nested: boolean;
}

export interface Words {
  readonly tokens: readonly Token[];
  readonly classes: readonly WordClass[];
  readonly nouns: NounWords;
  readonly numerals: NumberWords;
}

/** A counted phrase has at most so many words. */
const LONGEST = 10;

/** Reads the noun phrase behind a numeral up to `end`. */
export function countNoun(words: Words, number: NumberRead, end: number): CountNoun {
  const { tokens, classes, nouns } = words;
  const behind = afterBrackets(words, number.phraseLast, end);
  const out = tokens[behind]?.lower === 'out' && tokens[behind + 1]?.lower === 'of';
  const opening = out ? behind + 1 : behind;
  const partitive = tokens[opening]?.lower === 'of';
  const inner = partitive ? innerNumeral(words, opening + 1, end) : null;
  const from = partitive ? (inner ?? afterDeterminers(words, opening + 1, end)) : opening;
  const ofKnown = partitive && (classes[opening + 1] === 'determiner' || classes[opening + 1] === 'pronoun');
  const none = { head: null, from, to: number.phraseLast, partitive, ofKnown, nested: inner !== null } as const;
  const pointing = classes[from] === 'determiner' && isNominal(classes[from + 1]);
  if (partitive && classes[from] !== 'name' && nouns.is.pronounHeads.has(tokens[from]?.lower ?? '') && !pointing) {
    return { ...none, ofKnown: true, to: from + 1, unit: 'person' };
  }
  const single = number.value === 1 && !partitive;
  const head = headIn(words, [inner === null ? from : inner + 1, end], single, partitive && number.vague !== null);
  if (head === null)
    return { ...none, to: afterMore(words, none.to), unit: inner === null || out ? 'unknown' : 'person' };
  const token = tokens[head];
  const unit = token === undefined ? 'unknown' : nouns.unitOf(token, single);
  return { ...none, head, to: joinedEnd(words, head), unit: isCaseOf(words, head) ? 'act' : unit };
}

/** "dozens more", "four other": the word goes with the numeral. */
const afterMore = ({ tokens }: Words, at: number): number =>
  tokens[at]?.lower === 'more' || tokens[at]?.lower === 'other' ? at + 1 : at;

/** The numeral in "two of the 17", "one of at least twelve". */
function innerNumeral({ tokens, classes, numerals }: Words, from: number, end: number): number | null {
  for (let at = from; at < Math.min(end, from + 4); at += 1) {
    const lower = tokens[at]?.lower ?? '';
    if (classes[at] === 'number' || numerals.isNumeral(lower)) return at;
    if (classes[at] !== 'determiner' && !BEFORE_NUMBERS.has(lower)) return null;
  }
  return null;
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

/** How far a counted phrase has been read: its last plural, its last noun. */
interface Heads {
  readonly head: number | null;
  readonly last: number | null;
}
const NO_HEAD: Heads = { head: null, last: null };

/** The last plural of the run (the last noun for a single one); a possessive restarts it ("one of Dorn’s sons"). */
function headIn(words: Words, [from, end]: readonly [number, number], single: boolean, collective: boolean) {
  const stop = Math.min(end, from + LONGEST);
  let heads = NO_HEAD;
  let at = from;
  while (at < stop) {
    const passed = passedOver(words, heads, { at, from, end, single });
    if (passed > at) {
      if (words.classes[at] === 'possessive') heads = NO_HEAD;
      at = passed;
      continue;
    }
    if (!continues(words, heads, at)) break;
    heads = taken(words, heads, at);
    at += 1;
  }
  if (single) return knownIn(words, from, heads.last);
  return heads.head ?? (collective ? heads.last : null);
}

/** Neither a name nor a second plural goes on behind a plural: "12 people | Selm Watch spoke to". */
function continues({ tokens, classes, nouns }: Words, { head, last }: Heads, at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  if (last === null && classes[at] === 'verb') return nouns.is.personPlurals.has(lower);
  if (!isNominal(classes[at]) || (last !== null && nouns.is.afterHead.has(lower))) return false;
  const before = head === null || head < at - 1 ? undefined : tokens[head];
  if (before?.shape !== 'lower' || nouns.unitOf(before, false) !== 'person') return true;
  return classes[at] !== 'name' && (!REGULAR.test(before.lower) || !REGULAR.test(lower) || isKnown(nouns, tokens[at]));
}

/** A plural does not follow a plural: in "two of the men approaches" the second is a verb. */
const REGULAR = /(?:s|men|people|children)$/;

function isKnown(nouns: NounWords, token: Token | undefined): boolean {
  const unit = token === undefined ? 'unknown' : nouns.unitOf(token, false);
  return unit !== 'unknown' && unit !== 'refused';
}

function taken({ tokens, classes, nouns }: Words, { head, last }: Heads, at: number): Heads {
  const lower = tokens[at]?.lower ?? '';
  const plural =
    isPlural(lower, nouns) || ACRONYMS.test(tokens[at]?.text ?? '') || (classes[at] === 'name' && PEOPLES.test(lower));
  const counts = !nouns.is.modifiers.has(lower) || lower === 'others' || nouns.is.personPlurals.has(lower);
  return { head: plural ? at : head, last: counts ? at : last };
}

/** Names of peoples that end like no plural: Israelis, Selmese. */
const PEOPLES = /(?:[^s]is|ese)$/;
/** NGOs, POWs. */
const ACRONYMS = /^\p{Lu}{2,}s$/u;
const QUOTES = new Set(['“', '"', '‘', '«', '”', "'", '»']);

/** Of a single one the last noun a list knows: in "one police officer caught" a verb may look like a noun. */
function knownIn({ tokens, classes, nouns }: Words, from: number, last: number | null): number | null {
  for (let at = last ?? -1; at >= from && isNominal(classes[at]); at -= 1) {
    const token = tokens[at];
    if (token !== undefined && nouns.unitOf(token, true) !== 'unknown') return at;
  }
  return last;
}

interface Step {
  readonly at: number;
  readonly from: number;
  readonly end: number;
  readonly single: boolean;
}

/** Where the phrase goes on behind words that are no nouns of it: "40 mostly unarmed", "the “willing” helpers"; `at` where it does not. */
function passedOver(words: Words, heads: Heads, step: Step): number {
  const { tokens, classes, nouns } = words;
  const { at, from, end, single } = step;
  const opening = heads.last === null;
  const goesOn = nounFollows(classes, at, end);
  switch (classes[at]) {
    case 'possessive':
      return heads.head === null || heads.head === at - 1 ? at + 1 : at;
    case 'mark':
      return passedMark(words, heads, step);
    case 'determiner':
      return opening && nouns.is.phraseDeterminers.has(tokens[at]?.lower ?? '') ? at + 1 : at;
    case 'adverb': {
      const beforeAdjective = tokens[at]?.lower.endsWith('ly') === true && isNominal(classes[at + 1]);
      return opening && (classes[at + 1] === 'participle' || beforeAdjective) ? at + 1 : at;
    }
    case 'participle':
    case 'gerund':
      return heads.head === null && goesOn ? at + 1 : at;
    case 'conjunction':
      if (isPeopleAdjective(words, heads, at)) return at + 1;
      return (opening || (heads.head === null && !single)) && at > from && goesOn ? at + 1 : at;
    default:
      return at;
  }
}

/** "Selmese and Dornian shepherds": what looks like a people is an adjective before a noun. */
const isPeopleAdjective = ({ tokens, classes }: Words, { head }: Heads, at: number): boolean =>
  head === at - 1 &&
  classes[head] === 'name' &&
  tokens[head]?.lower.endsWith('ese') === true &&
  classes[at + 2] === 'noun';

/** Quote marks, commas between adjectives, a short name in brackets: all before the head. */
function passedMark(words: Words, { head, last }: Heads, { at, from, end }: Step): number {
  const { tokens, classes } = words;
  const mark = tokens[at]?.text ?? '';
  if (head !== null) return at;
  if (QUOTES.has(mark)) return last === null || isNominal(classes[at + 1]) ? at + 1 : at;
  if (mark === '(' && last !== null && tokens[at + 2]?.text === ')' && isNominal(classes[at + 3])) return at + 3;
  if (mark !== ',' || at === from) return at;
  if (last === null) return at + 1;
  return listsAdjectives(words, at, end) ? at + 1 : at;
}

/** "nine local, regional and national organizations": single words, a conjunction, then a plural. */
function listsAdjectives({ tokens, classes, nouns }: Words, comma: number, end: number): boolean {
  let joined = false;
  for (let at = comma + 1; at < Math.min(end, comma + LIST_REACH); at += 1) {
    const kind = classes[at];
    if (kind === 'conjunction') joined = true;
    else if (kind === 'noun' && joined && isPlural(tokens[at]?.lower ?? '', nouns)) return true;
    else if (!isNominal(kind) && tokens[at]?.text !== ',') return false;
  }
  return false;
}
const LIST_REACH = 9;

function nounFollows(classes: readonly WordClass[], at: number, end: number): boolean {
  const next = at + 1 < end ? classes[at + 1] : undefined;
  if (next === 'conjunction') return isNominal(at + 2 < end ? classes[at + 2] : undefined);
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
function isCaseOf({ tokens, nouns }: Words, head: number): boolean {
  const lower = tokens[head]?.lower ?? '';
  if (tokens[head + 1]?.lower !== 'of') return false;
  if (nouns.is.actPlurals.has(lower)) return true;
  if (!nouns.isCase(lower)) return false;
  for (let at = head + 2; at < head + CASE_REACH; at += 1) {
    const token = tokens[at];
    if (token !== undefined && nouns.isDeed(token)) return true;
  }
  return false;
}
const CASE_REACH = 6;
