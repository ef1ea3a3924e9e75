import type { About, Unit } from '../../domain/vocabulary.ts';
import type { CountNoun, Words } from './count-noun.ts';
import type { CountedBefore } from './counted-before.ts';
import type { Kin } from './figure-draft.ts';
import type { FigureWords } from './figure-words.ts';
import type { Governed } from './governing.ts';
import type { Clauses } from './predicates.ts';
import type { NumberRead } from './numbers.ts';
import type { WordClass } from './word-classes.ts';

/** A numeral without a noun of its own, in its sentence. */
export interface Bare {
  readonly number: NumberRead;
  readonly noun: CountNoun;
  readonly governed: Governed | null;
  /** Index into `View.sentences`, and where it begins. */
  readonly sentence: number;
  readonly from: number;
}

/** What a bare numeral counts; `about` is that of the count it goes on from. */
export interface BareCount {
  readonly unit: Unit;
  readonly about: About | null;
  readonly kin: Kin | null;
}

interface Scene {
  readonly words: Words;
  readonly grammar: FigureWords;
  readonly before: CountedBefore;
  readonly clauses: Clauses;
}

export const PEOPLE: BareCount = { unit: 'person', about: null, kin: null };

/** Within this cost a predicate stands beside the numeral. */
const BESIDE = 2.6;

const VERBAL: ReadonlySet<WordClass> = new Set(['be', 'have', 'verb', 'participle', 'auxiliary'] as const);
const PARTICIPLES: ReadonlySet<WordClass | undefined> = new Set(['participle', 'gerund'] as const);
const ENDS: ReadonlySet<WordClass> = new Set(['mark', 'conjunction', 'preposition', 'adverb'] as const);

const lowerAt = ({ tokens }: Words, at: number): string => tokens[at]?.lower ?? '';

/** What a numeral with no noun behind it counts: people, by its verb or by what was counted before; null when nothing says so. */
export function bareCount(scene: Scene, bare: Bare): BareCount | null {
  if (isBeside(scene, bare) || isOfWhole(scene, bare)) return PEOPLE;
  for (const means of MEANS) {
    const counted = means(scene, bare);
    if (counted !== null) return counted;
  }
  return null;
}

/** "6,700 were arrested", "killing 34", "torturing 12, including…" */
function isBeside({ words, grammar }: Scene, { number, noun, governed }: Bare): boolean {
  if (governed === null || governed.predicate.trigger.sort === 'property') return false;
  const listed = lowerAt(words, noun.to) === ',' && grammar.is.including.has(lowerAt(words, noun.to + 1));
  if (listed) return true;
  if (governed.cost > BESIDE) return false;
  const { predicate } = governed;
  if (predicate.first >= noun.to) return predicate.groupFirst <= noun.to + 2;
  const touches =
    predicate.last === number.phraseFirst ||
    (predicate.last === number.phraseFirst - 1 && lowerAt(words, predicate.last) === 'of');
  return touches && endsAt(words, noun.to);
}

const endsAt = ({ classes }: Words, at: number): boolean => {
  const kind = classes[at];
  return kind === undefined || ENDS.has(kind);
};

/** "of whom 11 died", "of the 17 were" */
function isOfWhole({ words, grammar }: Scene, { number, noun, governed }: Bare): boolean {
  const at = number.phraseFirst - (lowerAt(words, number.phraseFirst - 1) === ',' ? 2 : 1);
  const [before, further] = [lowerAt(words, at), lowerAt(words, at - 1)];
  const whole = grammar.is.wholeOpeners.has(before) || (before === 'the' && further === 'of');
  if (whole && (isVerbal(words, noun.to) || (governed !== null && governed.cost <= BESIDE))) return true;
  const many = number.value === null || number.value > 1;
  return many && grammar.is.whos.has(lowerAt(words, noun.to));
}

const isVerbal = ({ tokens, classes }: Words, at: number): boolean => {
  const quoted = QUOTES.has(tokens[at]?.text ?? '') ? at + 1 : at;
  const kind = classes[quoted] === 'adverb' ? classes[quoted + 1] : classes[quoted];
  return kind !== undefined && VERBAL.has(kind);
};

const QUOTES = new Set(['“', '"', '‘', '«']);

/** "fears that 57 is too low": a telling number given before. */
function echo({ words, before }: Scene, { number, noun, sentence }: Bare): BareCount | null {
  const telling = number.value !== null && number.value > 10 && number.value % 10 !== 0;
  const same = telling ? before.sameValue(number.value, sentence) : null;
  if (same?.draft?.unit !== 'person' || !isVerbal(words, noun.to)) return null;
  return { ...PEOPLE, about: same.draft.about };
}

/** "charged the four with", "all five nodded": those of the same number, or whoever acts. */
function definite({ words, grammar, before }: Scene, { number, noun, sentence }: Bare): BareCount | null {
  if (number.value === null || number.value < 2 || number.comparator !== 'exactly') return null;
  if (!grammar.is.definites.has(lowerAt(words, number.first - 1))) return null;
  const same = before.sameValue(number.value, sentence);
  if (same !== null) return same.draft === null || same.draft.unit !== 'person' ? null : PEOPLE;
  return isVerbal(words, noun.to) || grammar.is.including.has(lowerAt(words, noun.to)) ? PEOPLE : null;
}

/** "19 in the capital, four in the hills": a count that goes on from the one before it. */
function series({ words, grammar, before }: Scene, { number, noun, sentence }: Bare): BareCount | null {
  const last = before.lastWithin(sentence, 0)?.draft ?? null;
  if (last === null || !opensMember(words, grammar, number.phraseFirst)) return null;
  const follows = lowerAt(words, noun.to);
  const goesOn = grammar.is.prepositionsOfSeries.has(follows) || PARTICIPLES.has(words.classes[noun.to]);
  return goesOn ? { unit: last.unit, about: last.about, kin: { as: 'beside', draft: last } } : null;
}

/** A mark or a conjunction stands before. */
function opensMember(words: Words, grammar: FigureWords, first: number): boolean {
  return grammar.is.seriesOpeners.has(lowerAt(words, first - 1));
}

/** With a name put in between, a predicate may cost so much: "and two, Orlan Veth and Maren Dorn, were shot". */
const APART = 9;

/** "64 are elderly", "one was a nurse": some of those counted just before. */
function subject(
  { words, grammar, before }: Scene,
  { number, noun, governed, sentence, from }: Bare,
): BareCount | null {
  const first = number.phraseFirst;
  if (first !== from && !opensMember(words, grammar, first)) return null;
  const whole = before.holding(number.value, sentence);
  if (whole === null || whole.draft === null || whole.draft.unit !== 'person') return null;
  const follows = lowerAt(words, noun.to);
  const includes = grammar.is.whos.has(follows) && first !== from;
  const apposed = follows === ',' && governed !== null && governed.predicate.first > noun.to && governed.cost < APART;
  const beside = whole.sentence === sentence && whole.draft.noun.head === null;
  const some: BareCount = { ...PEOPLE, kin: { as: beside ? 'beside' : 'whole', draft: whole.draft } };
  if (apposed) return some;
  if (!includes && !isVerbal(words, noun.to)) return null;
  return number.value === 1 && grammar.is.modalsOfOne.has(follows) ? null : some;
}

/** "a crowd of about 350", "a family of four" */
export function group({ words }: Pick<Scene, 'words'>, { number }: Pick<Bare, 'number'>): BareCount | null {
  const of = number.phraseFirst - 1;
  const noun = lowerAt(words, of) === 'of' ? words.tokens[of - 1] : undefined;
  if (noun?.shape !== 'lower') return null;
  const { groupNouns } = words.nouns.is;
  return groupNouns.has(noun.lower) || groupNouns.has(noun.lower.replace(/s$/, '')) ? PEOPLE : null;
}

/** "12 people, from a total of 40": as what was counted just before. */
function total(scene: Scene, { number, sentence }: Bare): BareCount | null {
  const { words, grammar } = scene;
  const of = number.phraseFirst - 1;
  if (lowerAt(words, of) !== 'of' || !grammar.is.totals.has(lowerAt(words, of - 1))) return null;
  return likeLast(scene, sentence, 0);
}

/** "heard by hundreds", "thousands more had been": vague words alone mean people, unless things were just counted. */
function crowd({ words, grammar, before }: Scene, { number, noun, sentence, governed }: Bare): BareCount | null {
  if (number.vague === null || number.vague === 'several' || lowerAt(words, number.last) === 'of') return null;
  const [opener, further] = [lowerAt(words, number.phraseFirst - 1), lowerAt(words, number.phraseFirst - 2)];
  if (grammar.is.detached.has(opener) || (opener === 'the' && grammar.is.sumsIn.has(further))) return null;
  const last = before.lastWithin(sentence, 0);
  if (last !== null && last.draft === null) return null;
  if (isVerbal(words, noun.to) || grammar.is.whos.has(lowerAt(words, noun.to))) return PEOPLE;
  if (number.vague === 'many-more' && (governed === null || governed.cost > BESIDE)) return null;
  return endsAt(words, noun.to) || noun.to > number.phraseLast ? PEOPLE : null;
}

/** "the death toll rose to 45", "the number of detainees was over 1,000", "bringing to ten the number of freed boys" */
function toll(scene: Scene, { number, noun, sentence, from }: Bare): BareCount | null {
  const { words, grammar } = scene;
  if (lowerAt(words, noun.to) === 'in' && grammar.is.numbers.has(lowerAt(words, noun.to + 1))) return PEOPLE;
  const behind = lowerAt(words, noun.to) === 'the' ? noun.to + 1 : noun.to;
  if (grammar.is.numbers.has(lowerAt(words, behind))) return numbered(words, behind);
  const before = words.classes[number.phraseFirst - 1];
  if (before === undefined || !LEADS.has(before) || !endsAt(words, noun.to)) return null;
  for (let at = number.phraseFirst - 1; at >= Math.max(from, number.phraseFirst - TOLL_REACH); at -= 1) {
    const lower = lowerAt(words, at);
    if (grammar.is.tolls.has(lower)) return { ...PEOPLE, about: 'died' };
    if (grammar.is.numbers.has(lower)) return numbered(words, at);
    if (grammar.is.totals.has(lower)) return likeLast(scene, sentence, 1);
    if (words.classes[at] === 'number' || CLOSERS.has(lower)) return null;
  }
  return null;
}

const LEADS: ReadonlySet<WordClass> = new Set(['be', 'verb', 'participle', 'preposition', 'gerund', 'adverb'] as const);
const CLOSERS = new Set([';', ':']);
const TOLL_REACH = 16;

/** "number of" with people or deeds within a few words. */
function numbered(words: Words, at: number): BareCount | null {
  if (lowerAt(words, at + 1) !== 'of') return null;
  for (let noun = at + 2; noun < at + 7; noun += 1) {
    const token = words.tokens[noun];
    const unit = token === undefined ? 'unknown' : words.nouns.unitOf(token, false);
    if (unit === 'person' || unit === 'act') return { ...PEOPLE, unit };
  }
  return null;
}

/** "the executions – at least 28 – since": between marks, the noun before them. */
function aside({ words, clauses }: Scene, { number, noun, from }: Bare): BareCount | null {
  let at = number.phraseFirst - 1;
  while (at > from && DASHES.has(lowerAt(words, at))) at -= 1;
  const token = words.tokens[at];
  if (token === undefined || at === number.phraseFirst - 1 || at < from || !DASHES.has(lowerAt(words, noun.to)))
    return null;
  const unit = words.nouns.unitOf(token, false);
  if (unit !== 'person' && unit !== 'act') return null;
  return { ...PEOPLE, unit, about: clauses.words.triggers.at(words.tokens, at)?.value.about ?? null };
}

const DASHES = new Set(['–', '—', '-', '(', ')']);

/** "There were three prisoners in May. There are now 77." */
function existing(scene: Scene, { number, noun, sentence }: Bare): BareCount | null {
  const { words, grammar } = scene;
  const be = words.classes[number.phraseFirst - 1] === 'adverb' ? number.phraseFirst - 2 : number.phraseFirst - 1;
  if (words.classes[be] !== 'be' || !grammar.is.there.has(lowerAt(words, be - 1)) || !endsAt(words, noun.to))
    return null;
  return likeLast(scene, sentence, 1);
}

/** As what was counted last, if that was no thing. */
function likeLast({ before }: Scene, sentence: number, back: number): BareCount | null {
  const last = before.lastWithin(sentence, back)?.draft ?? null;
  return last === null ? null : { unit: last.unit, about: last.about, kin: null };
}

/** The ways a bare numeral may count, surest first. */
const MEANS = [definite, echo, series, subject, group, total, toll, aside, existing, crowd];
