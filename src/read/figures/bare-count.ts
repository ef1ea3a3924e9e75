import type { About, Unit } from '../../domain/vocabulary.ts';
import type { CountNoun, Words } from './count-noun.ts';
import type { CountedBefore } from './counted-before.ts';
import type { Kin } from './figure-draft.ts';
import type { FigureWords } from './figure-words.ts';
import type { Governed } from './governing.ts';
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

const isVerbal = ({ classes }: Words, at: number): boolean => {
  const kind = classes[at] === 'adverb' ? classes[at + 1] : classes[at];
  return kind !== undefined && VERBAL.has(kind);
};

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
  const last = before.inSentence(sentence)?.draft ?? null;
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
  return noun?.shape === 'lower' && words.nouns.is.groupNouns.has(noun.lower) ? PEOPLE : null;
}

/** "12 people, from a total of 40": as what was counted just before. */
function total({ words, grammar, before }: Scene, { number, sentence }: Bare): BareCount | null {
  const of = number.phraseFirst - 1;
  if (lowerAt(words, of) !== 'of' || !grammar.is.totals.has(lowerAt(words, of - 1))) return null;
  const last = before.inSentence(sentence)?.draft ?? null;
  return last === null ? null : { unit: last.unit, about: last.about, kin: null };
}

/** "heard by hundreds", "thousands more had been": vague words alone mean people, unless things were just counted. */
function crowd({ words, grammar, before }: Scene, { number, noun, sentence, governed }: Bare): BareCount | null {
  if (number.vague === null || number.vague === 'several' || lowerAt(words, number.last) === 'of') return null;
  const [opener, further] = [lowerAt(words, number.phraseFirst - 1), lowerAt(words, number.phraseFirst - 2)];
  if (grammar.is.detached.has(opener) || (opener === 'the' && grammar.is.sumsIn.has(further))) return null;
  const last = before.inSentence(sentence);
  if (last !== null && last.draft === null) return null;
  if (isVerbal(words, noun.to) || grammar.is.whos.has(lowerAt(words, noun.to))) return PEOPLE;
  if (number.vague === 'many-more' && (governed === null || governed.cost > BESIDE)) return null;
  return endsAt(words, noun.to) || noun.to > number.phraseLast ? PEOPLE : null;
}

/** The ways a bare numeral may count, surest first. */
const MEANS = [definite, series, subject, group, total, crowd];
