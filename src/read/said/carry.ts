import { stretchOf } from './content.ts';
import type { CueLexicon } from './cue-lexicon.ts';
import type { Draft } from './statement-draft.ts';
import type { Frame, Item } from './frames.ts';
import { hasFinite, isPreposition } from './item-class.ts';
import { phraseBefore } from './phrase.ts';
import type { Block } from '../passes.ts';

/** Speech that no cue of its own frame reports. */
export interface Loose {
  readonly frame: Frame;
  readonly quotes: readonly Item[];
}

export const looseSpeech = (frame: Frame, isReported: (item: Item) => boolean): Loose => ({
  frame,
  quotes: frame.items.filter((item) => item.quote?.role === 'speech' && !isReported(item)),
});

/** A frame that is nothing but quotations. */
const isBare = (frame: Frame): boolean => frame.items.every((item) => item.shape === 'quote' || item.shape === 'mark');

/**
 * Finds a voice for loose speech (SPEC E16): a quotation goes on after `“A,” said X.`, or is carried over from the statement
 * before, or belongs to the subject of the sentence before (`X holds the same view. “…”`).
 */
export interface Carrying {
  readonly blocks: readonly Block[];
  readonly lexicon: CueLexicon;
  readonly before: Frame | null;
  /** The last statement at this level of quotation. */
  readonly last: Draft | null;
}

export function goesOn({ frame, quotes }: Loose, { last, before }: Carrying): Draft | null {
  const [quote] = quotes;
  if (last === null || quote?.quote === null || quote === undefined || !isBare(frame)) return null;
  const sameBlock = last.frame.block === frame.block;
  const next = last.frame.block === frame.block - 1 && frame.first;
  const paragraphs = next && (isOpenEnded(last) || (isSplit(last) && before === last.frame));
  if (!(paragraphs || (sameBlock && isSplit(last)))) return null;
  const parts = quotes.map(({ start, end }) => ({ start, end }));
  return { ...last, content: [...last.content, ...parts], frame };
}

/** The last words of the statement are a quotation whose paragraph never closed it. */
const isOpenEnded = ({ frame, content }: Draft): boolean =>
  frame.items.some((item) => item.quote?.close === null && item.quote.inner.end <= (content.at(-1)?.end ?? 0));

/** The cue stands after the quotation: “A,” said X. “B.” */
const isSplit = ({ cue, content, direct }: Draft): boolean =>
  cue !== null && direct && (content[0]?.start ?? 0) < cue.start;

export function carriedOver(loose: Loose, carrying: Carrying): Draft | null {
  const { frame, quotes } = loose;
  const { last, before, lexicon, blocks } = carrying;
  const [quote] = quotes;
  if (quote === undefined) return null;
  const content = quotes.map(({ start, end }) => ({ start, end }));
  const base = { content, cue: null, carried: null, direct: true, via: [], upstream: [], relays: true, frame };
  const near = last !== null && frame.block - last.frame.block <= 1 && frame.within === last.frame.within;
  const adjacent = before !== null && last !== null && last.frame === before;
  if (isBare(frame) && before !== null && before.block === frame.block && !adjacent) {
    const subject = subjectOfFrame(before, lexicon);
    if (subject !== null) return { ...base, source: subject, why: ['said/en/subject-before'], score: 0.6 };
  }
  if (near && (isBare(frame) || last.frame.block === frame.block)) {
    return { ...base, source: null, carried: last.carried ?? last, why: ['said/carried-over'], score: 0.6 };
  }
  const kind = blocks[frame.block]?.kind;
  const speech = isBare(frame) && frame.within === null && (kind === 'title' || kind === 'heading');
  return speech ? { ...base, source: null, why: ['said/quoted-heading'], score: 0.3 } : null;
}

function subjectOfFrame({ items }: Frame, lexicon: CueLexicon) {
  for (let at = 1; at < items.length; at += 1) {
    if (!hasFinite(items, { from: at, to: at + 1 }, lexicon)) continue;
    const range = phraseBefore(items, at, lexicon);
    const first = range === null ? undefined : items[range.from];
    if (range === null || first === undefined || isPreposition(first, lexicon)) return null;
    return ['i', 'we', 'you', 'it', 'this', 'that', 'there'].includes(first.lower) ? null : stretchOf(items, range);
  }
  return null;
}
