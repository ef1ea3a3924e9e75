import { spanAt } from '../../domain/span.ts';
import type { Mention } from '../../domain/reading.ts';
import { whenBounds } from '../../domain/when.ts';
import { atomsOf, isIn } from './date-atoms.ts';
import { bareCoarseAt, pointAt, wordAt, type Atoms, type Found, type Point } from './date-points.ts';
import { rangeAt } from './date-ranges.ts';
import { feastAt, relativeAt } from './date-relative.ts';
import { anchorDay, valueOf, type Anchor } from './date-values.ts';
import { fullDateAt } from '../text/full-date.ts';
import type { View } from '../passes.ts';

interface Dated {
  readonly value: string | null;
  /** Set where the words say a year that dates nearby may lean on. */
  readonly near?: Point;
}
type Rule = (atoms: Atoms, at: number, anchor: Anchor) => Found<Dated> | undefined;

/** Pass: dates of a text as EDTF, in order (SPEC E9). English in full; of other languages only what is written out. */
export function datesOf(view: View): Mention[] {
  return view.language === 'en' || view.language === 'und' ? englishDates(view) : fullDates(view);
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
/** How far, in words, a word of what is to come reaches. */
const FUTURE_REACH = 10;

function englishDates(view: View): Mention[] {
  const mentions: Mention[] = [];
  const day = anchorDay(view.publishedDate);
  let near: { readonly point: Point; readonly year: number; readonly sentence: number; readonly block: number } | null =
    null;
  for (const [number, sentence] of view.sentences.entries()) {
    const atoms = atomsOf(view, sentence);
    if (atoms.length === 0) continue;
    if (near !== null && (near.block !== sentence.block || number - near.sentence > REACH)) near = null;
    let future = -FUTURE_REACH;
    for (let at = 0; at < atoms.length; at += 1) {
      if (isIn('future', wordAt(atoms, at - 1))) future = at - 1;
      const anchor: Anchor = {
        day,
        near: near && { year: near.year, month: near.point.month, sameSentence: near.sentence === number },
        future: at - future < FUTURE_REACH,
      };
      const found = dateAt(atoms, at, anchor);
      const [first, last] = [atoms[at], atoms[(found?.next ?? 0) - 1]];
      if (found === undefined || first === undefined || last === undefined) continue;
      mentions.push(mentionAt(view, { start: first.start, end: last.end }, found.what.value));
      const point = found.what.near;
      if (point === undefined) near = null;
      if (point?.year !== undefined) near = { point, year: point.year, sentence: number, block: sentence.block };
      at = found.next - 1;
    }
  }
  return mentions;
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

const feast: Rule = (atoms, at) => {
  const next = feastAt(atoms, at);
  return next === undefined ? undefined : { what: { value: null }, next };
};

/** "since May 2017" is open at one end: the word belongs to the date. */
const open: Rule = (atoms, at, anchor) => {
  const [since, until] = [isIn('since', wordAt(atoms, at)), isIn('until', wordAt(atoms, at))];
  if (!since && !until) return undefined;
  const found = part(atoms, at + 1, anchor) ?? relative(atoms, at + 1, anchor) ?? point(atoms, at + 1, anchor);
  if (found === undefined) return undefined;
  const { value } = found.what;
  const edtf = since ? `${value}/..` : `../${value}`;
  return { what: { value: value === null || whenBounds(edtf) === null ? null : edtf }, next: found.next };
};

const LONGEST_PART = 5;

/** "early 2017", "the end of May", "mid-June": no finer than the year or month they name. */
const part: Rule = (atoms, at, anchor) => {
  const lead = wordAt(atoms, at);
  if (!isIn('parts', lead)) return undefined;
  if ((lead === 'first' || lead === 'second') && wordAt(atoms, at + 1) !== 'half') return undefined;
  let from = at + 1;
  while (
    from - at < LONGEST_PART &&
    (isIn('parts', wordAt(atoms, from)) || ['of', 'the', '-', '–', 'this', 'last'].includes(wordAt(atoms, from) ?? ''))
  )
    from += 1;
  const found = pointAt(atoms, from) ?? bareCoarseAt(atoms, from);
  if (found === undefined || found.what.day !== undefined) return undefined;
  return { what: { value: valueOf(found.what, anchor), near: found.what }, next: found.next };
};

const RULES: readonly Rule[] = [open, range, part, relative, feast, point];
