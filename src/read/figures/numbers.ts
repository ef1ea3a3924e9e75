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
  /** Behind its last token. */
  readonly last: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly vague: VagueWord | null;
}

/** Tokens to read in; nothing at `end` or behind it is looked at. */
interface Run {
  readonly tokens: readonly Token[];
  readonly end: number;
  readonly words: NumberWords;
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
  for (let at = first; at < last;) {
    const token = tokens[at];
    const opens = token !== undefined && (token.shape === 'number' || words.mayStart(token.lower));
    const numeral = opens ? numeralAt({ tokens, end: Math.min(last, at + LONGEST), words }, at) : null;
    if (numeral !== null) found.push(compared({ tokens, end: last, words }, [first, at], numeral));
    at = numeral?.last ?? at + 1;
  }
  return found;
}

/** A numeral has at most so many words. */
const LONGEST = 14;

const numeralAt = (run: Run, at: number): Numeral | null => phraseAt(run, at) ?? rangeAt(run, at);

const lowerAt = ({ tokens, end }: Run, at: number): string => (at < end ? (tokens[at]?.lower ?? '') : '');
const plain = (last: number, value: number): Numeral => ({ last, value, low: null, high: null, vague: null });
const between = (last: number, low: number, high: number): Numeral => ({ last, value: null, low, high, vague: null });
const vaguely = (last: number, vague: VagueWord): Numeral => ({ last, value: null, low: null, high: null, vague });

/** Vague words and zeros: "dozens", "a number (of)", "no one". */
function phraseAt(run: Run, at: number): Numeral | null {
  const { tokens, words, end } = run;
  const zero = words.zeros.at(tokens, at);
  if (zero !== undefined && at + zero.length <= end) return plain(at + zero.length, 0);
  const vague = words.vague.at(tokens, at);
  if (vague !== undefined && at + vague.length <= end) return vaguely(at + vague.length, vague.value);
  const of = words.vagueOf.at(tokens, at);
  return of === undefined || lowerAt(run, at + of.length) !== 'of' ? null : vaguely(at + of.length, of.value);
}

function rangeAt(run: Run, at: number): Numeral | null {
  const { words } = run;
  if (words.between.has(lowerAt(run, at))) return pairAt(run, at + 1, words.betweenMarks);
  const inside = hyphenRange(run, at);
  if (inside !== null) return inside;
  return pairAt(run, at, words.rangeMarks) ?? cardinalAt(run, at);
}

function pairAt(run: Run, at: number, marks: ReadonlySet<string>): Numeral | null {
  const low = cardinalAt(run, at);
  if (low === null || low.value === null) return null;
  const mark = lowerAt(run, low.last);
  const either = run.words.either.has(mark);
  if (!marks.has(mark) && !either) return null;
  const high = cardinalAt(run, low.last + 1);
  if (high === null || high.value === null || high.value <= low.value) return null;
  return either && high.value > low.value * 2 ? null : between(high.last, low.value, high.value);
}

const HYPHENS = /[-–‑−]/;

/** "10–12" and "1-2 million" begin with one token; years ("2014–15") and scores ("3–1") are no ranges. */
function hyphenRange(run: Run, at: number): Numeral | null {
  const token = run.tokens[at];
  if (token === undefined || token.shape !== 'number' || !HYPHENS.test(token.text)) return null;
  const [a = '', b = '', ...more] = token.text.split(HYPHENS);
  const [low, high] = [digits(a), digits(b)];
  if (more.length > 0 || low === null || high === null || low >= high) return null;
  const scale = scaleAt(run, at + 1);
  return scale === null ? between(at + 1, low, high) : between(at + 2, low * scale, high * scale);
}

const WHOLE = /^\d{1,15}$/;
const GROUPED = /^\d{1,3}(?:,\d{2,3}){1,4}$/;
const DECIMAL = /^\d{1,12}\.\d{1,6}$/;

function digits(text: string): number | null {
  return WHOLE.test(text) || GROUPED.test(text) ? Number(text.replaceAll(',', '')) : null;
}

/** "million" behind digits; "12 dozen" is no numeral. */
function scaleAt(run: Run, at: number): number | null {
  const scale = run.words.scales.get(lowerAt(run, at));
  return scale !== undefined && scale > 12 ? scale : null;
}

/** "1,000", "12 000", "1.7 million", "a dozen", "three hundred and two", "twenty-five". */
function cardinalAt(run: Run, at: number): Numeral | null {
  const opening = at < run.end ? run.tokens[at] : undefined;
  if (opening === undefined) return null;
  return opening.shape === 'number' ? figuresAt(run, at, opening.text) : spelledAt(run, at);
}

function figuresAt(run: Run, at: number, text: string): Numeral | null {
  const scale = scaleAt(run, at + 1);
  const value = digits(text);
  if (scale !== null && (value !== null || DECIMAL.test(text)))
    return plain(at + 2, Math.round(Number(text.replaceAll(',', '')) * scale));
  if (value === null) return null;
  const [groups, joined] = thousandsAfter(run, at, text);
  return groups === 0 ? plain(at + 1, value) : plain(at + 1 + groups, Number(joined));
}

/** Thousands set apart by a single space: "12 000". */
function thousandsAfter({ tokens, end }: Run, at: number, text: string): [number, string] {
  let joined = text;
  let groups = 0;
  while (text.length <= 3 && at + groups + 1 < end && isGroup(tokens[at + groups], tokens[at + groups + 1])) {
    groups += 1;
    joined += tokens[at + groups]?.text ?? '';
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

function spelledAt(run: Run, first: number): Numeral | null {
  const { words } = run;
  const sum: Sum = { total: 0, current: null, floor: Infinity };
  let last = first;
  for (let at = openingArticle(run, first, sum); at < run.end; at += 1) {
    const lower = lowerAt(run, at);
    const joins = last > first && sum.floor >= 100 && words.joiners.has(lower);
    if (joins && isSmallWord(lowerAt(run, at + 1), words)) continue;
    if (!addWords(sum, lower, words)) break;
    last = at + 1;
  }
  return last === first ? null : plain(last, Math.round(sum.total + (sum.current ?? 0)));
}

/** "a dozen", "half a million": the article counts as one only before a scale word. Where the number words begin. */
function openingArticle(run: Run, first: number, sum: Sum): number {
  const { words } = run;
  const half = words.fractions.get(lowerAt(run, first));
  if (half !== undefined && words.scales.has(lowerAt(run, first + 1))) {
    sum.current = half;
    return first + 1;
  }
  const at = half === undefined ? first : first + 1;
  if (!words.articles.has(lowerAt(run, at)) || !words.scales.has(lowerAt(run, at + 1))) return first;
  sum.current = half ?? 1;
  return at + 1;
}

const isSmallWord = (lower: string, words: NumberWords): boolean =>
  lower !== '' && lower.split('-').every((part) => words.units.has(part) || words.tens.has(part));

/** "twenty-five" is two words in one token; of "five-member" nothing is added. */
const addWords = (sum: Sum, lower: string, words: NumberWords): boolean =>
  lower.includes('-')
    ? isSmallWord(lower, words) && lower.split('-').every((part) => addWord(sum, part, words))
    : addWord(sum, lower, words);

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

/** Sets the comparator: the words before it (several may stand in line: "up to about 50"), then those after it. */
function compared(run: Run, [from, first]: readonly [number, number], numeral: Numeral): NumberRead {
  const { tokens, words } = run;
  let phraseFirst = first;
  let comparator: NumberComparator | null = null;
  for (;;) {
    const before = words.before.endingAt(tokens, phraseFirst, from);
    if (before === undefined) break;
    phraseFirst -= before.length;
    comparator = comparator === null || comparator === 'about' ? before.value : comparator;
  }
  const after = words.after.at(tokens, numeral.last);
  const inside = after !== undefined && numeral.last + after.length <= run.end ? after : undefined;
  const { value, low, high, vague, last } = numeral;
  const shown = low === null ? (comparator ?? inside?.value ?? 'exactly') : 'range';
  return {
    first,
    last,
    phraseFirst,
    phraseLast: last + (inside?.length ?? 0),
    value,
    low,
    high,
    vague,
    compares: phraseFirst === first ? null : comparing(tokens, phraseFirst, first),
    comparator: vague === null ? shown : 'vague',
  };
}

const comparing = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map((token) => token.lower)
    .join(' ');
