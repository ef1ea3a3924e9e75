import { attributionDrafts, type Reported } from './reported.ts';
import { carriedOver, goesOn, looseSpeech, type Carrying } from './carry.ts';
import { covers, overlaps } from '../../domain/span.ts';
import { stretchOf, type Stretch } from './content.ts';
import { cuesOf, type Cue } from './cue.ts';
import { cueLexicon, type CueLexicon } from './cue-lexicon.ts';
import type { Draft, Finding } from './statement-draft.ts';
import { framesOf, type Frame, type Item } from './frames.ts';
import type { Quote, Syntax, View } from '../passes.ts';
import { mended, undenied } from './mended.ts';
import { adverbStatement, colonStatement, inWorkStatement, nounStatement, phraseStatement } from './rules-other.ts';
import { verbStatement, type Reading } from './rules-verb.ts';
import { linksOf } from './via.ts';

const RULES = {
  verb: verbStatement,
  phrase: phraseStatement,
  noun: nounStatement,
  adverb: adverbStatement,
} as const satisfies Record<Cue['kind'], (reading: Reading) => Finding | null>;

/** Every statement of a text, frame by frame, without chains, names and ids yet. */
export function draftsOf(view: View, quotes: readonly Quote[], syntax: Syntax): Draft[] {
  const lexicon = cueLexicon(view.language);
  const found = attributionDrafts(view, quotes, syntax).filter((one) => !saysOfThis(view, one));
  const byPlace = new Map(found.map((one) => [(one.cue ?? one.content[0])?.start, one]));
  const isReported = reportedIn(found);
  const drafts: Draft[] = [];
  const lastAt = new Map<Quote | null, { frame: Frame; draft: Draft | null }>();
  for (const frame of framesOf(view, quotes)) {
    const before = lastAt.get(frame.within) ?? null;
    const own = frameDrafts({ view, frame, before: before?.frame ?? null, lexicon, byPlace, isReported });
    dropRetold(drafts, own);
    const carrying = { blocks: view.blocks, lexicon, before: before?.frame ?? null, last: before?.draft ?? null };
    const longer = withLoose(looseSpeech(frame, isReported), own, carrying);
    if (longer.replaces !== null) drafts[drafts.lastIndexOf(longer.replaces)] = longer.last as Draft;
    drafts.push(...longer.added);
    lastAt.set(frame.within, { frame, draft: longer.last ?? before?.draft ?? null });
  }
  return drafts;
}

/** S writes about this: what this is a rule knows. */
const saysOfThis = ({ text }: View, { cue }: Reported): boolean =>
  cue !== null && /\babout this\b/iu.test(text.slice(cue.start, cue.end + ' this'.length));

/** A quotation carried over by guess gives way to the sentence after it that says whose it is. */
function dropRetold(drafts: Draft[], own: readonly Draft[]): void {
  const last = drafts.at(-1);
  const [words] = last?.content ?? [];
  if (words === undefined || last?.cue !== null) return;
  const retold = own.some(
    ({ why, content }) => why.includes(ABOUT_THIS) && content.some((part) => overlaps(words, part)),
  );
  if (retold) drafts.pop();
}
const ABOUT_THIS = 'said/en/about-this';

/** Whether words lie in a statement that was found: contents never overlap, so they are searched by halves. */
function reportedIn(found: readonly Reported[]): (item: Item) => boolean {
  const parts = found.flatMap(({ content }) => content).toSorted((a, b) => a.start - b.start);
  return ({ start, end }) => {
    let [low, high] = [0, parts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((parts[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return (parts[low]?.start ?? Infinity) < end;
  };
}

interface Longer {
  readonly added: readonly Draft[];
  /** The earlier statement that a quotation of this frame goes on with. */
  readonly replaces: Draft | null;
  readonly last: Draft | null;
}

function withLoose(loose: ReturnType<typeof looseSpeech>, own: readonly Draft[], carrying: Carrying): Longer {
  const last = own.at(-1) ?? null;
  if (loose.quotes.length === 0 || last !== null) return { added: own, replaces: null, last };
  const on = goesOn(loose, carrying);
  if (on !== null) return { added: [], replaces: carrying.last, last: on };
  const carried = carriedOver(loose, carrying);
  return { added: carried === null ? [] : [carried], replaces: null, last: carried };
}

interface Scene {
  readonly view: View;
  readonly frame: Frame;
  readonly before: Frame | null;
  readonly lexicon: CueLexicon;
  readonly byPlace: ReadonlyMap<number | undefined, Reported>;
  readonly isReported: (item: Item) => boolean;
}

/** Rules that see what no sentence by itself shows, or that open it: they go before the model. */
const SURE = [ABOUT_THIS, 'said/en/cue-name-quote', 'said/en/in-work', 'said/en/according-to-first'];

/** What the model found in a frame, and what rules find beside it; where a sure rule speaks, the rules are asked alone. */
function frameDrafts({ view, frame, before, lexicon, byPlace, isReported }: Scene): Draft[] {
  const found = frame.items.flatMap((item) => byPlace.get(item.start) ?? []);
  const open = found.length === 0 && !frame.items.some(isReported);
  const ruled = ruleDrafts({ view, frame, before, lexicon });
  if (open) return ruled;
  if (ruled.some(({ why }) => why.some((rule) => SURE.includes(rule)))) return ruled.map((one) => goingOn(one, found));
  const closer = ruled.filter(({ why }) => why.some((rule) => CLOSER.has(rule)));
  const kept = found.filter(
    (one) => !closer.some(({ cue }) => cue !== null && one.cue !== null && overlaps(cue, one.cue)),
  );
  const drafts = kept.map((one) => {
    const draft = { ...one, content: undenied(view, mended(view, one, ruled)), carried: null, frame };
    return { ...draft, ...linksOf(draft, view.language, lexicon) };
  });
  return [...drafts, ...ruled.filter((one) => !one.why.some((rule) => WEAK.has(rule)) && isBeside(one, drafts))];
}

/** Rules whose ends are closer than the model's: C1, according to S, C2 · X was reportedly Y · C, S believes. */
const CLOSER: ReadonlySet<string> = new Set([
  'said/en/reportedly',
  'said/en/according-to-between',
  'said/en/according-to-last',
  'said/en/clause-subject-cue',
  'said/en/clause-cue-subject',
]);

/** Rules that guess at a complement: they speak only where the model says nothing. */
const WEAK: ReadonlySet<string> = new Set([
  'said/en/subject-cue-clause',
  'said/en/subject-cue-object-quote',
  'said/en/subject-cue-object-to',
  'said/en/subject-cue-quote',
  'said/en/subject-cue-to',
  'said/en/passive-to',
]);

/** A sure rule sees its own sentence; what the model read on after it stays with the voice. */
function goingOn(one: Draft, found: readonly Reported[]): Draft {
  const same = found.find(({ cue }) => cue !== null && one.cue !== null && overlaps(cue, one.cue));
  const after = same?.content.filter(({ start }) => start >= one.frame.end) ?? [];
  return after.length === 0 ? one : { ...one, content: [...one.content, ...after] };
}

/** Whether a cue is its own, and words lie wholly inside, around or apart from those of each statement found. */
const isBeside = ({ cue, content }: Draft, found: readonly Draft[]): boolean =>
  cue !== null &&
  found.every(
    (one) =>
      (one.cue === null || !overlaps(one.cue, cue)) &&
      one.content.every((part) =>
        content.every((own) => !overlaps(part, own) || covers(part, own) || covers(own, part)),
      ),
  );

function ruleDrafts({ view, frame, before, lexicon }: Omit<Scene, 'byPlace' | 'isReported'>): Draft[] {
  const cues = cuesOf(frame, lexicon);
  const comment = view.blocks[frame.block]?.kind === 'comment' && frame.within === null && frame.first;
  const drafts: Draft[] = [];
  const put = ({ rule, ...finding }: Finding, at: Stretch | null, cue: Cue | null): void => {
    const relays = cue?.verb?.verb.class !== 'deny' || !rule.includes('object');
    const draft = { ...finding, why: [rule], carried: null, cue: at, relays, frame };
    drafts.push({ ...draft, ...linksOf(draft, view.language, lexicon) });
  };
  const colon = colonStatement(frame, cues, comment);
  if (colon !== null) put(colon, colon.cue, null);
  for (const cue of colon === null ? cues : []) {
    const found = RULES[cue.kind]({ frame, cue, cues, lexicon, earlier: drafts, before });
    const at = stretchOf(frame.items, cue.at);
    if (found === null || at === null || found.content.some((part) => covers(part, at))) continue;
    const again = cue.kind === 'noun' && drafts.some(({ content }) => content[0]?.start === found.content[0]?.start);
    if (!again) put(found, at, cue);
  }
  const work = drafts.length === 0 && frame.within === null ? inWorkStatement(frame, view.language, lexicon) : null;
  if (work !== null) put(work, work.cue, null);
  return drafts;
}
