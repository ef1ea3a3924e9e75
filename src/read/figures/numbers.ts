import type { Comparator } from '../../domain/vocabulary.ts';
import type { VagueWord } from '../../domain/count.ts';
import type { NumberWords } from './number-words.ts';
import type { Token } from '../passes.ts';

/** `nearly` is the contract's `about`, kept apart because it bounds from above (MECHANICS, Counts as ranges). */
export type NumberComparator = Comparator | 'nearly';

/** A numeral with its comparator; ranges of token indexes, half-open. */
export interface NumberRead {
  readonly first: number;
  readonly last: number;
  readonly phraseFirst: number;
  readonly phraseLast: number;
  /** Null for vague words and ranges. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly comparator: NumberComparator;
  readonly vague: VagueWord | null;
  /** The words that are the comparator, in small letters. */
  readonly compares: string | null;
}

interface Numeral {
  readonly last: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly vague: VagueWord | null;
}

/**
 * Every numeral in tokens `[first, last)`, longest first, with the comparator words around it (SPEC E20). One step per
 * token and no backtracking: linear on any input.
 */
export function numbersIn(
  tokens: readonly Token[],
  [first, last]: readonly [number, number],
  words: NumberWords,
): NumberRead[] {
  const found: NumberRead[] = [];
  let at = first;
  while (at < last) {
    const numeral = opens(tokens[at], words) ? numeralAt(tokens.slice(at, Math.min(last, at + LONGEST)), words) : null;
    if (numeral === null) {
      at += 1;
      continue;
    }
    found.push(compared(tokens, [at, at + numeral.last, first, last], { ...numeral, last: at + numeral.last }, words));
    at += numeral.last;
  }
  return found;
}

/** A numeral has at most so many words. */
const LONGEST = 14;

const opens = (token: Token | undefined, words: NumberWords): boolean =>
  token !== undefined && (token.shape === 'number' || words.mayStart(token.lower));

const numeralAt = (tokens: readonly Token[], words: NumberWords): Numeral | null =>
  phraseAt(tokens, words) ?? rangeAt(tokens, words);

const plain = (last: number, value: number): Numeral => ({ last, value, low: null, high: null, vague: null });

/** Vague words and zeros: "dozens", "a number (of)", "no one". */
function phraseAt(tokens: readonly Token[], words: NumberWords): Numeral | null {
  const zero = words.zeros.at(tokens);
  if (zero !== undefined) return plain(zero.length, 0);
  const vague = words.vague.at(tokens);
  if (vague !== undefined) return { last: vague.length, value: null, low: null, high: null, vague: vague.value };
  const of = words.vagueOf.at(tokens);
  if (of === undefined || tokens[of.length]?.lower !== 'of') return null;
  return { last: of.length, value: null, low: null, high: null, vague: of.value };
}

function rangeAt(tokens: readonly Token[], words: NumberWords): Numeral | null {
  if (words.between.has(tokens[0]?.lower ?? '')) return pairAt(tokens.slice(1), words.betweenMarks, words, 1);
  const inside = hyphenRange(tokens[0]);
  if (inside !== null) return inside;
  return pairAt(tokens, words.rangeMarks, words, 0) ?? cardinalAt(tokens, words);
}

function pairAt(
  tokens: readonly Token[],
  marks: ReadonlySet<string>,
  words: NumberWords,
  skipped: number,
): Numeral | null {
  const low = cardinalAt(tokens, words);
  if (low === null || low.value === null || !marks.has(tokens[low.last]?.lower ?? '')) return null;
  const high = cardinalAt(tokens.slice(low.last + 1), words);
  if (high === null || high.value === null || high.value <= low.value) return null;
  return { last: skipped + low.last + 1 + high.last, value: null, low: low.value, high: high.value, vague: null };
}

const HYPHENS = /[-–‑−]/;

/** "10–12" is one token; years ("2014–15") and scores ("3–1") are no ranges. */
function hyphenRange(token: Token | undefined): Numeral | null {
  if (token === undefined || token.shape !== 'number' || !HYPHENS.test(token.text)) return null;
  const [a = '', b = '', ...more] = token.text.split(HYPHENS);
  const [low, high] = [digits(a), digits(b)];
  if (more.length > 0 || low === null || high === null || low >= high) return null;
  return { last: 1, value: null, low, high, vague: null };
}

const WHOLE = /^\d{1,15}$/;
const GROUPED = /^\d{1,3}(?:,\d{2,3}){1,4}$/;
const DECIMAL = /^\d{1,12}\.\d{1,6}$/;

function digits(text: string): number | null {
  return WHOLE.test(text) || GROUPED.test(text) ? Number(text.replaceAll(',', '')) : null;
}

/** "1,000", "12 000", "1.7 million", "a dozen", "three hundred and two", "twenty-five". */
function cardinalAt(tokens: readonly Token[], words: NumberWords): Numeral | null {
  const opening = tokens[0];
  if (opening === undefined) return null;
  return opening.shape === 'number' ? figuresAt(tokens, words) : spelledAt(tokens, words);
}

function figuresAt(tokens: readonly Token[], words: NumberWords): Numeral | null {
  const text = tokens[0]?.text ?? '';
  const scale = words.scales.get(tokens[1]?.lower ?? '');
  if (scale !== undefined && scale > 12 && (DECIMAL.test(text) || digits(text) !== null)) {
    return plain(2, Math.round(Number(text.replaceAll(',', '')) * scale));
  }
  const value = digits(text);
  if (value === null) return null;
  const [groups, joined] = thousandsAfter(tokens, text);
  return groups === 0 ? plain(1, value) : plain(1 + groups, Number(joined));
}

/** Thousands set apart by a single space: "12 000". */
function thousandsAfter(tokens: readonly Token[], text: string): [number, string] {
  let joined = text;
  let groups = 0;
  while (text.length <= 3 && isGroup(tokens[groups], tokens[groups + 1])) {
    groups += 1;
    joined += tokens[groups]?.text ?? '';
  }
  return [groups, joined];
}

const isGroup = (before: Token | undefined, token: Token | undefined): boolean =>
  before !== undefined && token !== undefined && /^\d{3}$/.test(token.text) && token.start === before.end + 1;

/** A sum in the making: "three hundred and two thousand". */
interface Sum {
  total: number;
  current: number | null;
  /** What the last word was worth: a smaller one must follow, or a scale. */
  floor: number;
}

function spelledAt(tokens: readonly Token[], words: NumberWords): Numeral | null {
  const sum: Sum = { total: 0, current: null, floor: Infinity };
  let last = 0;
  let at = openingArticle(tokens, words, sum);
  for (; at < tokens.length; at += 1) {
    const lower = tokens[at]?.lower ?? '';
    if (last > 0 && words.joiners.has(lower) && sum.floor >= 100 && smallWord(tokens[at + 1], words)) continue;
    if (!lower.split('-').every((part) => addWord(sum, part, words))) break;
    last = at + 1;
  }
  return last === 0 ? null : plain(last, Math.round(sum.total + (sum.current ?? 0)));
}

/** "a dozen", "half a million": the article counts as one only before a scale word. */
function openingArticle(tokens: readonly Token[], words: NumberWords, sum: Sum): number {
  const half = words.fractions.get(tokens[0]?.lower ?? '');
  if (half !== undefined && words.scales.has(tokens[1]?.lower ?? '')) {
    sum.current = half;
    return 1;
  }
  const at = half === undefined ? 0 : 1;
  if (!words.articles.has(tokens[at]?.lower ?? '') || !words.scales.has(tokens[at + 1]?.lower ?? '')) return 0;
  sum.current = half ?? 1;
  return at + 1;
}

const smallWord = (token: Token | undefined, words: NumberWords): boolean =>
  token !== undefined && token.lower.split('-').every((part) => words.units.has(part) || words.tens.has(part));

function addWord(sum: Sum, word: string, words: NumberWords): boolean {
  const small = words.units.get(word) ?? words.tens.get(word);
  if (small !== undefined) return addSmall(sum, small, words.tens.has(word) ? rankOf(small) : 1);
  const scale = words.scales.get(word);
  if (scale === undefined) return false;
  if (scale >= 1000) {
    sum.total += (sum.current ?? 1) * scale;
    sum.current = null;
  } else sum.current = (sum.current ?? 1) * scale;
  sum.floor = scale;
  return true;
}

/** What a smaller word after this one must be less than: 30 of thirty-one, 200 of «двести тридцать». */
const rankOf = (value: number): number => (value >= 100 ? 100 : 10);

function addSmall(sum: Sum, value: number, rank: number): boolean {
  const fits = value >= 100 ? sum.floor >= 1000 : sum.floor >= (value >= 10 ? 100 : 10);
  if (!fits || (sum.floor === 10 && value === 0)) return false;
  sum.current = (sum.current ?? 0) + value;
  sum.floor = rank;
  return true;
}

type Place = readonly [first: number, last: number, from: number, to: number];

/** Sets the comparator: the words before it (several may stand in line: "up to about 50"), then those after it. */
function compared(
  tokens: readonly Token[],
  [first, last, from, to]: Place,
  numeral: Numeral,
  words: NumberWords,
): NumberRead {
  let phraseFirst = first;
  let comparator: NumberComparator | null = null;
  let compares: string | null = null;
  for (;;) {
    const before = words.before.endingAt(tokens, phraseFirst, from);
    if (before === undefined) break;
    phraseFirst -= before.length;
    comparator = comparator === null || comparator === 'about' ? before.value : comparator;
    compares ??= tokens
      .slice(phraseFirst, first)
      .map((token) => token.lower)
      .join(' ');
  }
  const after = words.after.at(tokens.slice(last, Math.min(to, last + 4)));
  if (after !== undefined && comparator === null) comparator = after.value;
  const own = numeral.low === null ? 'exactly' : 'range';
  const { value, low, high, vague } = numeral;
  const phraseLast = last + (after?.length ?? 0);
  const shown = numeral.low === null ? (comparator ?? own) : own;
  return {
    first,
    last,
    phraseFirst,
    phraseLast,
    value,
    low,
    high,
    vague,
    compares,
    comparator: vague === null ? shown : 'vague',
  };
}
