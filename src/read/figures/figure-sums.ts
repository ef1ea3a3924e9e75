import type { FigureDraft, Link } from './figure-draft.ts';

/** Parts that add up stand close together, in so many sentences. */
const MOST_PARTS = 5;
const SPREAD = 2;
const LEAST_TOTAL = 5;
/** A sum that could be chance: then the whole must stand beside its parts. */
const SMALL_TOTAL = 12;

/** Neighbouring parts whose sum is a count given shortly before or after ("113 adults and 77 children" of 190). */
export function linkSums(drafts: readonly FigureDraft[], links: readonly Link[]): void {
  for (let from = 0; from < drafts.length; from += 1)
    if (!addsUp(drafts, links, from, false)) addsUp(drafts, links, from, true);
}

/** `skipOnes`: a single person told of between the parts is none of them. */
function addsUp(drafts: readonly FigureDraft[], links: readonly Link[], from: number, skipOnes: boolean): boolean {
  const parts: number[] = [];
  let total = 0;
  for (let to = from; to < Math.min(drafts.length, from + MOST_PARTS); to += 1) {
    const part = drafts[to];
    if (skipOnes && part?.number.value === 1) continue;
    if (part === undefined || !isPlainPart(part, links[to]) || part.sentence - (drafts[from]?.sentence ?? 0) > SPREAD)
      return false;
    if (isOfOther(drafts[from], part)) return false;
    total += part.number.value ?? 0;
    parts.push(to);
    const whole = parts.length < 2 ? null : neighbourWith(drafts, links, { total, from, to });
    if (whole === null) continue;
    for (const at of parts) {
      const link = links[at];
      if (link === undefined) continue;
      link.subsetOf = whole;
      link.why.push('the parts add up');
    }
    return true;
  }
  return false;
}

const isPlainPart = ({ number, unit }: FigureDraft, link: Link | undefined): boolean =>
  unit === 'person' &&
  number.value !== null &&
  number.comparator === 'exactly' &&
  number.value > 0 &&
  link?.subsetOf === null &&
  link.sameAs === null;

interface Sum {
  readonly total: number;
  readonly from: number;
  readonly to: number;
}

function neighbourWith(
  drafts: readonly FigureDraft[],
  links: readonly Link[],
  { total, from, to }: Sum,
): number | null {
  if (total < LEAST_TOTAL) return null;
  for (let at = Math.max(0, from - 3); at <= Math.min(drafts.length - 1, to + 3); at += 1) {
    const whole = drafts[at];
    if ((at >= from && at <= to) || whole === undefined || whole.number.value !== total || whole.unit !== 'person')
      continue;
    if (isNear(drafts, whole, { total, from, to })) return links[at]?.sameAs ?? at;
  }
  return null;
}

/** Parts of one sentence may have their whole anywhere near; parts of several have it beside them. */
function isNear(drafts: readonly FigureDraft[], whole: FigureDraft, { total, from, to }: Sum): boolean {
  const [first, last] = [drafts[from]?.sentence ?? 0, drafts[to]?.sentence ?? 0];
  return (first === last && total > SMALL_TOTAL) || (whole.sentence >= first - 1 && whole.sentence <= last + 1);
}

/** Parts of one whole have suffered the same. */
const isOfOther = (first: FigureDraft | undefined, part: FigureDraft): boolean =>
  first !== undefined && first.about !== part.about && first.about !== 'other' && part.about !== 'other';
