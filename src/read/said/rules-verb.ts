import {
  closesWithComma,
  complementOf,
  contentEnd,
  inverted,
  snapped,
  stretchOf,
  type Complement,
  type Stretch,
} from './content.ts';
import { subjectOf, type Cue } from './cue.ts';
import type { CueLexicon } from './cue-lexicon.ts';
import type { Finding } from './statement-draft.ts';
import type { Frame, Item } from './frames.ts';
import { hasFinite, isAdverb, isTime, isCapital, isComma, isPreposition, isWord, type Range } from './item-class.ts';
import { phraseAfter } from './phrase.ts';
import { accepted, voiceOf, type Asking } from './source.ts';

/** Everything a rule may look at. */
export interface Reading extends Asking {
  readonly cues: readonly Cue[];
  /** The frame before, at the same level of quotation. */
  readonly before: Frame | null;
}

/** The statement of one verb cue, or null where the verb reports nothing here (SPEC E14). */
export function verbStatement(reading: Reading): Finding | null {
  const { cue } = reading;
  if (cue.passive) return passive(reading);
  const placed = trailing(reading) ?? namedBetween(reading);
  if (placed !== null) return placed;
  const voice = voiceOf(reading);
  return voice === 'none' ? null : (aboutThis(reading, voice) ?? following(reading, voice));
}

/** C, S said. · “C,” said S. · C1, S said, C2. */
function trailing(reading: Reading): Finding | null {
  const { frame, cue, lexicon } = reading;
  const { items } = frame;
  if (cue.verb === null || cue.verb.form === 'ing' || cue.infinitive) return null;
  const takes = cue.verb.verb.takes;
  const right = takes.has('addressee') ? null : inverted(frame, cue, lexicon);
  const left = right === null ? subjectOf(frame, cue, lexicon) : null;
  const source = right ?? left;
  if (source === null) return null;
  const lead = right === null ? source.from : cue.at.from;
  const stop = items[lead - 1];
  if (!closesSpeech(stop)) return null;
  const end = stop?.quote ? lead : lead - 1;
  const quoted = items[end - 1]?.shape === 'quote';
  if (!takes.has('quote') && !takes.has('clause') && !takes.has('clause-trailing')) return null;
  if (!quoted && !(takes.has('clause') || takes.has('clause-trailing'))) return null;
  const after = Math.max(cue.at.to, source.to);
  const rest = restAfter(reading, after, quoted);
  if (rest === 'taken') return null;
  const head = snapped(items, { from: 0, to: end });
  const voice = accepted(frame, source, lexicon);
  if (head === null || voice === 'none' || voice === null) return null;
  const bare = !quoted && rest === null && !hasFinite(items, { from: 0, to: end }, lexicon);
  if (bare && (cue.verb.verb.lemma !== 'say' || (right === null && isPreposition(items[0], lexicon)))) return null;
  const order = right === null ? 'subject-cue' : 'cue-subject';
  return {
    content: rest === null ? [head.stretch] : [head.stretch, rest.stretch],
    source: voice,
    direct: head.direct && (rest?.direct ?? true),
    rule: `said/en/${quoted ? 'quote' : 'clause'}-${order}`,
    score: quoted ? 0.95 : 0.8,
  };
}

const closesSpeech = (item: Item | undefined): boolean =>
  item !== undefined && (closesWithComma(item) || (item.quote !== null && item.quote.role === 'speech'));

/** What follows a trailing cue: nothing, a second part of the content, or words that show the cue was not trailing. */
function restAfter({ frame, cue, cues, lexicon }: Reading, after: number, quoted: boolean) {
  const { items } = frame;
  const complement = complementOf(frame, { ...cue, at: { from: cue.at.from, to: after } }, lexicon);
  let at = complement.from;
  while (at < items.length && items[at]?.shape === 'mark' && !isComma(items[at]) && items[at]?.text !== ':') at += 1;
  if (at >= items.length) return null;
  const next = items[at];
  if (next?.quote?.role === 'speech') {
    const goesOn = quoted ? items[after]?.text !== ':' : isComma(items[after]) && isFragment(items, cue, lexicon);
    return goesOn ? snapped(items, { from: at, to: at + 1 }) : 'taken';
  }
  if (complement.that || complement.colon) return 'taken';
  if (!isComma(next)) return quoted || isAdjunct(next, lexicon) ? null : 'taken';
  const second = items[at + 1];
  if (second === undefined || isAdjunct(second, lexicon) || cues.some((other) => other.group === at + 1)) return null;
  if (second.quote?.role === 'speech') return snapped(items, { from: at + 1, to: at + 2 });
  if (quoted || !hasFinite(items, { from: at + 1, to: items.length }, lexicon)) return null;
  return snapped(items, { from: at + 1, to: contentEnd(frame, at + 1, cues, lexicon) });
}

/** `The garrison, he said, “has a doctor”`: the head is a bare subject and the quotation its predicate. */
function isFragment(items: readonly Item[], cue: Cue, lexicon: CueLexicon): boolean {
  const [first] = items;
  const fronted =
    isPreposition(first, lexicon) || isTime(first, lexicon) || (first !== undefined && isAdverb(first, lexicon));
  return !fronted && !hasFinite(items, { from: 0, to: cue.lead }, lexicon);
}

const isAdjunct = (item: Item | undefined, lexicon: CueLexicon): boolean =>
  item !== undefined &&
  (lexicon.is.adjuncts.has(item.lower) || isPreposition(item, lexicon) || (isWord(item) && item.lower.endsWith('ing')));

/** As a reporter writes NAME “C”: a name between cue and quotation is the voice. */
function namedBetween({ frame, cue, lexicon }: Reading): Finding | null {
  const { items } = frame;
  if (cue.verb?.form === 'ing' || cue.verb?.verb.takes.has('quote') !== true) return null;
  if (cue.verb.verb.takes.has('addressee') || !isCapital(items[cue.at.to])) return null;
  const name = phraseAfter(items, cue.at.to, lexicon);
  const quote = name === null ? undefined : items[name.to];
  if (name === null || quote?.quote?.role !== 'speech' || name.to + 1 < items.length - 1) return null;
  const content = snapped(items, { from: name.to, to: name.to + 1 });
  if (content === null) return null;
  return {
    content: [content.stretch],
    source: stretchOf(items, name),
    direct: true,
    rule: 'said/en/cue-name-quote',
    score: 0.8,
  };
}

/** S writes about this: the quotation that ends the frame before. */
function aboutThis({ frame, cue, before }: Reading, voice: Stretch | null): Finding | null {
  const { items } = frame;
  const [about, it] = [items[cue.at.to]?.lower ?? '', items[cue.at.to + 1]?.lower ?? ''];
  if (!['about', 'of'].includes(about) || !['this', 'that', 'it'].includes(it)) return null;
  const quote = before?.items.findLast((item) => item.shape !== 'mark')?.quote;
  if (quote?.role !== 'speech' || voice === null) return null;
  const content = [{ start: quote.inner.start, end: quote.inner.end }];
  return { content, source: voice, direct: true, rule: 'said/en/about-this', score: 0.6 };
}

/** S said (that) C · S condemned X · S called on X to do Y. */
function following(reading: Reading, voice: Stretch | null): Finding | null {
  const { frame, cue, cues, lexicon } = reading;
  const { items } = frame;
  const complement = complementOf(frame, cue, lexicon);
  const from = complement.from;
  if (from >= items.length) return null;
  const whole = contentEnd(frame, from, cues, lexicon);
  const how = complementKind(reading, complement, whole);
  if (how === null) return null;
  const end = how === 'object' ? objectEnd(items, { from, to: whole }, lexicon) : whole;
  const content = snapped(items, { from, to: end });
  if (content === null) return null;
  const rule = `said/en/subject-cue-${how}`;
  const score = how === 'that' || how === 'quote' ? 0.9 : 0.7;
  return { content: [content.stretch], source: voice, direct: content.direct, rule, score };
}

/** An object ends where the sentence goes on with another verb: condemned the raid and ordered an inquiry. */
function objectEnd(items: readonly Item[], { from, to }: Range, lexicon: CueLexicon): number {
  for (let at = from + 1; at < to - 1; at += 1) {
    if (items[at]?.lower === 'and' && hasFinite(items, { from: at + 1, to: at + 2 }, lexicon)) return at;
  }
  return to;
}

function complementKind({ frame, cue, lexicon }: Reading, complement: Complement, end: number): string | null {
  const { items } = frame;
  const { from } = complement;
  const takes = cue.verb?.verb.takes ?? new Set<string>();
  const next = items[from];
  if (next === undefined || end <= from) return null;
  if (takes.has('evidence') && !isEvidence(items, cue, lexicon)) return null;
  const clausal = takes.has('clause') || takes.has('that') || takes.has('clause-that');
  if (complement.that) return clausal ? 'that' : null;
  if (cue.infinitive && next.quote === null && !complement.colon) return null;
  if (next.quote !== null)
    return takes.has('quote') || takes.has('clause') || takes.has('object')
      ? 'quote'
      : byObject(items, { from, to: end }, takes, lexicon);
  if (complement.colon) return takes.has('quote') || takes.has('clause') ? 'colon' : null;
  if (['for', 'on', 'upon'].includes(items[from - 1]?.lower ?? '') && cue.at.to === from) return 'for';
  if (next.lower === 'to') return takes.has('to') ? 'to' : null;
  if (takes.has('wh') && lexicon.is.questions.has(next.lower)) return 'question';
  if (isClause(frame, { from, to: end }, cue, lexicon)) return 'clause';
  return isPreposition(next, lexicon) ? null : byObject(items, { from, to: end }, takes, lexicon);
}

/** Statistics, a video or a survey show; events that show something are no voice. */
function isEvidence(items: readonly Item[], cue: Cue, lexicon: CueLexicon): boolean {
  const subject = items.slice(cue.lead, cue.group).filter((item) => item.shape === 'lower');
  return subject.some((item) => lexicon.is.evidence.has(item.lower));
}

function isClause({ items }: Frame, range: Range, cue: Cue, lexicon: CueLexicon): boolean {
  const takes = cue.verb?.verb.takes ?? new Set<string>();
  if (!takes.has('clause')) return false;
  const first = items[range.from];
  if (!isWord(first) || hasFinite(items, { from: range.from, to: range.from + 1 }, lexicon)) return false;
  if (['him', 'me', 'us', 'them'].includes(first.lower)) return false;
  if (cue.verb?.verb.lemma === 'say' && !isPreposition(first, lexicon)) return true;
  return hasFinite(items, { from: range.from + 1, to: range.to }, lexicon);
}

function byObject(
  items: readonly Item[],
  { from, to }: Range,
  takes: ReadonlySet<string>,
  lexicon: CueLexicon,
): string | null {
  const words = items.slice(from, Math.min(to, from + 20)).map((item) => item.lower);
  const has = (word: string): boolean => words.indexOf(word) > 0;
  if (takes.has('object-of') && has('of')) return 'object-of';
  if (takes.has('object-for') && has('for')) return 'object-for';
  if (takes.has('object-as') && words.includes('as')) return 'object-as';
  if (takes.has('object-to') && has('to')) return 'object-to';
  if (
    (takes.has('object-quote') || takes.has('quote-complement')) &&
    items.slice(from, to).some((item) => item.quote)
  ) {
    return 'object-quote';
  }
  if (!takes.has('object')) return null;
  return lexicon.is.withheld.has(words.find((word) => !lexicon.is.determiners.has(word)) ?? '') ? null : 'object';
}

const RAISED = new Set(['to', 'that']);

/** X is said to have done Y · it is known that C · X was told that C: no voice is named. */
function passive({ frame, cue, cues, lexicon }: Reading): Finding | null {
  const { items } = frame;
  const next = items[cue.at.to];
  const takes = cue.verb?.verb.takes ?? new Set<string>();
  if (next === undefined || items[cue.at.to]?.lower === 'by') return null;
  const subject = subjectOf(frame, cue, lexicon);
  if (next.lower === 'to' && takes.has('clause') && subject !== null && !takes.has('addressee')) {
    const head = stretchOf(items, subject);
    const tail = snapped(items, { from: cue.at.to, to: contentEnd(frame, cue.at.to, cues, lexicon) });
    if (head === null || tail === null) return null;
    return { content: [head, tail.stretch], source: null, direct: false, rule: 'said/en/passive-to', score: 0.6 };
  }
  const clausal = takes.has('clause') || takes.has('that') || takes.has('passive-that');
  if (!clausal || !(RAISED.has(next.lower) || takes.has('addressee'))) return null;
  const tail = snapped(items, { from: cue.at.to, to: contentEnd(frame, cue.at.to, cues, lexicon) });
  if (tail === null || next.lower === 'to') return null;
  return { content: [tail.stretch], source: null, direct: false, rule: 'said/en/passive-that', score: 0.7 };
}
