import type { Words } from '../model/words.ts';
import {
  begins,
  boundaryModel,
  boundaryStretch,
  follow,
  isRemark,
  type BoundaryModel,
  type BoundaryStretch,
} from './boundary.ts';
import { languageData } from '../language-data.ts';
import type { Block, Sentence, Token } from '../passes.ts';

/** `Intl.Segmenter` is quadratic in what it is given: never more than this at once (MECHANICS, Search). */
const CHUNK = 2000;
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });
const BREAKS = /[\n\v\f\r\u0085\u2028\u2029]/g;

/** Where Unicode's rules (UAX 29) see a sentence begin inside `[start, end)`, the start itself left out. */
function boundaries(text: string, start: number, end: number): number[] {
  const found: number[] = [];
  let from = start;
  while (from < end) {
    const to = end - from <= CHUNK ? end : cutBefore(text, from, from + CHUNK);
    const chunk = text.slice(from, to).replace(BREAKS, ' ');
    const starts = [...SEGMENTER.segment(chunk)].map((segment) => from + segment.index).filter((at) => at > from);
    if (to === end) {
      found.push(...starts);
      return found;
    }
    found.push(...starts);
    from = starts.at(-1) ?? to;
  }
  return found;
}

/** The last white space before `to`; where a word is longer than that, `to` itself but never between surrogates. */
function cutBefore(text: string, from: number, to: number): number {
  for (let at = to; at > from + CHUNK / 2; at -= 1) if (text[at - 1]?.trim() === '') return at;
  const unit = text.charCodeAt(to);
  return unit >= 0xdc00 && unit <= 0xdfff ? to - 1 : to;
}

const CLOSERS = new Set(['”', '’', '»', ')', ']']);
const EITHER = new Set(['“', '"', "'", '„']);
const ENDERS = new Set(['.', '!', '?', '…']);

interface Language {
  readonly abbreviations: ReadonlySet<string>;
  readonly beforeNumber: ReadonlySet<string>;
  readonly starters: ReadonlySet<string>;
}

function languageOf(language: string): Language {
  const data = languageData(language === 'und' ? 'en' : language, 'sentences');
  return {
    abbreviations: new Set(data.words('abbreviations')),
    beforeNumber: new Set(data.words('before-number')),
    starters: new Set(data.words('starters')),
  };
}

interface Tokenised {
  readonly tokens: readonly Token[];
  readonly words: Words;
  readonly language: string;
}

/** The sentences of every block but furniture; they begin and end with a token (SPEC E6). */
export function sentencesOf(
  text: string,
  blocks: readonly Block[],
  view: Tokenised,
  english = boundaryModel(),
): Sentence[] {
  const cuts = cutterOf(text, view, english);
  const sentences: Sentence[] = [];
  let at = 0;
  for (const [block, { start, end, kind }] of blocks.entries()) {
    while ((view.tokens[at]?.start ?? Infinity) < start) at += 1;
    const first = at;
    while ((view.tokens[at]?.start ?? Infinity) < end) at += 1;
    if (kind === 'furniture' || first === at) continue;
    for (const [from, to] of cuts({ start, end, first, last: at })) {
      const [head, tail] = [view.tokens[from], view.tokens[to - 1]];
      if (head && tail) sentences.push({ start: head.start, end: tail.end, block, firstToken: from, lastToken: to });
    }
  }
  return sentences;
}

type Cuts = (readonly [number, number])[];
type Cutter = (stretch: Stretch) => Cuts;

/** English is cut by a trained model; a language without one by Unicode's rules, mended. */
function cutterOf(text: string, { tokens, words, language }: Tokenised, english: BoundaryModel | null): Cutter {
  if (english !== null && (language === 'en' || language === 'und')) {
    return ({ first, last }) => learntCuts(english, boundaryStretch(tokens, words, first, last));
  }
  const place = { text, tokens, language: languageOf(language) };
  return (stretch) => unicodeCuts(place, stretch);
}

/** Token ranges of a block's sentences as learnt. A sentence has at least one word or number. */
function learntCuts(model: BoundaryModel, stretch: BoundaryStretch): Cuts {
  const { tokens, first, last } = stretch;
  const ranges: Cuts = [];
  const sofar = { from: first, open: false };
  let wordy = isWord(tokens[first]);
  for (let at = first + 1; at < last; at += 1) {
    follow(sofar, tokens[at - 1]);
    if (wordy && begins(model, stretch, sofar, at)) {
      const next = afterClosers(tokens, at, last);
      if (next === last) break;
      ranges.push([sofar.from, next]);
      sofar.from = next;
      sofar.open = false;
      at = next;
      wordy = false;
    }
    wordy ||= isWord(tokens[at]);
  }
  return withLast(ranges, [sofar.from, last], wordy);
}

/** A last piece without a word belongs to the sentence before. */
function withLast(ranges: Cuts, [from, to]: readonly [number, number], wordy: boolean): Cuts {
  if (wordy || ranges.length === 0) ranges.push([from, to]);
  else ranges.push([ranges.pop()?.[0] ?? from, to]);
  return ranges;
}

interface Place {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly language: Language;
}
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
}

/** Token ranges of a block's sentences: Unicode's boundaries, mended. A sentence has at least one word or number. */
function unicodeCuts(place: Place, stretch: Stretch): Cuts {
  const unicode = new Set(boundaries(place.text, stretch.start, stretch.end));
  const ranges: Cuts = [];
  let from = stretch.first;
  let wordy = isWord(place.tokens[from]);
  for (let at = stretch.first + 1; at < stretch.last; at += 1) {
    const token = place.tokens[at];
    const cut = unicode.has(token?.start ?? 0) ? !joins(place, from, at) : breaks(place, at);
    const next = cut && wordy ? afterClosers(place.tokens, at, stretch.last) : at;
    if (cut && wordy && next < stretch.last) {
      ranges.push([from, next]);
      from = next;
      at = next;
      wordy = false;
    }
    wordy ||= isWord(place.tokens[at]);
  }
  return withLast(ranges, [from, stretch.last], wordy);
}

/** Closing marks that a space has parted from their sentence belong to it; so do any quote mark before a space, and the
 * number of a note, `[17]`. */
function afterClosers(tokens: readonly Token[], at: number, last: number): number {
  let next = at;
  while (next < last && closes(tokens[next], tokens[next + 1])) next += 1;
  const isNote = tokens[next]?.text === '[' && tokens[next + 1]?.shape === 'number' && tokens[next + 2]?.text === ']';
  return isNote && next + 3 <= last ? next + 3 : next;
}

const closes = (token: Token | undefined, next: Token | undefined): boolean =>
  token !== undefined &&
  (CLOSERS.has(token.text) || (EITHER.has(token.text) && next !== undefined && next.start > token.end));

const isWord = (token: Token | undefined): boolean => token !== undefined && token.shape !== 'mark';

/** Whether a boundary before token `at` is none. `from` is the first token of the sentence so far. */
function joins({ tokens, language }: Place, from: number, at: number): boolean {
  const [next, last, before] = [tokens[at], tokens[at - 1], tokens[at - 2]];
  if (next === undefined || last === undefined) return true;
  if (next.shape === 'lower') return last.text !== '?' && last.text !== '!';
  const starter = language.starters.has(next.lower) && !(isInitial(next) && tokens[at + 1]?.start === next.end);
  if (last.text.endsWith('.') && last.text.length > 1) return !starter && next.shape !== 'mark';
  if (last.text === ')' && before !== undefined && ENDERS.has(before.text)) return isRemark(tokens, at);
  if (last.text !== '.' || before === undefined || before.end !== last.start) return false;
  if (language.abbreviations.has(before.lower)) return true;
  if (language.beforeNumber.has(before.lower) && next.shape === 'number') return true;
  if (before.shape === 'number' && at - 2 === from) return true;
  return isInitial(before) && !starter;
}

const isInitial = (token: Token): boolean => token.text.length === 1 && token.shape === 'title' && token.text !== 'I';

/** Whether a sentence begins at token `at` where Unicode sees none: after an ellipsis, or where the space was lost. */
function breaks({ tokens, language }: Place, at: number): boolean {
  const [next, last, before] = [tokens[at], tokens[at - 1], tokens[at - 2]];
  if (next === undefined || last === undefined || next.shape !== 'title') return false;
  if (last.text === '…') return last.end < next.start && language.starters.has(next.lower);
  if (last.text !== '.' || before === undefined || next.start !== last.end || next.text.length < 2) return false;
  return before.shape === 'lower' && before.text.length > 2 && before.end === last.start;
}
