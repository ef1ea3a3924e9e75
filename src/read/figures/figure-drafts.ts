import type { Mention } from '../../domain/reading.ts';
import { overlaps } from '../../domain/span.ts';
import type { About, Unit } from '../../domain/vocabulary.ts';
import { countNoun, type CountNoun, type Words } from './count-noun.ts';
import type { FigureDraft } from './figure-draft.ts';
import { governing, type Governed } from './governing.ts';
import { nounWords } from './noun-words.ts';
import { numberWords } from './number-words.ts';
import { numbersIn, type NumberRead } from './numbers.ts';
import type { Names, Sentence, View } from '../passes.ts';
import { clausesOf, predicatesNear, type Clauses } from './predicates.ts';
import { refusedBy } from './refusals.ts';
import { SpanIndex } from '../text/span-index.ts';

/** Predicates farther than this many tokens say nothing of a phrase. */
const WINDOW = 60;

interface Scene {
  readonly view: View;
  readonly words: Words;
  readonly clauses: Clauses;
  readonly mentions: SpanIndex<Mention>;
}

const made = new WeakMap<View, readonly FigureDraft[]>();

/** The counts of a view; figures and acts ask for the same, so they are read once. */
export function figureDrafts(view: View, names: Names): readonly FigureDraft[] {
  const drafts = made.get(view) ?? readDrafts(view, names);
  made.set(view, drafts);
  return drafts;
}

/** Every count of people or of things done to people that the text makes, in order (SPEC E21, E22). */
function readDrafts(view: View, names: Names): FigureDraft[] {
  const clauses = clausesOf(view);
  const words: Words = { tokens: view.tokens, classes: clauses.classes, nouns: nounWords(view.language) };
  const mentions = new SpanIndex(names.mentions, (mention) => mention.span);
  const scene: Scene = { view, words, clauses, mentions };
  const numerals = numberWords(view.language);
  const drafts: FigureDraft[] = [];
  view.sentences.forEach((sentence, index) => {
    const here: FigureDraft[] = [];
    for (const number of numbersIn(view.tokens, [sentence.firstToken, sentence.lastToken], numerals)) {
      const draft = draftOf(scene, number, sentence, index);
      if (draft !== null) here.push(spread(scene, here.at(-1), draft));
    }
    drafts.push(...here);
  });
  return drafts;
}

function draftOf(scene: Scene, number: NumberRead, sentence: Sentence, index: number): FigureDraft | null {
  const { view, words, clauses } = scene;
  const noun = countNoun(words, number, sentence.lastToken);
  if (refusedBy(words, { number, noun, from: sentence.firstToken, to: sentence.lastToken }) !== null) return null;
  if (insideName(scene, number)) return null;
  const near = predicatesNear(clauses.predicates, [
    Math.max(sentence.firstToken, number.first - WINDOW),
    Math.min(sentence.lastToken, noun.to + WINDOW),
  ]);
  const governed = governing(
    view.tokens,
    clauses,
    {
      first: number.phraseFirst,
      last: Math.max(noun.to, number.phraseLast),
      holdsCount: noun.nested,
      insideCount: isInsideCount(words, number),
    },
    near,
  );
  const unit = unitOf(scene, { number, noun, governed, end: sentence.lastToken });
  if (unit === null) return null;
  const about = aboutOf(scene, noun, unit, governed);
  return { number, noun, unit, about, governed, sentence: index, why: whyOf(scene, noun, governed) };
}

/** Numerals inside dates and inside names of bodies and places are no counts. */
function insideName({ words, mentions }: Scene, number: NumberRead): boolean {
  const [first, last] = [words.tokens[number.first], words.tokens[number.last - 1]];
  if (first === undefined || last === undefined) return false;
  const span = { start: first.start, end: last.end };
  return mentions.touching(span.start, span.end).some(({ kind, span: named }) => {
    if (kind === 'date') return overlaps(named, span);
    return (kind === 'organization' || kind === 'place') && named.end > span.end;
  });
}

interface Judged {
  readonly number: NumberRead;
  readonly noun: CountNoun;
  readonly governed: Governed | null;
  readonly end: number;
}

/** How near a predicate must stand to make a person of a noun no list knows. */
const MAKES_PERSON = 4;
const BESIDE = 2.6;

/** What is counted; null when it is nothing of the register's. */
function unitOf(scene: Scene, judged: Judged): Unit | null {
  const { noun, governed, number } = judged;
  if (noun.unit === 'refused') return null;
  if (number.value === 0) return isToldZero(scene, judged) ? 'person' : null;
  if (noun.unit !== 'unknown') return noun.unit;
  const happens = governed !== null && governed.predicate.trigger.sort !== 'property' && !governed.predicate.unreal;
  if (noun.head !== null)
    return (happens && governed.cost <= MAKES_PERSON) || isWho(scene.words, noun.to) ? 'person' : null;
  return isBareCount(scene, judged) ? 'person' : null;
}

const isWho = (words: Words, at: number): boolean => ['who', 'whom', 'whose'].includes(words.tokens[at]?.lower ?? '');

/** "of which 11 died", "6,700 were arrested", "killing 34", "the five were" */
function isBareCount({ words }: Scene, { number, noun, governed }: Judged): boolean {
  const { tokens, classes } = words;
  const [before, after] = [tokens[number.phraseFirst - 1]?.lower ?? '', classes[noun.to]];
  const follows = tokens[noun.to]?.lower ?? '';
  const beside = governed !== null && governed.cost <= BESIDE;
  const whole = PARTS.has(before) || (before === 'the' && tokens[number.phraseFirst - 2]?.lower === 'of');
  if (whole && (after === 'be' || after === 'have' || beside)) return true;
  if (before === 'the' && (after === 'be' || after === 'have' || isWho(words, noun.to)))
    return number.value === null || number.value > 1;
  if (follows === ',' && tokens[noun.to + 1]?.lower === 'including' && governed !== null) return true;
  if (!beside) return false;
  const ends =
    after === undefined || after === 'mark' || after === 'conjunction' || after === 'preposition' || after === 'adverb';
  return governed.predicate.first >= noun.to
    ? governed.predicate.groupFirst <= noun.to + 2
    : ends && isBeside(tokens, governed.predicate.last, number.phraseFirst);
}

/** "torturing 12", "executions of dozens" */
const isBeside = (tokens: Words['tokens'], last: number, first: number): boolean =>
  last === first || (last === first - 1 && tokens[last]?.lower === 'of');

const PARTS = new Set(['which', 'whom', 'them', ',']);

/** "no one was compensated" is told; "nobody can speak" is not. */
function isToldZero({ words }: Scene, { number, noun, end }: Judged): boolean {
  if (noun.partitive) return noun.unit === 'person';
  const { tokens, classes } = words;
  for (let at = number.last; at < Math.min(end, number.last + 3); at += 1) {
    const kind = classes[at];
    const told = kind === 'participle' || kind === 'have' || (kind === 'verb' && !tokens[at]?.lower.endsWith('s'));
    if (told || PAST_BE.has(tokens[at]?.lower ?? '')) return true;
    if (kind !== 'adverb') return false;
  }
  return false;
}

const PAST_BE = new Set(['was', 'were', 'got']);

/** The verb speaks first, then the head noun, then that people take part at all. */
function aboutOf({ words, clauses }: Scene, noun: CountNoun, unit: Unit, governed: Governed | null): About {
  const head = noun.head === null ? '' : (words.tokens[noun.head]?.lower ?? '');
  const takesPart = words.nouns.is.takingPart.has(head) && unit === 'person';
  const told = governed?.predicate.trigger.about ?? null;
  if (told !== null && !(takesPart && governed !== null && governed.cost > WEAK)) return told;
  return clauses.words.aboutOfHead.get(head) ?? (takesPart ? 'participating' : 'other');
}

/** A predicate that costs more than this does not outweigh "members", who take part. */
const WEAK = 9;

/** "two of the 17" */
function isInsideCount({ tokens, classes }: Words, { phraseFirst }: NumberRead): boolean {
  const of = classes[phraseFirst - 1] === 'determiner' ? phraseFirst - 2 : phraseFirst - 1;
  if (tokens[of]?.lower !== 'of') return false;
  const before = classes[of - 1];
  return before === 'number' || (before === 'determiner' && tokens[of - 1] !== undefined);
}

/** "about 160 soldiers and 70 civilians": a coordination spreads its comparator. */
function spread({ words }: Scene, before: FigureDraft | undefined, draft: FigureDraft): FigureDraft {
  if (before === undefined || draft.number.comparator !== 'exactly' || !SPREADS.has(before.number.comparator))
    return draft;
  const joined = draft.number.phraseFirst === before.noun.to + 1 && words.tokens[before.noun.to]?.lower === 'and';
  if (!joined || before.noun.head === null || draft.number.value === 0) return draft;
  return { ...draft, number: { ...draft.number, comparator: before.number.comparator } };
}

const SPREADS = new Set(['about', 'nearly', 'more-than', 'at-least']);

function whyOf({ words }: Scene, noun: CountNoun, governed: Governed | null): string[] {
  const head = noun.head === null ? [] : [`counts “${words.tokens[noun.head]?.text ?? ''}”`];
  if (governed === null) return head;
  const { first, last, form } = governed.predicate;
  const verb = words.tokens
    .slice(first, last)
    .map((token) => token.text)
    .join(' ');
  return [...head, `about from “${verb}” (${form})`];
}
