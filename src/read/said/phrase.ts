import type { CueLexicon } from './cue-lexicon.ts';
import type { Item } from './frames.ts';
import {
  type Range,
  hasFinite,
  isAdverb,
  isCapital,
  isComma,
  isConjunction,
  isFinite,
  isMark,
  isPreposition,
  isSubordinator,
  isTime,
  isWord,
} from './item-class.ts';

const CLITIC = /^['’](?:s|re|ve|ll|d|m)$/u;
const NAME_MARKS = new Set(['.', '-', '&', "'", '’', '/', '­', '#', '@']);
const LONGEST_PERSON = 4;
const LINKS = new Set(['and', 'or', ',']);

/** Left edge of the clause that ends before `to`: the nearest stop, subordinator or finite verb. */
function leftEdge(items: readonly Item[], to: number, lexicon: CueLexicon): number {
  let at = to;
  while (at > 0) {
    const item = items[at - 1];
    if (item === undefined) break;
    if (item.text === ')') {
      at = openingOf(items, at - 1);
      continue;
    }
    if (item.shape === 'quote' && item.quote?.role !== 'term') break;
    if (item.shape === 'mark' && !NAME_MARKS.has(item.text)) break;
    if (isSubordinator(item, lexicon) || item.lower === 'but') break;
    if (isFinite(items, at - 1, lexicon) && !CLITIC.test(item.lower)) break;
    at -= 1;
  }
  return at;
}

function openingOf(items: readonly Item[], close: number): number {
  for (let at = close - 1; at >= 0 && close - at < 12; at -= 1) if (items[at]?.text === '(') return at;
  return close;
}

/** Where a list begins that ends before `at`: relatives, lawyers and activists. */
function listStart(items: readonly Item[], from: number, to: number, lexicon: CueLexicon): number {
  const linked = items.slice(from, to).some((item) => item.lower === 'and' || item.lower === 'or');
  if (!linked) return from;
  let start = from;
  while (isComma(items[start - 1])) {
    const earlier = leftEdge(items, start - 1, lexicon);
    const length = start - 1 - earlier;
    if (length < 1 || length > 6 || hasFinite(items, { from: earlier, to: start - 1 }, lexicon)) break;
    if (isPreposition(items[earlier], lexicon) || isAdverbial(items[earlier], lexicon)) break;
    start = earlier;
  }
  return start;
}

const isAdverbial = (item: Item | undefined, lexicon: CueLexicon): boolean =>
  item !== undefined && (isAdverb(item, lexicon) || isTime(item, lexicon) || isConjunction(item, lexicon));

/** The noun phrase that ends just before `to`, or null. Titles before a name stay, appositions and adverbials go. */
export function phraseBefore(items: readonly Item[], to: number, lexicon: CueLexicon): Range | null {
  let end = to;
  while (end > 0 && isAdverbialEnd(items, end, lexicon)) end -= 1;
  if (isComma(items[end - 1])) return beforeComma(items, end - 1, lexicon);
  if (isMark(items[end - 1], '–—-')) return beforeDash(items, end - 1, lexicon);
  return trimmed(items, { from: leftEdge(items, end, lexicon), to: end }, lexicon);
}

function isAdverbialEnd(items: readonly Item[], end: number, lexicon: CueLexicon): boolean {
  const item = items[end - 1];
  return item !== undefined && (isAdverb(item, lexicon) || isTime(item, lexicon)) && item.shape !== 'upper';
}

/** `said the group’s director, Orlan Veth, …`: the name that stands in apposition to an office. */
export function namedApposition(items: readonly Item[], range: Range, lexicon: CueLexicon): Range | null {
  if (!isComma(items[range.to]) || isNamed(items, range, lexicon)) return null;
  const name = phraseAfter(items, range.to + 1, lexicon);
  if (name === null || name.to - name.from > LONGEST_PERSON || !isNamed(items, name, lexicon)) return null;
  return items.slice(name.from, name.to).every((item) => item.shape !== 'lower') ? name : null;
}

/** `X, the head of Y, said`: the phrase with the name, mostly the first; `X, who did Z, said`: X. */
function beforeComma(items: readonly Item[], comma: number, lexicon: CueLexicon): Range | null {
  let open = comma - 1;
  let depth = 0;
  while (open >= 0 && !(isComma(items[open]) && depth === 0)) {
    const item = items[open];
    if (item?.text === ')') depth += 1;
    if (item?.text === '(') depth -= 1;
    open -= 1;
  }
  if (open < 0) return null;
  const inside = { from: open + 1, to: comma };
  const first = trimmed(items, { from: leftEdge(items, open, lexicon), to: open }, lexicon);
  const opener = items[inside.from];
  const relative = opener !== undefined && (isSubordinator(opener, lexicon) || isPreposition(opener, lexicon));
  if (first === null) return relative ? null : trimmed(items, inside, lexicon);
  if (relative || (opener && isAdverb(opener, lexicon))) return first;
  const second = trimmed(items, inside, lexicon);
  const fronted = isPreposition(items[leftEdge(items, open, lexicon)], lexicon);
  if (!fronted && isComma(items[first.from - 1]) && !isNamed(items, first, lexicon)) {
    const name = { from: leftEdge(items, first.from - 1, lexicon), to: first.from - 1 };
    if (name.to - name.from <= LONGEST_PERSON && isNamed(items, name, lexicon)) return name;
  }
  if (second === null || hasFinite(items, inside, lexicon)) return first;
  return fronted || (isNamed(items, second, lexicon) && !isNamed(items, first, lexicon)) ? second : first;
}

function beforeDash(items: readonly Item[], dash: number, lexicon: CueLexicon): Range | null {
  for (let at = dash - 1; at >= 0; at -= 1) {
    if (isMark(items[at], '–—-')) return trimmed(items, { from: leftEdge(items, at, lexicon), to: at }, lexicon);
  }
  return null;
}

/** Two capitalised words at the end of its head: a person's name rather than an office. */
function isNamed(items: readonly Item[], range: Range, lexicon: CueLexicon): boolean {
  const of = items.findIndex((item, at) => at > range.from && at < range.to && isPreposition(item, lexicon));
  const end = of < 0 ? range.to : of;
  const [one, two] = [items[end - 1], items[end - 2]];
  const title = (item: Item | undefined): boolean =>
    isWord(item) && item.shape !== 'lower' && item.shape !== 'number' && !lexicon.is.determiners.has(item.lower);
  return end - range.from >= 2 && title(one) && title(two);
}

/** Takes conjunctions, adverbs and fronted prepositions off the front, loose ends off the back. */
function trimmed(items: readonly Item[], range: Range, lexicon: CueLexicon): Range | null {
  const last = items[range.to - 1];
  if (last !== undefined && range.to > range.from && SUBJECTS.has(last.lower))
    return { from: range.to - 1, to: range.to };
  let from = isFinite(items, range.from - 1, lexicon)
    ? afterJoin(items, range)
    : listStart(items, range.from, range.to, lexicon);
  let { to } = range;
  const drop = (item: Item | undefined): boolean =>
    item !== undefined &&
    (item.shape === 'mark'
      ? item.text !== '(' && item.text !== '@' && item.text !== '#'
      : isAdverbial(item, lexicon) && !isNameStart(item));
  while (from < to && drop(items[from])) from += 1;
  if (isPreposition(items[from], lexicon)) from = afterFronted(items, { from, to }, lexicon);
  while (to > from && items[to - 1]?.shape === 'mark' && items[to - 1]?.text !== ')') to -= 1;
  const cut = timeCut(items, { from, to }, lexicon);
  return cut.to > cut.from && isWord(items[cut.from]) ? cut : null;
}

/** After a finite verb what comes before `and` is its object, what comes after a subject: … freed him and the army said. */
function afterJoin(items: readonly Item[], { from, to }: Range): number {
  const join = items.findLastIndex((item, at) => at >= from && at < to && item.lower === 'and');
  return join < 0 ? from : join + 1;
}

/** A pronoun is a noun phrase of its own. */
const SUBJECTS = new Set(['he', 'she', 'it', 'they']);

const isNameStart = (item: Item): boolean => item.shape === 'upper' && item.lower.length > 1;

/** `In a statement the ministry`: the phrase starts at the last determiner, pronoun or capital after a small word. */
function afterFronted(items: readonly Item[], range: Range, lexicon: CueLexicon): number {
  for (let at = range.to - 1; at > range.from + 1 && !isPreposition(items[at], lexicon); at -= 1) {
    if (lexicon.is.determiners.has(items[at]?.lower ?? '') && !isPreposition(items[at - 1], lexicon)) return at;
  }
  for (let at = range.to - 1; at > range.from + 1; at -= 1) {
    const item = items[at];
    const before = items[at - 1];
    if (item === undefined || isPreposition(before, lexicon)) continue;
    const starts = lexicon.is.determiners.has(item.lower) || lexicon.is.pronouns.has(item.lower);
    if (starts || (isCapital(item) && !isCapital(before) && !lexicon.is.determiners.has(before?.lower ?? '')))
      return at;
  }
  return lexicon.is.determiners.has(items[range.from + 1]?.lower ?? '') ? range.to : range.from + 1;
}

/** `Police on Monday` is `Police`. */
function timeCut(items: readonly Item[], range: Range, lexicon: CueLexicon): Range {
  for (let at = range.from + 1; at < range.to; at += 1) {
    const on = items[at]?.lower;
    if ((on === 'on' || on === 'in' || on === 'late' || on === 'last') && isTime(items[at + 1], lexicon)) {
      return { from: range.from, to: at };
    }
  }
  return range;
}

/** The noun phrase that starts at `from`: up to a stop, a subordinator, a finite verb or an adverbial. */
export function phraseAfter(items: readonly Item[], from: number, lexicon: CueLexicon): Range | null {
  let to = from;
  for (; to < items.length; to += 1) {
    const item = items[to];
    if (item === undefined || item.shape === 'quote') break;
    if (item.text === '(' && to > from) {
      const close = items.findIndex((other, at) => at > to && at < to + 10 && other.text === ')');
      if (close < 0) break;
      to = close;
      continue;
    }
    if (item.shape === 'mark' && !NAME_MARKS.has(item.text)) {
      if (!(isComma(item) && inList(items, to, lexicon))) break;
      continue;
    }
    if (item.text === '.' && to === items.length - 1) break;
    if (to > from && (endsPhrase(items, to, lexicon) || isFinite(items, to, lexicon))) break;
  }
  while (
    to > from &&
    (LINKS.has(items[to - 1]?.lower ?? '') || (items[to - 1]?.shape === 'mark' && items[to - 1]?.text !== ')'))
  )
    to -= 1;
  return to > from && isWord(items[from]) ? { from, to } : null;
}

/** A comma inside a list of names: A, B and C. */
function inList(items: readonly Item[], comma: number, lexicon: CueLexicon): boolean {
  for (let at = comma + 1; at < Math.min(items.length, comma + 9); at += 1) {
    const item = items[at];
    if (item !== undefined && CLITIC.test(item.lower)) return false;
    if (item === undefined || item.shape === 'quote' || isFinite(items, at, lexicon)) return false;
    if (item.lower === 'and' || item.lower === 'or')
      return isCapital(items[at + 1]) && isCapital(items[comma + 1]) && isCapital(items[comma - 1]);
  }
  return false;
}

const KEPT = new Set(['of', 'for', 'at', 'from', 'with', 'de', 'in']);

const ARTICLES = new Set(['the', 'a', 'an']);
const opensPhrase = (item: Item | undefined, lexicon: CueLexicon): boolean =>
  item === undefined ||
  !isWord(item) ||
  isPreposition(item, lexicon) ||
  isConjunction(item, lexicon) ||
  lexicon.is.determiners.has(item.lower);

function endsPhrase(items: readonly Item[], at: number, lexicon: CueLexicon): boolean {
  const item = items[at];
  if (item === undefined) return true;
  if (isSubordinator(item, lexicon)) return true;
  if (items[at + 1]?.lower === 'by' && /(?:ed|en)$/u.test(item.lower)) return item.lower !== 'issued';
  if (isTime(item, lexicon) || isAdverb(item, lexicon)) return item.shape !== 'upper';
  if (ARTICLES.has(item.lower) && !opensPhrase(items[at - 1], lexicon)) return true;
  if (item.lower === 'by' && items[at - 1]?.lower === 'issued') return false;
  if (isPreposition(item, lexicon)) return !KEPT.has(item.lower) || isTime(items[at + 1], lexicon);
  return lexicon.is.pronouns.has(item.lower);
}
