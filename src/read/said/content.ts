import type { Cue } from './cue.ts';
import type { CueLexicon } from './cue-lexicon.ts';
import type { Frame, Item } from './frames.ts';
import { hasFinite, isAdverb, isAuxiliary, isComma, isPreposition, isTime, isWord, type Range } from './item-class.ts';
import { namedApposition, phraseAfter } from './phrase.ts';

/** A stretch of the text, without its words yet. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What stands between a cue and the words it reports. */
export interface Complement {
  /** Index of the first item of the reported words; `items.length` where nothing follows. */
  readonly from: number;
  readonly that: boolean;
  readonly colon: boolean;
  /** Who was told. */
  readonly addressee: Range | null;
  /** Adjuncts between cue and words: in an interview with X. */
  readonly adjuncts: Range;
}

const LONGEST_ADDRESSEE = 9;
const LONGEST_ADJUNCT = 14;

const isEnd = (item: Item | undefined): boolean =>
  item === undefined || (item.shape === 'mark' && /^[.!?…;]$/u.test(item.text));

/** Finds where the reported words begin after a cue, past the one addressed, the day and the occasion. */
export function complementOf({ items }: Frame, cue: Cue, lexicon: CueLexicon): Complement {
  let at = cue.at.to;
  let addressee: Range | null = null;
  if (cue.verb?.verb.takes.has('addressee') && !cue.passive) {
    addressee = addresseeAt(items, at, lexicon);
    at = addressee?.to ?? at;
  }
  const adjunctsFrom = at;
  for (;;) {
    const next = skipAdjunct(items, at, lexicon);
    if (next === at) break;
    at = next;
  }
  const adjuncts = { from: adjunctsFrom, to: at };
  if (isComma(items[at]) && (items[at + 1]?.shape === 'quote' || items[at + 1]?.lower === 'that')) at += 1;
  const colon = items[at]?.text === ':';
  if (colon) at += 1;
  const that = items[at]?.lower === 'that' && !isVerbal(items, at + 1, lexicon);
  return { from: at, that, colon, addressee, adjuncts };
}

/** `that` as a pronoun is followed by its verb: said that was wrong. */
const isVerbal = (items: readonly Item[], at: number, { is }: CueLexicon): boolean =>
  is.be.has(items[at]?.lower ?? '') && items[at]?.lower !== 'being';

function skipAdjunct(items: readonly Item[], at: number, lexicon: CueLexicon): number {
  const item = items[at];
  if (!isWord(item)) return at;
  const period = lexicon.is.periods.has(items[at + 1]?.lower ?? '');
  if (period && ['last', 'this', 'next'].includes(item.lower)) return at + 2;
  if (isTime(item, lexicon) || (isAdverb(item, lexicon) && opensWords(items[at + 1], lexicon))) return at + 1;
  if (item.lower === 'on' && isTime(items[at + 1], lexicon)) return pastDate(items, at + 2, lexicon);
  if (!isPreposition(item, lexicon) || (item.lower === 'to' && !isPerson(items[at + 1], lexicon))) return at;
  return pastPhrase(items, at, lexicon);
}

/** `said again that` skips its adverb, `admitted only 102` keeps it. */
const opensWords = (next: Item | undefined, lexicon: CueLexicon): boolean =>
  next === undefined || next.lower === 'that' || !isWord(next) || isTime(next, lexicon) || next.lower === 'on';

/** `to reporters`, `to the agency`; not `to punish`. */
const isPerson = (item: Item | undefined, { is }: CueLexicon): boolean =>
  item !== undefined &&
  (item.shape !== 'lower' ||
    is.determiners.has(item.lower) ||
    is.pronouns.has(item.lower) ||
    /[^s]s$/u.test(item.lower));

function pastDate(items: readonly Item[], from: number, lexicon: CueLexicon): number {
  let at = from;
  while (items[at]?.shape === 'number' || isTime(items[at], lexicon)) at += 1;
  return at;
}

/** A prepositional phrase is skipped when `that`, a colon or a quotation follows it, or when it names an occasion of speech. */
function pastPhrase(items: readonly Item[], from: number, lexicon: CueLexicon): number {
  let occasion = -1;
  for (let at = from + 1; at < Math.min(items.length, from + LONGEST_ADJUNCT); at += 1) {
    const item = items[at];
    if (item === undefined) break;
    if (item.lower === 'that' || item.shape === 'quote' || item.text === ':') return at;
    if (isComma(item)) return items[at + 1]?.shape === 'quote' || occasion >= 0 ? at : from;
    if (isEnd(item)) return at;
    if (hasFinite(items, { from: at, to: at + 1 }, lexicon)) break;
    if (lexicon.is.occasions.has(item.lower)) occasion = at + 1;
  }
  if (occasion < 0) return from;
  return occasion;
}

function addresseeAt(items: readonly Item[], from: number, lexicon: CueLexicon): Range | null {
  const first = items[from];
  if (!isWord(first) || first.lower === 'that' || isPreposition(first, lexicon)) return null;
  if (lexicon.is.pronouns.has(first.lower)) return { from, to: from + 1 };
  const determined = lexicon.is.determiners.has(first.lower);
  let named = first.shape !== 'lower' && !determined;
  let to = from + 1;
  for (; to < Math.min(items.length, from + LONGEST_ADDRESSEE); to += 1) {
    const item = items[to];
    const before = items[to - 1];
    if (!isWord(item) || before === undefined) break;
    if (item.lower === 'that' || isPreposition(item, lexicon) || isTime(item, lexicon)) break;
    if (lexicon.is.determiners.has(item.lower) || lexicon.is.pronouns.has(item.lower)) break;
    if (before.shape === 'lower' && item.shape === 'title' && (named || !determined)) break;
    if (hasFinite(items, { from: to, to: to + 1 }, lexicon)) break;
    named ||= item.shape !== 'lower';
  }
  return { from, to };
}

/** Where reported words that begin at `from` end: the end of the frame, or the place where another clause takes over. */
export function contentEnd(frame: Frame, from: number, cues: readonly Cue[], lexicon: CueLexicon): number {
  const { items } = frame;
  let end = subordinateEnd(items, from);
  for (let at = from; at < end; at += 1) {
    const cut = items[at]?.text === ';' ? at : cutAt(frame, at, cues, lexicon);
    if (cut <= from) continue;
    end = cut;
    break;
  }
  return trimmedEnd(items, from, end);
}

const SUBORDINATE = new Set(['if', 'although', 'though', 'when', 'after', 'since', 'because', 'while', 'as']);

/** `Even though S announced C, it …`: in a subordinate clause before the main one the words end at its comma. */
function subordinateEnd(items: readonly Item[], from: number): number {
  let opens = from - 1;
  while (
    opens >= 0 &&
    !isComma(items[opens]) &&
    !(SUBORDINATE.has(items[opens]?.lower ?? '') && leadsClause(items, opens))
  ) {
    opens -= 1;
  }
  if (opens < 0 || isComma(items[opens])) return items.length;
  const comma = items.findIndex((item, at) => at > from && isComma(item));
  return comma < 0 ? items.length : comma;
}

const leadsClause = (items: readonly Item[], at: number): boolean => {
  const before = items[at - 1];
  return before === undefined || /^[:;]$/u.test(before.text) || before.lower === 'even';
};

export function trimmedEnd(items: readonly Item[], from: number, end: number): number {
  let to = end;
  while (to > from && items[to - 1]?.shape === 'mark' && /^[.,!?…;:–—-]$/u.test(items[to - 1]?.text ?? '')) to -= 1;
  return to;
}

/** A comma, whether it stands outside a quotation or, by American custom, as the last mark inside it. */
export const closesWithComma = (item: Item | undefined): boolean =>
  isComma(item) || (item?.quote?.inner.text.endsWith(',') ?? false);

/** Index at which another clause takes over, or -1: `, but` · `, adding that` · `, according to` · `and called for`. */
function cutAt({ items }: Frame, at: number, cues: readonly Cue[], lexicon: CueLexicon): number {
  const item = items[at];
  const next = items[at + 1];
  if (item === undefined || next === undefined) return -1;
  const comma = closesWithComma(item);
  const cut = item.quote === null ? at : at + 1;
  if (item.quote !== null && lexicon.is.circumstances.has(next.lower)) return cut;
  if (!comma && item.lower !== 'and' && item.lower !== 'but') return -1;
  if (comma && lexicon.is.contrasts.has(next.lower)) return cut;
  const lead = comma && next.lower === 'and' ? at + 2 : at + 1;
  return cues.some((cue) => takesOver(cue, lead, comma)) ? cut : -1;
}

function takesOver(cue: Cue, lead: number, comma: boolean): boolean {
  if (cue.kind === 'phrase') return comma && cue.at.from === lead;
  if (cue.kind !== 'verb' || cue.passive) return false;
  if (cue.lead === lead && cue.lead < cue.group && cue.verb?.form !== 'ing') return true;
  if (
    cue.group !== lead ||
    !['clause', 'object', 'object-of', 'for', 'on'].some((take) => cue.verb?.verb.takes.has(take))
  )
    return false;
  switch (cue.verb?.form) {
    case 'ing':
      return comma;
    case 'past':
      return true;
    case 'third':
      return !comma;
    default:
      return false;
  }
}

/** Items `[from, to)` as a stretch of the text. */
export function stretchOf(items: readonly Item[], { from, to }: Range): Stretch | null {
  const first = items[from];
  const last = items[to - 1];
  return first === undefined || last === undefined || to <= from ? null : { start: first.start, end: last.end };
}

/** A content snaps to quote marks: where it is one quotation and nothing else, it is what stands between the marks. */
export function snapped(
  items: readonly Item[],
  range: Range,
): { readonly stretch: Stretch; readonly direct: boolean } | null {
  let { from } = range;
  const to = trimmedEnd(items, from, range.to);
  while (from < to && /^[…:,.–—-]$/u.test(items[from]?.text ?? '')) from += 1;
  const only = items[from]?.quote;
  if (to - from === 1 && only) return { stretch: { start: only.inner.start, end: only.inner.end }, direct: true };
  const stretch = stretchOf(items, { from, to });
  return stretch === null ? null : { stretch, direct: false };
}

/** The subject that follows its cue: said X. */
export function inverted({ items }: Frame, cue: Cue, lexicon: CueLexicon): Range | null {
  const before = items[cue.at.from - 1];
  const next = items[cue.at.to];
  if (cue.kind !== 'verb' || cue.verb?.form === 'ing' || cue.verb?.form === 'base' || !isWord(next)) return null;
  if (!(before === undefined || before.shape === 'quote' || isComma(before))) return null;
  if (next.lower === 'that' || isPreposition(next, lexicon) || isTime(next, lexicon)) return null;
  if (isAuxiliary(next, lexicon)) return null;
  const range = phraseAfter(items, cue.at.to, lexicon);
  return range === null ? null : (namedApposition(items, range, lexicon) ?? range);
}
