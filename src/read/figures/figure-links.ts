import type { About } from '../../domain/vocabulary.ts';
import type { FigureDraft, Links } from './figure-draft.ts';
import type { Token, View } from '../passes.ts';

/** A whole is looked for this many counts and sentences back. */
const LOOK_BACK = 8;
const SENTENCES_BACK = 2;
/** Parts that add up stand close together. */
const MOST_PARTS = 5;
const SPREAD = 2;

/** Words before a count that make it a part of one already given. */
const PART_WORDS: readonly (readonly string[])[] = [
  ['of', 'which'],
  ['of', 'whom'],
  ['among', 'them'],
  ['among', 'whom'],
  ['including'],
  ['of', 'them'],
  ['out', 'of', 'them'],
];

/** Which count is part of which, and which repeats an earlier one (SPEC E23). */
export function linksOf(view: View, drafts: readonly FigureDraft[]): Links[] {
  const firsts = new Map<string, number[]>();
  const links: Link[] = [];
  drafts.forEach((draft, index) => {
    const same = repeatOf(view, drafts, index, firsts);
    links.push({ subsetOf: null, sameAs: same, why: same === null ? [] : ['gives an earlier count again'] });
    const key = repeatKey(draft);
    const list = firsts.get(key) ?? [];
    if (same === null && list.length < LOOK_BACK) firsts.set(key, [...list, index]);
  });
  sums(drafts, links);
  drafts.forEach((draft, index) => {
    if (links[index]?.subsetOf !== null) return;
    const near = wholeOf(view, drafts, index) ?? sharedWhole(view, drafts, links, index);
    const whole = near === null || draft.noun.head !== null ? near : (links[near]?.subsetOf ?? near);
    if (whole === null) return;
    const link = links[index];
    const first = links[whole]?.sameAs ?? whole;
    if (link === undefined || first === index || first === link.sameAs) return;
    link.subsetOf = first;
    link.why.push('part of another count');
  });
  return links;
}

function wholeOf(view: View, drafts: readonly FigureDraft[], index: number): number | null {
  const draft = drafts[index];
  if (draft === undefined) return null;
  if (draft.noun.nested)
    return index + 1 < drafts.length && drafts[index + 1]?.sentence === draft.sentence ? index + 1 : null;
  const head = headWord(view, draft);
  const fits = (whole: FigureDraft): boolean =>
    isBigger(whole, draft) && (head === '' || head === headWord(view, whole) || !draft.noun.partitive);
  if (draft.noun.partitive && draft.unit === 'person')
    return before(
      drafts,
      index,
      SENTENCES_BACK,
      (whole) => fits(whole) && (head === '' ? true : head === headWord(view, whole)),
    );
  if (hasPartWords(view.tokens, draft))
    return (
      before(drafts, index, 0, (whole) => isBigger(whole, draft)) ??
      before(drafts, index, 1, (whole) => isBigger(whole, draft))
    );
  return before(
    drafts,
    index,
    0,
    (whole, at) => at === index - 1 && isBigger(whole, draft) && opensAsWhole(view, whole),
  );
}

function before(
  drafts: readonly FigureDraft[],
  index: number,
  sentences: number,
  fits: (whole: FigureDraft, at: number) => boolean,
): number | null {
  const draft = drafts[index];
  for (let at = index - 1; at >= Math.max(0, index - LOOK_BACK); at -= 1) {
    const whole = drafts[at];
    if (whole === undefined || draft === undefined || draft.sentence - whole.sentence > sentences) return null;
    if (fits(whole, at)) return at;
  }
  return null;
}

/** Vague words may be wholes of anything they could hold. */
function isBigger(whole: FigureDraft, part: FigureDraft): boolean {
  if (whole.unit !== part.unit) return false;
  const [big, small] = [whole.number.value ?? whole.number.high, part.number.value ?? part.number.high];
  if (big === null) return whole.number.vague !== null && part.number.vague !== whole.number.vague;
  return small !== null && big > small;
}

/** The words must stand close before the count and after the last mark: "…, including 10 children". */
function hasPartWords(tokens: readonly Token[], { number }: FigureDraft): boolean {
  for (let back = 0; back <= 2; back += 1) {
    const end = number.phraseFirst - back;
    if (back > 0 && tokens[end]?.shape === 'mark') return false;
    for (const words of PART_WORDS) {
      const start = end - words.length;
      if (start >= 0 && words.every((word, n) => tokens[start + n]?.lower === word)) return true;
    }
  }
  return false;
}

/** "Of the nine killed, four were pardoned": the sentence opens with the whole. */
function opensAsWhole(view: View, whole: FigureDraft): boolean {
  const first = view.sentences[whole.sentence]?.firstToken ?? 0;
  const lead = view.tokens.slice(first, whole.number.phraseFirst).map((token) => token.lower);
  const words = lead.filter((word) => /\p{L}/u.test(word));
  return (words[0] === 'of' || (words[0] === 'out' && words[1] === 'of') || words[0] === 'among') && words.length <= 3;
}

/** "…, including 27 students, three teachers and 12 relatives": what is joined to a part is a part too. */
function sharedWhole(
  view: View,
  drafts: readonly FigureDraft[],
  links: readonly Links[],
  index: number,
): number | null {
  const [draft, previous] = [drafts[index], drafts[index - 1]];
  if (draft === undefined || previous === undefined || draft.sentence !== previous.sentence) return null;
  const whole = links[index - 1]?.subsetOf ?? null;
  const wholeDraft = whole === null ? undefined : drafts[whole];
  if (whole === null || wholeDraft === undefined || !isBigger(wholeDraft, draft)) return null;
  const between = view.tokens.slice(previous.noun.to, draft.number.phraseFirst);
  return between.length <= 2 && between.length > 0 && between.every(({ lower }) => lower === ',' || lower === 'and')
    ? whole
    : null;
}

type Link = { subsetOf: number | null; sameAs: number | null; why: string[] };

/** Neighbouring parts whose sum is a count given shortly before or after ("113 adults and 77 children" of 190). */
function sums(drafts: readonly FigureDraft[], links: Link[]): void {
  for (let from = 0; from < drafts.length; from += 1)
    if (!addsUp(drafts, links, from, false)) addsUp(drafts, links, from, true);
}

/** `skipOnes`: a single person told of between the parts is none of them. */
function addsUp(drafts: readonly FigureDraft[], links: Link[], from: number, skipOnes: boolean): boolean {
  const parts: number[] = [];
  let total = 0;
  for (let to = from; to < Math.min(drafts.length, from + MOST_PARTS); to += 1) {
    const part = drafts[to];
    if (skipOnes && part?.number.value === 1) continue;
    if (part === undefined || !isPlainPart(part, links[to]) || part.sentence - (drafts[from]?.sentence ?? 0) > SPREAD)
      return false;
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

const isPlainPart = ({ number, unit }: FigureDraft, link: Links | undefined): boolean =>
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
  links: readonly Links[],
  { total, from, to }: Sum,
): number | null {
  if (total < 5) return null;
  for (let at = Math.max(0, from - 3); at <= Math.min(drafts.length - 1, to + 3); at += 1) {
    const whole = drafts[at];
    if ((at >= from && at <= to) || whole === undefined || whole.number.value !== total || whole.unit !== 'person')
      continue;
    return links[at]?.sameAs ?? at;
  }
  return null;
}

/** Abouts that may speak of the same people: "the nine killed" for "9 died". */
const NEAR: Readonly<Partial<Record<About, string>>> = {
  killed: 'death',
  died: 'death',
  arrested: 'custody',
  detained: 'custody',
  charged: 'custody',
};
const classOf = (about: About): string => NEAR[about] ?? about;

const repeatKey = ({ number, unit }: FigureDraft): string =>
  `${unit} ${number.value ?? number.vague ?? `${number.low}-${number.high}`}`;

const headWord = (view: View, { noun }: FigureDraft): string =>
  noun.head === null ? '' : (view.tokens[noun.head]?.lower ?? '');

/** The first mention of the same number about the same thing. */
function repeatOf(
  view: View,
  drafts: readonly FigureDraft[],
  index: number,
  firsts: ReadonlyMap<string, number[]>,
): number | null {
  const draft = drafts[index];
  if (draft === undefined || draft.number.value === 0) return null;
  for (const at of (firsts.get(repeatKey(draft)) ?? []).toReversed()) {
    const first = drafts[at];
    if (first !== undefined && isRepeat(view, first, draft)) return at;
  }
  return null;
}

function isRepeat(view: View, first: FigureDraft, again: FigureDraft): boolean {
  if (first.number.comparator !== again.number.comparator) return false;
  const [a, b] = [headWord(view, first), headWord(view, again)];
  const alike = a === b || a === '' || b === '' || GENERAL.has(a) || GENERAL.has(b);
  const about = classOf(first.about) === classOf(again.about);
  if (again.number.value === 1 || again.number.vague !== null)
    return about && again.about !== 'other' && alike && first.sentence !== again.sentence;
  if (about) return alike || (again.about !== 'other' && !isRound(again));
  const open =
    first.about === 'other' ||
    again.about === 'other' ||
    DEFINITE.has(view.tokens[again.number.phraseFirst - 1]?.lower ?? '');
  return open && alike && !isRound(again);
}

const DEFINITE = new Set(['the', 'these', 'those', 'all', 'both']);
const GENERAL = new Set(['people', 'persons', 'others', 'men', 'victims']);
const isRound = ({ number }: FigureDraft): boolean => number.value !== null && number.value % 10 === 0;
