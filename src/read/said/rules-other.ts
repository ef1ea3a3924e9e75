import { contentEnd, snapped, stretchOf, trimmedEnd, type Stretch } from './content.ts';
import type { Cue } from './cue.ts';
import type { Finding } from './statement-draft.ts';
import type { Frame } from './frames.ts';
import { hasFinite, isAdverb, isCapital, isComma, isPreposition, isWord, type Range } from './item-class.ts';
import { phraseAfter, phraseBefore } from './phrase.ts';
import type { CueLexicon } from './cue-lexicon.ts';
import type { Reading } from './rules-verb.ts';
import { workLexicon } from './work-lexicon.ts';

const LONGEST_NAME = 8;
const LONGEST_LEAD = 16;
const RELATIVE = new Set([
  'who',
  'which',
  'whose',
  'as',
  'cited',
  'quoted',
  'seen',
  'published',
  'released',
  'issued',
  'obtained',
]);
const BETWEEN = new Set(['by', 'from', 'of']);

/** according to S, C · C, according to S · C1, according to S, C2. */
export function phraseStatement(reading: Reading): Finding | null {
  const { frame, cue, lexicon } = reading;
  const { items } = frame;
  const source = phraseAfter(items, cue.at.to, lexicon);
  if (source === null || items[source.from]?.lower === 'which') return null;
  const head = headContent(reading);
  const tail = isWhole(reading, head) ? null : tailContent(reading, source);
  const parts = [head, tail].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return {
    content: parts.map((part) => part.stretch),
    source: stretchOf(items, source),
    direct: parts.every((part) => part.direct),
    rule: `said/en/according-to-${placeOf(head === null, tail === null)}`,
    score: 0.9,
  };
}

/** The head is a main clause of its own, so that what follows the voice only describes it. */
function isWhole({ frame, cue, lexicon }: Reading, head: ReturnType<typeof snapped>): boolean {
  const { items } = frame;
  const opens = items[0]?.lower ?? '';
  return (
    head !== null &&
    !['if', 'when', 'although', 'while', 'because'].includes(opens) &&
    hasFinite(items, { from: 0, to: cue.at.from }, lexicon)
  );
}

function placeOf(noHead: boolean, noTail: boolean): 'first' | 'last' | 'between' {
  if (noHead) return 'first';
  return noTail ? 'last' : 'between';
}

function headContent({ frame, cue, lexicon, cues }: Reading): ReturnType<typeof snapped> {
  const { items } = frame;
  let from = 0;
  for (const other of cues) {
    if (other.at.from >= cue.at.from) break;
    if (other.kind === 'verb' && items[other.at.to]?.lower === 'that') from = other.at.to + 1;
  }
  const end = trimmedEnd(items, from, cue.at.from);
  const words = items.slice(from, end).filter((item) => !isAdverb(item, lexicon) && !isLoose(item.lower));
  const opens = items[end - 1]?.lower === 'that';
  return words.length === 0 || opens ? null : snapped(items, { from, to: end });
}

const isLoose = (word: string): boolean => ['and', 'but', 'that', 'then', 'so', ',', 'is'].includes(word);

function tailContent({ frame, cue, cues, lexicon }: Reading, source: Range): ReturnType<typeof snapped> {
  const { items } = frame;
  let at = source.to;
  if (!isComma(items[at])) return null;
  at += 1;
  while (RELATIVE.has(items[at]?.lower ?? '')) {
    const comma = items.findIndex((item, index) => index > at && isComma(item));
    if (comma < 0) return null;
    at = comma + 1;
  }
  if (items[at] === undefined) return null;
  const others = cues.filter((other) => other.at.from > cue.at.from);
  return snapped(items, { from: at, to: contentEnd(frame, at, others, lexicon) });
}

/** X's claim that C · accusations by S that C · fears that C. */
export function nounStatement({ frame, cue, cues, lexicon }: Reading): Finding | null {
  const { items } = frame;
  const that = items.findIndex((item, at) => at > cue.group && item.lower === 'that');
  const content = that < 0 ? null : snapped(items, { from: that, to: nounContentEnd(frame, that, cues, lexicon) });
  if (content === null) return null;
  const before = items[cue.group - 1];
  let source: Stretch | null = null;
  if (before?.lower === '’s' || before?.lower === "'s")
    source = strip(items, phraseBefore(items, cue.group - 1, lexicon));
  else if (BETWEEN.has(items[cue.group + 1]?.lower ?? '')) source = stretchOf(items, { from: cue.group + 2, to: that });
  else if (['his', 'her', 'their', 'its'].includes(before?.lower ?? '')) {
    source = stretchOf(items, { from: cue.group - 1, to: cue.group });
  }
  return { content: [content.stretch], source, direct: false, rule: 'said/en/noun-that', score: source ? 0.7 : 0.5 };
}

/** Amid fears that C, S did: what hangs on a fronted preposition ends at its comma. */
function nounContentEnd(frame: Frame, that: number, cues: readonly Cue[], lexicon: CueLexicon): number {
  const end = contentEnd(frame, that, cues, lexicon);
  if (!isPreposition(frame.items[0], lexicon) || frame.items.slice(0, that).some(isComma)) return end;
  const comma = frame.items.findIndex((item, at) => at > that && isComma(item));
  return comma < 0 ? end : Math.min(comma, end);
}

const strip = (items: Frame['items'], range: Range | null): Stretch | null =>
  range === null ? null : stretchOf(items, range);

/** reportedly: the clause around it is somebody's, and nobody is named. */
export function adverbStatement({ frame, cue, cues, lexicon }: Reading): Finding | null {
  const { items } = frame;
  let from = cue.at.from;
  while (from > 0 && items[from - 1]?.shape !== 'quote' && !/^[,;:–—]$/u.test(items[from - 1]?.text ?? '')) from -= 1;
  const head = snapped(items, { from, to: cue.at.from });
  const tail =
    cue.at.to >= items.length
      ? null
      : snapped(items, { from: cue.at.to, to: contentEnd(frame, cue.at.to, cues, lexicon) });
  const content = [head, tail].filter((part) => part !== null).map((part) => part.stretch);
  if (content.length === 0) return null;
  return { content, source: null, direct: false, rule: 'said/en/reportedly', score: 0.6 };
}

/** NAME: “C” · under an article also NAME: C. */
export function colonStatement(
  frame: Frame,
  cues: readonly Cue[],
  comment: boolean,
): (Finding & { readonly cue: Stretch }) | null {
  const { items } = frame;
  const colon = items.findIndex((item) => item.text === ':');
  const sign = items[colon];
  if (sign === undefined || colon < 1 || colon > LONGEST_NAME || colon + 1 >= items.length) return null;
  const name = items.slice(0, colon);
  const quoted =
    items[colon + 1]?.quote?.role === 'speech' && items.slice(colon + 2).every((item) => item.shape === 'mark');
  if (!(quoted || comment) || !name.every((item) => item.text === '.' || isWord(item)) || !isCapital(name[0]))
    return null;
  if (cues.some((cue) => cue.at.from < colon)) return null;
  if (name.every((item) => item.shape === 'upper') && !quoted) return null;
  const content = snapped(items, { from: colon + 1, to: items.length });
  const source = stretchOf(items, { from: 0, to: colon });
  if (content === null || source === null) return null;
  const cue = { start: sign.start, end: sign.end };
  return {
    content: [content.stretch],
    source,
    cue,
    direct: content.direct || comment,
    rule: 'said/name-colon',
    score: quoted ? 0.9 : 0.7,
  };
}

/** In a DOCUMENT published by Y, C: the work is the voice. */
export function inWorkStatement(
  frame: Frame,
  language: string,
  lexicon: CueLexicon,
): (Finding & { readonly cue: Stretch }) | null {
  const { items } = frame;
  const [sign] = items;
  if (sign?.lower !== 'in') return null;
  const source = phraseAfter(items, 1, lexicon);
  const comma = items.findIndex(isComma);
  if (source === null || comma < source.to || comma > LONGEST_LEAD || hasFinite(items, { from: 1, to: comma }, lexicon))
    return null;
  const head = items.slice(source.from, source.to).find((item) => workLexicon(language).nouns.has(item.lower));
  const content = snapped(items, { from: comma + 1, to: items.length });
  const voice = stretchOf(items, source);
  if (head === undefined || content === null || voice === null) return null;
  if (!hasFinite(items, { from: comma + 1, to: items.length }, lexicon)) return null;
  const cue = { start: sign.start, end: sign.end };
  return {
    content: [content.stretch],
    source: voice,
    cue,
    direct: content.direct,
    rule: 'said/en/in-work',
    score: 0.6,
  };
}
