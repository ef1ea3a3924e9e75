import type { CueLexicon, VerbReading } from './cue-lexicon.ts';
import type { Frame, Item } from './frames.ts';
import { isAdverb, isComma, isPreposition, isTime, isWord, type Range } from './item-class.ts';
import { phraseBefore } from './phrase.ts';

/** A place where a frame reports: which words, and how they are used. */
export interface Cue {
  readonly kind: 'verb' | 'phrase' | 'noun' | 'adverb';
  /** The bare reporting word, with its particle: said · called for · according to. */
  readonly at: Range;
  /** Where its verb group begins: `has also` of `has also said`. */
  readonly group: number;
  /** Where its subject begins; `group` where it has none before it. */
  readonly lead: number;
  readonly verb: VerbReading | null;
  readonly passive: boolean;
  /** After `to`: it reports only what it is followed by `that` or a quotation. */
  readonly infinitive: boolean;
}

const PARTICLES: Readonly<Record<string, readonly string[]>> = {
  for: ['for'],
  on: ['on', 'upon'],
  out: ['out'],
  of: ['of'],
};
const DECLINED = new Set([
  'declined',
  'refused',
  'failed',
  'unable',
  'impossible',
  'difficult',
  'nothing',
  'something',
]);

interface Group {
  readonly from: number;
  readonly negated: boolean;
  readonly modal: boolean;
  readonly passive: boolean;
  readonly perfect: boolean;
  readonly infinitive: boolean;
}

/** The words of the verb group before the verb at `at`. */
function groupBefore(items: readonly Item[], at: number, { is }: CueLexicon): Group {
  let group: Group = { from: at, negated: false, modal: false, passive: false, perfect: false, infinitive: false };
  for (let from = at - 1; from >= 0; from -= 1) {
    const item = items[from];
    if (item === undefined) break;
    const { lower } = item;
    if (is.negations.has(lower)) group = { ...group, negated: true };
    else if (is.modal.has(lower)) group = { ...group, modal: group.modal || !['will', "'ll", '’ll'].includes(lower) };
    else if (is.be.has(lower) && isWord(item)) group = { ...group, passive: true };
    else if (is.have.has(lower) || lower === '’ve' || lower === "'ve") group = { ...group, perfect: true };
    else if (is.do.has(lower)) group = { ...group, perfect: false };
    else if (lower === 'to' && from === at - 1) group = { ...group, infinitive: true };
    else if (group.infinitive && DECLINED.has(lower)) return { ...group, negated: true, from };
    else if (!(isAdverb(item, { is } as CueLexicon) && item.shape === 'lower')) break;
    group = { ...group, from };
    if (group.infinitive && lower === 'to' && !DECLINED.has(items[from - 1]?.lower ?? '')) break;
  }
  return group;
}

/** A base form or an s-form may be a noun: `the report`, `people report`. The word before and the word after decide. */
function isVerbHere(items: readonly Item[], at: number, reading: VerbReading, lexicon: CueLexicon): boolean {
  const { is } = lexicon;
  const before = items[at - 1];
  const after = items[at + 1];
  if (!isWord(before)) return reading.form !== 'base';
  const determined = is.determiners.has(before.lower) && !is.plurals.has(before.lower);
  if (reading.form === 'past' && (before.shape === 'number' || isPreposition(before, lexicon))) return false;
  if (reading.form === 'past' || reading.form === 'ing') return !determined || is.pronouns.has(before.lower);
  if (determined || isPreposition(before, lexicon) || isPossessive(before)) return false;
  if (reading.form === 'third') return isThirdHere(items, at, reading, lexicon);
  if (is.pronouns.has(before.lower) || is.modal.has(before.lower) || before.lower === 'to') return true;
  if (is.plurals.has(before.lower) || is.do.has(before.lower)) return true;
  if (isPlural(before) && (before.shape === 'lower' || opensComplement(after, reading, lexicon))) return true;
  const says = after?.lower === 'that' || reading.verb.takes.has('clause');
  return says && opensComplement(after, reading, lexicon) && hasPluralHead(items, at, lexicon);
}

/** `reports`, `fears`, `claims` are nouns after an adjective and before a stop. */
function isThirdHere(items: readonly Item[], at: number, reading: VerbReading, lexicon: CueLexicon): boolean {
  const [before, item, after] = [items[at - 1], items[at], items[at + 1]];
  const noun = item !== undefined && lexicon.nouns.has(item.lower) && before?.shape === 'lower';
  if (
    noun &&
    (/(?:st|al|ive|ous|ing|ed|ic)$/u.test(before.lower) || (after !== undefined && /^[.,;]$/u.test(after.text)))
  )
    return false;
  return opensComplement(after, reading, lexicon);
}

const isPossessive = ({ lower }: Item): boolean => /^['’]s$|s['’]$/u.test(lower);
const isPlural = ({ lower }: Item): boolean => /[^s]s$/u.test(lower);

/** The authors of the document claim that: the head of the phrase stands before its first preposition. */
function hasPluralHead(items: readonly Item[], at: number, lexicon: CueLexicon): boolean {
  const range = phraseBefore(items, at, lexicon);
  if (range === null) return false;
  const of = items.findIndex((item, index) => index > range.from && index < range.to && isPreposition(item, lexicon));
  const head = items[(of < 0 ? range.to : of) - 1];
  return isWord(head) && (isPlural(head) || lexicon.is.plurals.has(head.lower));
}

function opensComplement(after: Item | undefined, { verb }: VerbReading, { is, verbs }: CueLexicon): boolean {
  if (after === undefined) return true;
  if (after.shape === 'quote' || after.shape === 'number' || /^[:.,?!]$/u.test(after.text)) return true;
  if (is.be.has(after.lower) || is.have.has(after.lower) || is.modal.has(after.lower)) return false;
  if (verb.lemma === 'say' || verb.lemma === 'write') return true;
  if (is.prepositions.has(after.lower))
    return ['for', 'on', 'out', 'to', 'in'].includes(after.lower) && verb.takes.has(after.lower);
  return (
    after.shape !== 'lower' ||
    is.determiners.has(after.lower) ||
    is.pronouns.has(after.lower) ||
    after.lower === 'that' ||
    !verbs.has(after.lower)
  );
}

function verbCue(items: readonly Item[], at: number, lexicon: CueLexicon): Cue | null {
  const item = items[at];
  const reading = item === undefined || item.shape === 'upper' ? undefined : lexicon.verbs.get(item.lower);
  if (item === undefined || reading === undefined || !isVerbHere(items, at, reading, lexicon)) return null;
  if (item.shape === 'title' && (at > 0 ? item.lower !== 'says' : reading.form !== 'ing')) return null;
  const group = groupBefore(items, at, lexicon);
  if (group.negated || (group.modal && !group.perfect)) return null;
  const passive = group.passive && reading.form === 'past';
  return {
    kind: 'verb',
    at: { from: at, to: particleEnd(items, at + 1, reading) },
    group: group.from,
    lead: subjectBefore(items, group.from, lexicon)?.from ?? group.from,
    verb: reading,
    passive,
    infinitive: group.infinitive,
  };
}

function particleEnd(items: readonly Item[], at: number, { verb }: VerbReading): number {
  const next = items[at]?.lower ?? '';
  for (const [take, words] of Object.entries(PARTICLES))
    if (verb.takes.has(take) && words.includes(next)) return at + 1;
  return at;
}

function phraseCue(items: readonly Item[], at: number, lexicon: CueLexicon): Cue | null {
  for (const words of lexicon.phrases) {
    if (!words.every((word, offset) => items[at + offset]?.lower === word)) continue;
    const range = { from: at, to: at + words.length };
    return { kind: 'phrase', at: range, group: at, lead: at, verb: null, passive: false, infinitive: false };
  }
  return null;
}

/** A noun that reports only with a clause of its own: the claim that, fears that. */
function nounCue(items: readonly Item[], at: number, lexicon: CueLexicon): Cue | null {
  const item = items[at];
  if (item === undefined || item.shape !== 'lower' || !lexicon.nouns.has(item.lower)) return null;
  const { is } = lexicon;
  const before = items[at - 1]?.lower ?? '';
  if (before === 'to' || [is.modal, is.do, is.negations].some((words) => words.has(before))) return null;
  if (items[at + 1]?.lower !== 'that' && !byThat(items, at + 1)) return null;
  return {
    kind: 'noun',
    at: { from: at, to: at + 1 },
    group: at,
    lead: at,
    verb: null,
    passive: false,
    infinitive: false,
  };
}

/** accusations by relatives and lawyers that */
function byThat(items: readonly Item[], at: number): boolean {
  if (!['by', 'from'].includes(items[at]?.lower ?? '')) return false;
  const that = items.findIndex((item, index) => index > at && item.lower === 'that');
  return that > at + 1 && that < at + 9;
}

function adverbCue(items: readonly Item[], at: number, lexicon: CueLexicon): Cue | null {
  if (!lexicon.adverbs.has(items[at]?.lower ?? '')) return null;
  return {
    kind: 'adverb',
    at: { from: at, to: at + 1 },
    group: at,
    lead: at,
    verb: null,
    passive: false,
    infinitive: false,
  };
}

/** Every cue of a frame, in order. */
export function cuesOf({ items }: Frame, lexicon: CueLexicon): Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const cue =
      phraseCue(items, at, lexicon) ??
      verbCue(items, at, lexicon) ??
      nounCue(items, at, lexicon) ??
      adverbCue(items, at, lexicon);
    if (cue === null) continue;
    cues.push(cue);
    at = cue.at.to - 1;
  }
  return cues;
}

/** The noun phrase that is the subject of a verb cue; null where the cue opens its frame or joins another verb. */
export const subjectOf = ({ items }: Frame, cue: Cue, lexicon: CueLexicon): Range | null =>
  subjectBefore(items, cue.group, lexicon);

function subjectBefore(items: readonly Item[], group: number, lexicon: CueLexicon): Range | null {
  if (['and', 'or', 'but'].includes(items[group - 1]?.lower ?? '')) return null;
  const range = phraseBefore(items, group, lexicon);
  const first = range === null ? undefined : items[range.from];
  return first === undefined || isTime(first, lexicon) || isComma(first) ? null : range;
}
