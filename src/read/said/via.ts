import { stretchOf, type Stretch } from './content.ts';
import type { CueLexicon } from './cue-lexicon.ts';
import type { Draft } from './statement-draft.ts';
import type { Frame, Item } from './frames.ts';
import { isCapital, isPreposition, isWord, type Range } from './item-class.ts';
import { phraseAfter } from './phrase.ts';
import { isMedium, workLexicon } from './work-lexicon.ts';

/** Words between which a voice or work stands that passes words on: quoted BY X, seen BY X. */
const PASSED_ON = new Set(['quoted', 'cited', 'seen', 'obtained', 'carried', 'reviewed', 'shared', 'interviewed']);
const REFERRING = new Set(['citing', 'quoting', 'referring']);

const OCCASIONS = new Set(['interview', 'statement', 'conference', 'briefing', 'release', 'report', 'post', 'message']);

const isProper = (item: Item | undefined): boolean =>
  item !== undefined && (isCapital(item) || item.shape === 'number');

export interface Links {
  readonly via: readonly Stretch[];
  readonly upstream: readonly Stretch[];
}

/**
 * Intermediaries that a frame names beside a statement (SPEC E18): the medium told, the interview given, who published or
 * quoted; and, apart, what the voice itself refers to.
 */
export function linksOf(draft: Omit<Draft, 'via' | 'upstream'>, language: string, lexicon: CueLexicon): Links {
  const { items } = draft.frame;
  const outside = (range: Range): boolean => {
    const stretch = stretchOf(items, range);
    const taken = [...draft.content, ...(draft.source === null ? [] : [draft.source])];
    return stretch !== null && !taken.some((part) => part.start < stretch.end && stretch.start < part.end);
  };
  const via: Stretch[] = [];
  const upstream: Stretch[] = [];
  const put = (list: Stretch[], range: Range | null): void => {
    const stretch = range === null || !outside(range) ? null : stretchOf(items, range);
    if (stretch !== null && !list.some(({ start }) => start === stretch.start)) list.push(stretch);
  };
  const told = toldOf(draft, lexicon);
  if (told !== null && isMedium(wordsOf(items, told), language)) put(via, told);
  items.forEach((item, at) => {
    if (REFERRING.has(item.lower))
      put(upstream, referred(items, items[at + 1]?.lower === 'to' ? at + 2 : at + 1, lexicon));
    else put(via, passedOn(draft.frame, at, language, lexicon));
  });
  return { via, upstream };
}

/** What a voice refers to, with the place where it is: the video on YouTube. */
function referred(items: readonly Item[], from: number, lexicon: CueLexicon): Range | null {
  const range = phraseAfter(items, from, lexicon);
  if (range === null || items[range.to]?.lower !== 'on' || !isCapital(items[range.to + 1])) return range;
  const place = phraseAfter(items, range.to + 1, lexicon);
  return place === null ? range : { from: range.from, to: place.to };
}

/** Who was told: what stands between the cue and the words. */
function toldOf({ cue, content, frame }: Pick<Draft, 'cue' | 'content' | 'frame'>, lexicon: CueLexicon): Range | null {
  const [words] = content.filter(({ start }) => start > (cue?.end ?? Infinity));
  if (cue === null || words === undefined) return null;
  const from = frame.items.findIndex(({ start }) => start >= cue.end);
  let to = from;
  while ((frame.items[to]?.end ?? Infinity) <= words.start && frame.items[to]?.text !== ',') to += 1;
  return from < 0 || to === from || isPreposition(frame.items[from], lexicon) ? null : { from, to };
}

const wordsOf = (items: readonly Item[], { from, to }: Range): string =>
  items
    .slice(from, to)
    .map((item) => item.text)
    .join(' ');

function passedOn({ items }: Frame, at: number, language: string, lexicon: CueLexicon): Range | null {
  const item = items[at];
  const before = items[at - 1];
  if (!isWord(item) || !isPreposition(item, lexicon)) return null;
  const range = phraseAfter(items, at + 1, lexicon);
  if (range === null) return null;
  if (item.lower === 'by' && isWord(before)) {
    const published = workLexicon(language).published.has(before.lower) && before.lower !== 'issued';
    return PASSED_ON.has(before.lower) || published ? range : null;
  }
  if (item.lower === 'with') return before?.lower === 'interview' && isProper(items[range.to - 1]) ? range : null;
  if (!['to', 'on', 'in', 'via', 'through'].includes(item.lower)) return null;
  const inner = items.findIndex(
    (other, index) => index > range.from && index < range.to && isPreposition(other, lexicon),
  );
  const head = { from: range.from, to: inner < 0 ? range.to : inner };
  const last = { from: head.to - 1, to: head.to };
  const proper = items.slice(head.from, head.to).some(isProper) && !OCCASIONS.has(items[last.from]?.lower ?? '');
  return isMedium(wordsOf(items, proper ? head : last), language) ? head : null;
}
