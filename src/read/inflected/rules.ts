import { snapped, stretchOf, trimmedEnd, type Stretch } from '../said/content.ts';
import type { Frame, Item } from '../said/frames.ts';
import { isComma, type Range } from '../said/item-class.ts';
import type { Cue } from './cues.ts';
import { phraseEnd, voiceAfter, voiceBefore, wordsAfter, type Ears } from './voice-phrase.ts';

/** What a rule finds at a cue; items of the frame. */
export interface Found {
  readonly content: readonly Stretch[];
  readonly direct: boolean;
  readonly source: Stretch | null;
  readonly via: readonly Stretch[];
  readonly rule: string;
  readonly score: number;
}

/** A cue in its frame, with the cues around it and the voice of the statement before it in the frame. */
export interface Place {
  readonly frame: Frame;
  readonly cue: Cue;
  readonly cues: readonly Cue[];
  readonly ears: Ears;
  readonly before: Found | null;
}

const DASHES = new Set(['—', '–', '-']);
const isDash = (item: Item | undefined): boolean => item?.shape === 'mark' && DASHES.has(item.text);
const isEnd = (item: Item | undefined): boolean =>
  item === undefined || (item.shape === 'mark' && /^[.!?…;]$/u.test(item.text));
const LONGEST_GAP = 14;

/** The statement that a cue reports, by where its words stand. */
export function statementAt(place: Place): Found | null {
  const { cue } = place;
  if (cue.kind === 'upstream') return null;
  if (cue.kind === 'phrase' || cue.kind === 'own') return byPhrase(place);
  return after(place) ?? inserted(place) ?? object(place);
}

/** «…», — сказал X · C, сообщает X · C1, как сообщает X, C2 */
function inserted(place: Place): Found | null {
  const { frame, cue, ears } = place;
  const { items } = frame;
  const as = ears.words.written('cues', 'as').has(items[cue.at - 1]?.lower ?? '');
  const lead = as ? cue.at - 1 : cue.at;
  let end = lead;
  while (isDash(items[end - 1]) || isComma(items[end - 1])) end -= 1;
  const quoted = items[end - 1]?.shape === 'quote';
  const opens = lead === 0 || (end === 0 && as);
  if (!opens && (end === lead || !(quoted || isComma(items[end]) || isExclaimed(items, end)))) return null;
  if (opens && !as) return null;
  const voice = voiceAfter(ears, items, cue.to, true);
  if (voice === null) return null;
  const head = opens ? null : snapped(items, { from: start(items), to: end });
  const upstream = upstreamAfter(place, voice.to);
  const tail = second(place, upstream?.to ?? voice.to, as);
  const parts = [head, tail].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const speaker = stretchOf(items, voice);
  return {
    content: parts.map(({ stretch }) => stretch),
    direct: parts.every(({ direct }) => direct),
    source: upstream === null ? speaker : stretchOf(items, upstream),
    via: upstream === null || speaker === null ? [] : [speaker],
    rule: quoted ? 'said/quote-cue-voice' : 'said/clause-cue-voice',
    score: quoted ? 0.9 : 0.8,
  };
}

/** «Нас били! — сказал он.» */
const isExclaimed = (items: readonly Item[], end: number): boolean =>
  isDash(items[end]) && /^[!?…]$/u.test(items[end - 1]?.text ?? '');

const start = (items: readonly Item[]): number => (isDash(items[0]) ? 1 : 0);

/** X со ссылкой на Y: Y is the origin, X passes it on. */
function upstreamAfter({ frame, cues, ears }: Place, from: number): Range | null {
  const at = isComma(frame.items[from]) ? from + 1 : from;
  const cue = cues.find((other) => other.kind === 'upstream' && other.at === at);
  return cue === undefined ? null : voiceAfter(ears, frame.items, cue.to, false);
}

/** What goes on after «— сказал X, —» or «, как сообщает X,». */
function second(place: Place, from: number, as: boolean): ReturnType<typeof snapped> {
  const { items } = place.frame;
  let at = from;
  while (isComma(items[at]) || isDash(items[at]) || (items[at]?.text === '.' && isDash(items[at + 1]))) at += 1;
  const dashed = isDash(items[at - 1]);
  if (at === from || isEnd(items[at]) || !(as || dashed || items[at]?.shape === 'quote')) return null;
  return snapped(items, { from: at, to: contentEnd(place, at) });
}

/** X заявил, что C · X сказал: «…» · X сообщил о C */
function after(place: Place): Found | null {
  const { frame, cue, ears } = place;
  const { items } = frame;
  const opened = openerAfter(place);
  if (opened === null) return null;
  const content = snapped(items, { from: opened, to: contentEnd(place, opened) });
  const source = content === null ? null : subjectOf(place);
  if (content === null || source === null) return null;
  const about = ears.words.written('cues', 'about').has(items[opened]?.lower ?? '') && opened === cue.to;
  return {
    content: [content.stretch],
    direct: content.direct,
    source,
    via: [],
    rule: about ? 'said/voice-cue-about' : 'said/voice-cue-clause',
    score: about ? 0.6 : 0.9,
  };
}

function openerAfter({ frame, cue, cues, ears }: Place): number | null {
  const { items } = frame;
  const opens = ears.words.written('cues', 'opens');
  if (ears.words.written('cues', 'about').has(items[cue.to]?.lower ?? '') && cue.kind === 'verb') return cue.to;
  for (let at = cue.to; at < Math.min(items.length, cue.to + LONGEST_GAP); at += 1) {
    if (isComma(items[at]) && opens.has(items[at + 1]?.lower ?? '')) return at + 1;
    if (items[at]?.text === ':') return items[at + 1]?.shape === 'quote' ? at + 1 : null;
    if (items[at]?.shape === 'quote') return at === cue.to ? at : null;
    if (isEnd(items[at]) || isDash(items[at]) || isComma(items[at]) || cues.some((other) => other.at === at))
      return null;
  }
  return null;
}

/** X отверг обвинения */
function object(place: Place): Found | null {
  const { frame, cue, ears } = place;
  const { items } = frame;
  if (!cue.takesObject) return null;
  if ((items[cue.to]?.shape ?? 'mark') === 'mark') return objectBefore(ears, items, cue.at);
  const source = subjectOf(place);
  const content = snapped(items, { from: cue.to, to: contentEnd(place, cue.to) });
  if (source === null || content === null) return null;
  const { stretch, direct } = content;
  return { content: [stretch], direct, source, via: [], rule: 'said/voice-cue-object', score: 0.6 };
}

/** X эти обвинения отрицает */
function objectBefore(ears: Ears, items: readonly Item[], cue: number): Found | null {
  const phrase = voiceBefore(ears, items, cue, 1);
  const voice = phrase === null ? null : { from: phrase.from, to: phraseEnd(ears, items, phrase.from) };
  const [source, content] =
    voice === null ? [] : [stretchOf(items, voice), stretchOf(items, { from: voice.to, to: cue })];
  if (!source || !content) return null;
  return { content: [content], direct: false, source, via: [], rule: 'said/voice-object-cue', score: 0.5 };
}

/** По словам X, C · C, по словам X · C1, по словам X, C2 */
function byPhrase(place: Place): Found | null {
  const { frame, cue, ears } = place;
  const { items } = frame;
  const own = cue.kind === 'own' ? { from: cue.at + 1, to: cue.at + 2 } : null;
  const voice = own ?? voiceAfter(ears, items, cue.to, false) ?? wordsAfter(ears, items, cue.to);
  if (voice === null) return null;
  const next = own === null ? voice.to : cue.to;
  const before = trimmedEnd(items, 0, cue.at);
  const first = place.cues[0] === cue;
  const head =
    first && isComma(items[cue.at - 1]) && before > 0 ? snapped(items, { from: start(items), to: before }) : null;
  const from = pastRelative(ears, items, isComma(items[next]) || isDash(items[next]) ? next + 1 : next);
  const goes = from > next || (head === null && before === 0);
  const tail = goes && !isEnd(items[from]) ? snapped(items, { from, to: contentEnd(place, from) }) : null;
  const parts = [head, tail].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return {
    content: parts.map(({ stretch }) => stretch),
    direct: parts.every(({ direct }) => direct),
    source: stretchOf(items, voice),
    via: [],
    rule: 'said/according-to',
    score: 0.9,
  };
}

/** «По словам Лейта, которого арестовали, | охранники били»: a clause about the voice is none of its words. */
function pastRelative({ words }: Ears, items: readonly Item[], from: number): number {
  const second = words.keyed('cues', 'who').has(words.keyOf(items[from + 1]?.lower ?? ''));
  if (!second && !words.keyed('cues', 'who').has(words.keyOf(items[from]?.lower ?? ''))) return from;
  const comma = items.findIndex((item, at) => at > from && isComma(item));
  return comma < 0 ? from : comma + 1;
}

/** Whose verb it is: of joined verbs that of the first; «в заявлении говорится»; before the verb, else after it. */
function subjectOf({ frame, cue, ears, before }: Place): Stretch | null {
  const { items } = frame;
  const joined = ears.words.written('cues', 'conjunctions').has(items[cue.at - 1]?.lower ?? '');
  if (joined && before?.source) return before.source;
  if (cue.kind === 'impersonal') {
    const document = documentBefore(ears, items, cue.at) ?? voiceAfter(ears, items, cue.to, true);
    return document === null ? null : stretchOf(items, document);
  }
  const voice =
    voiceBefore(ears, items, cue.at, 1) ??
    documentBefore(ears, items, cue.at) ??
    plainSubject(ears, items, cue.at) ??
    voiceBefore(ears, items, cue.at) ??
    voiceAfter(ears, items, cue.to, true);
  return voice === null ? null : stretchOf(items, voice);
}

/** «В заявлении комиссии» говорится · «В министерстве» сообщили: the phrase after the preposition that opens the clause. */
function documentBefore(ears: Ears, items: readonly Item[], cue: number): Range | null {
  const spoken = ears.words.written('cues', 'spoken-at');
  for (let at = cue - 1; at >= Math.max(0, cue - LONGEST_GAP); at -= 1) {
    if (spoken.has(items[at]?.lower ?? '')) {
      const voice = voiceAfter(ears, items, at, true);
      return voice !== null && voice.from < cue ? { from: voice.from, to: Math.min(voice.to, cue) } : null;
    }
    if (items[at]?.shape === 'mark') return null;
  }
  return null;
}

/** Reported words end where the frame does, at a semicolon, or where another cue takes over: «, сообщает X», «и добавил». */
function contentEnd({ frame: { items }, cues, ears }: Place, from: number): number {
  const joins = (item: Item | undefined): boolean =>
    isDash(item) ||
    isComma(item) ||
    ['as', 'conjunctions'].some((list) => ears.words.written('cues', list).has(item?.lower ?? ''));
  let end = items.length;
  for (const cue of cues) {
    if (cue.at <= from) continue;
    let lead = cue.at;
    while (lead > from && joins(items[lead - 1])) lead -= 1;
    if (lead < cue.at && cue.kind !== 'object') {
      end = lead;
      break;
    }
  }
  for (let at = from; at < end; at += 1) if (items[at]?.text === ';') return at;
  return trimmedEnd(items, from, end);
}

const LONGEST_SUBJECT = 3;

/** A subject that no list knows: the few words between the start of a clause and its verb. */
function plainSubject({ words }: Ears, items: readonly Item[], cue: number): Range | null {
  let from = cue;
  while (from > 0 && items[from - 1]?.shape !== 'mark' && items[from - 1]?.shape !== 'quote') from -= 1;
  const lists = ['adverbs', 'prepositions', 'conjunctions', 'who', 'negations', 'opens', 'as'];
  const plain = items
    .slice(from, cue)
    .every(({ lower, shape }) => shape !== 'number' && lists.every((list) => !words.written('cues', list).has(lower)));
  const adverb = words.listed('cues', 'adverb-endings').some((end) => items[from]?.lower.endsWith(end));
  return plain && !adverb && cue > from && cue - from <= LONGEST_SUBJECT ? { from, to: cue } : null;
}
