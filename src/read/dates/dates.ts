import type { Mention } from '../../domain/reading.ts';
import { spanAt } from '../../domain/span.ts';
import { whenBounds } from '../../domain/when.ts';
import type { View } from '../passes.ts';
import { fullDateAt } from '../text/full-date.ts';
import { atomsOf, type Atoms } from './date-atoms.ts';
import { followingAt } from './date-following.ts';
import { bareCoarseAt, isAt, pointAt, wordAt, type Found, type Point } from './date-points.ts';
import { rangeAt } from './date-ranges.ts';
import { feastAt, relativeAt } from './date-relative.ts';
import { anchorDay, valueOf, type Anchor } from './date-values.ts';
import { dateWords, type DateWords } from './date-words.ts';

interface Dated {
  readonly value: string | null;
  /** Set where the words say a year that dates nearby may lean on. */
  readonly near?: Point;
}
type Rule = (atoms: Atoms, at: number, anchor: Anchor) => Found<Dated> | undefined;

/** Pass: dates of a text as EDTF, in order (SPEC E9). Of a language without date words only what is written out. */
export function datesOf(view: View): Mention[] {
  const words = dateWords(view.language === 'und' ? 'en' : view.language);
  return words === null ? fullDates(view) : saidDates(view, words);
}

const mentionAt = (
  view: View,
  place: { readonly start: number; readonly end: number },
  value: string | null,
): Mention => ({
  id: `d${place.start}`,
  kind: 'date',
  span: spanAt(view.text, place.start, place.end),
  entity: null,
  value,
});

function fullDates(view: View): Mention[] {
  const mentions: Mention[] = [];
  for (const { firstToken, lastToken } of view.sentences) {
    for (let at = firstToken; at < lastToken; at += 1) {
      const date = fullDateAt(view.tokens, at);
      const [first, last] = [view.tokens[at], view.tokens[(date?.next ?? 0) - 1]];
      if (date === undefined || date.next > lastToken || first === undefined || last === undefined) continue;
      mentions.push(mentionAt(view, { start: first.start, end: last.end }, date.edtf));
      at = date.next - 1;
    }
  }
  return mentions;
}

/** How far, in sentences of one block, a date may lend its year to another. */
const REACH = 1;
/** How far, in sentences, "the following day" looks back. */
const FOLLOWING_REACH = 6;
/** How far, in words, a word of what is to come reaches. */
const FUTURE_REACH = 10;

/** What the dates so far leave behind for those after them. */
interface Trail {
  near: { readonly point: Point; readonly year: number; readonly sentence: number; readonly block: number } | null;
  last: { readonly value: string; readonly sentence: number } | null;
}

function saidDates(view: View, words: DateWords): Mention[] {
  const mentions: Mention[] = [];
  const day = anchorDay(view.publishedDate);
  const trail: Trail = { near: null, last: null };
  for (const [number, sentence] of view.sentences.entries()) {
    const atoms = atomsOf(view, sentence, words);
    if (atoms.list.length === 0) continue;
    const { near } = trail;
    if (near !== null && (near.block !== sentence.block || number - near.sentence > REACH)) trail.near = null;
    let future = -FUTURE_REACH;
    for (let at = 0; at < atoms.list.length; at += 1) {
      if (isAt(atoms, at - 1, 'future')) future = at - 1;
      const found = dateAt(atoms, at, anchorOf(trail, { day, number, future: at - future < FUTURE_REACH }));
      const [first, last] = [atoms.list[at], atoms.list[(found?.next ?? 0) - 1]];
      if (found === undefined || first === undefined || last === undefined) continue;
      mentions.push(mentionAt(view, { start: first.start, end: last.end }, found.what.value));
      leave(trail, found.what, { number, block: sentence.block });
      at = found.next - 1;
    }
  }
  return mentions;
}

interface Here {
  readonly day: string | null;
  readonly number: number;
  readonly future: boolean;
}

const anchorOf = ({ near, last }: Trail, { day, number, future }: Here): Anchor => ({
  day,
  near: near && { year: near.year, month: near.point.month, sameSentence: near.sentence === number },
  last: last !== null && number - last.sentence <= FOLLOWING_REACH ? last.value : null,
  future,
});

function leave(trail: Trail, { value, near: point }: Dated, at: { number: number; block: number }): void {
  if (point === undefined) trail.near = null;
  if (point?.year !== undefined) trail.near = { point, year: point.year, sentence: at.number, block: at.block };
  if (value !== null) trail.last = { value, sentence: at.number };
}

function dateAt(atoms: Atoms, at: number, anchor: Anchor): Found<Dated> | undefined {
  for (const rule of RULES) {
    const found = rule(atoms, at, anchor);
    if (found !== undefined) return found;
  }
  return undefined;
}

const range: Rule = (atoms, at, anchor) => {
  const found = rangeAt(atoms, at, anchor);
  return found === undefined
    ? undefined
    : { what: { value: found.what.value, near: found.what.from }, next: found.next };
};

const point: Rule = (atoms, at, anchor) => {
  const found = pointAt(atoms, at);
  return found === undefined
    ? undefined
    : { what: { value: valueOf(found.what, anchor), near: found.what }, next: found.next };
};

const relative: Rule = (atoms, at, { day }) => {
  const found = relativeAt(atoms, at, day);
  return found === undefined ? undefined : { what: { value: found.what }, next: found.next };
};

const following: Rule = (atoms, at, { last }) => {
  const found = followingAt(atoms, at, last);
  return found === undefined ? undefined : { what: { value: found.what }, next: found.next };
};

const feast: Rule = (atoms, at) => {
  const next = feastAt(atoms, at);
  return next === undefined ? undefined : { what: { value: null }, next };
};

/** "since May 2017" is open at one end: the word belongs to the date. */
const open: Rule = (atoms, at, anchor) => {
  const [since, until] = [isAt(atoms, at, 'since'), isAt(atoms, at, 'until')];
  if (!since && !until) return undefined;
  const found = part(atoms, at + 1, anchor) ?? relative(atoms, at + 1, anchor) ?? point(atoms, at + 1, anchor);
  if (found === undefined) return undefined;
  const { value } = found.what;
  const [first, last = first] = (value ?? '').split('/');
  const edtf = since ? `${first}/..` : `../${last}`;
  return { what: { value: value === null || whenBounds(edtf) === null ? null : edtf }, next: found.next };
};

const LONGEST_PART = 5;

/** "early 2017", "the end of May", "mid-June", "late last year": no finer than the year or month they name. */
const part: Rule = (atoms, at, anchor) => {
  if (!isAt(atoms, at, 'parts')) return undefined;
  if (isAt(atoms, at, 'half-leads') && !isAt(atoms, at + 1, 'halves')) return undefined;
  let from = at + 1;
  while (from - at < LONGEST_PART && (isAt(atoms, from, 'parts') || isAt(atoms, from, 'part-links'))) from += 1;
  const coarse = relative(atoms, from, anchor) ?? following(atoms, from, anchor);
  if (coarse !== undefined && wordAt(atoms, from) !== undefined) return coarse;
  const found = pointAt(atoms, from) ?? bareCoarseAt(atoms, from);
  if (found === undefined || found.what.day !== undefined) return undefined;
  return { what: { value: valueOf(found.what, anchor), near: found.what }, next: found.next };
};

const RULES: readonly Rule[] = [range, open, part, following, relative, feast, point];
