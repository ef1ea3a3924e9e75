import { carriedOver, goesOn, looseSpeech, type Carrying } from './carry.ts';
import { covers } from '../../domain/span.ts';
import { stretchOf, type Stretch } from './content.ts';
import { cuesOf, type Cue } from './cue.ts';
import { cueLexicon, type CueLexicon } from './cue-lexicon.ts';
import type { Draft, Finding } from './statement-draft.ts';
import { framesOf, type Frame } from './frames.ts';
import type { Quote, View } from '../passes.ts';
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
export function draftsOf(view: View, quotes: readonly Quote[]): Draft[] {
  const lexicon = cueLexicon(view.language);
  const drafts: Draft[] = [];
  const lastAt = new Map<Quote | null, { frame: Frame; draft: Draft | null }>();
  for (const frame of framesOf(view, quotes)) {
    const before = lastAt.get(frame.within) ?? null;
    const own = frameDrafts({ view, frame, before: before?.frame ?? null, lexicon });
    dropRetold(drafts, own);
    const carrying = { blocks: view.blocks, lexicon, before: before?.frame ?? null, last: before?.draft ?? null };
    const longer = withLoose(frame, own, carrying);
    if (longer.replaces !== null) drafts[drafts.lastIndexOf(longer.replaces)] = longer.last as Draft;
    drafts.push(...longer.added);
    lastAt.set(frame.within, { frame, draft: longer.last ?? before?.draft ?? null });
  }
  return drafts;
}

/** A quotation carried over by guess gives way to the sentence after it that says whose it is. */
function dropRetold(drafts: Draft[], own: readonly Draft[]): void {
  const last = drafts.at(-1);
  const retold = own.some(
    ({ rule, content }) => rule === 'said/en/about-this' && content[0]?.start === last?.content[0]?.start,
  );
  if (retold && last?.cue === null) drafts.pop();
}

interface Longer {
  readonly added: readonly Draft[];
  /** The earlier statement that a quotation of this frame goes on with. */
  readonly replaces: Draft | null;
  readonly last: Draft | null;
}

function withLoose(frame: Frame, own: readonly Draft[], carrying: Carrying): Longer {
  const loose = looseSpeech(frame, own);
  const last = own.at(-1) ?? null;
  if (loose.quotes.length === 0 || last !== null) return { added: own, replaces: null, last };
  const on = goesOn(loose, carrying);
  if (on !== null) return { added: [], replaces: carrying.last, last: on };
  const carried = carriedOver(loose, carrying);
  return carried === null
    ? { added: [], replaces: null, last: null }
    : { added: [carried], replaces: null, last: carried };
}

interface Scene {
  readonly view: View;
  readonly frame: Frame;
  readonly before: Frame | null;
  readonly lexicon: CueLexicon;
}

function frameDrafts({ view, frame, before, lexicon }: Scene): Draft[] {
  const cues = cuesOf(frame, lexicon);
  const comment = view.blocks[frame.block]?.kind === 'comment' && frame.within === null && frame.first;
  const drafts: Draft[] = [];
  const put = (finding: Finding, at: Stretch | null, cue: Cue | null): void => {
    const relays = cue?.verb?.verb.class !== 'deny' || !finding.rule.includes('object');
    const draft = { ...finding, carried: null, cue: at, relays, frame };
    drafts.push({ ...draft, ...linksOf(draft, cue, view.language, lexicon) });
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
