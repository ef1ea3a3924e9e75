import { carriedOver, goesOn, looseSpeech, type Carrying } from './carry.ts';
import { stretchOf } from './content.ts';
import { cuesOf, type Cue } from './cue.ts';
import { cueLexicon, type CueLexicon } from './cue-lexicon.ts';
import type { Draft, Finding } from './draft.ts';
import { framesOf, type Frame } from './frames.ts';
import type { Quote, View } from './passes.ts';
import { adverbStatement, colonStatement, nounStatement, phraseStatement } from './rules-other.ts';
import { verbStatement, type Reading } from './rules-verb.ts';

const RULES = {
  verb: verbStatement,
  phrase: phraseStatement,
  noun: nounStatement,
  adverb: adverbStatement,
} as const satisfies Record<Cue['kind'], (reading: Reading) => Finding | null>;

const EMPTY = { carried: null, via: [], upstream: [] } as const;

/** Every statement of a text, frame by frame, without chains, names and ids yet. */
export function draftsOf(view: View, quotes: readonly Quote[]): Draft[] {
  const lexicon = cueLexicon(view.language);
  const drafts: Draft[] = [];
  const lastAt = new Map<Quote | null, { frame: Frame; draft: Draft | null }>();
  for (const frame of framesOf(view, quotes)) {
    const before = lastAt.get(frame.within) ?? null;
    const own = frameDrafts(view, frame, lexicon);
    const carrying = { blocks: view.blocks, lexicon, before: before?.frame ?? null, last: before?.draft ?? null };
    const longer = withLoose(frame, own, carrying);
    if (longer.replaces !== null) drafts[drafts.lastIndexOf(longer.replaces)] = longer.last as Draft;
    drafts.push(...longer.added);
    lastAt.set(frame.within, { frame, draft: longer.last ?? before?.draft ?? null });
  }
  return drafts;
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

function frameDrafts(view: View, frame: Frame, lexicon: CueLexicon): Draft[] {
  const colon = colonStatement(
    frame,
    view.blocks[frame.block]?.kind === 'comment' && frame.within === null && frame.first,
  );
  if (colon !== null) return [{ ...EMPTY, ...colon, frame }];
  const cues = cuesOf(frame, lexicon);
  const drafts: Draft[] = [];
  for (const cue of cues) {
    const found = RULES[cue.kind]({ frame, cue, cues, lexicon, earlier: drafts });
    const at = stretchOf(frame.items, cue.at);
    if (found === null || at === null || found.content.some((part) => part.start <= at.start && at.end <= part.end))
      continue;
    drafts.push({ ...EMPTY, ...found, cue: at, frame });
  }
  return drafts;
}
