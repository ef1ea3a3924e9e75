import type { Mention } from '../../domain/reading.ts';
import { overlaps } from '../../domain/span.ts';
import type { About, Unit } from '../../domain/vocabulary.ts';
import { bareCount, group, PEOPLE, type BareCount } from './bare-count.ts';
import { CountedBefore } from './counted-before.ts';
import { countNoun, type CountNoun, type Words } from './count-noun.ts';
import type { FigureDraft } from './figure-draft.ts';
import { figureWords, type FigureWords } from './figure-words.ts';
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
  readonly grammar: FigureWords;
  readonly before: CountedBefore;
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
  const numerals = numberWords(view.language);
  const words: Words = { tokens: view.tokens, classes: clauses.classes, nouns: nounWords(view.language), numerals };
  const mentions = new SpanIndex(names.mentions, (mention) => mention.span);
  const grammar = figureWords(view.language);
  const scene: Scene = { view, words, clauses, mentions, grammar, before: new CountedBefore() };
  const drafts: FigureDraft[] = [];
  view.sentences.forEach((sentence, index) => {
    for (const number of numbersIn(view.tokens, [sentence.firstToken, sentence.lastToken], numerals)) {
      const draft = draftOf(scene, number, sentence, index);
      if (draft === null) continue;
      const joined = spread(scene, drafts.at(-1), draft);
      drafts.push(joined);
      scene.before.note(number, index, joined);
    }
  });
  return drafts;
}

/** The draft of a numeral; null where it is no count of the register’s: then it is noted if it counts things. */
function draftOf(scene: Scene, number: NumberRead, sentence: Sentence, index: number): FigureDraft | null {
  const { view, words, clauses } = scene;
  const noun = countNoun(words, number, sentence.lastToken);
  const refused = refusedBy(scene, { number, noun, from: sentence.firstToken, to: sentence.lastToken });
  if (refused === 'thing' && !isMeasured(words, noun)) scene.before.note(number, index, null);
  if (refused !== null || insideName(scene, number)) return null;
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
  const counted = counts(scene, { number, noun, governed, sentence, index });
  if (counted === null) {
    if (noun.head !== null || scene.before.holding(number.value, index)?.draft === null)
      scene.before.note(number, index, null);
    return null;
  }
  const { unit } = counted;
  const own = aboutOf(scene, noun, { unit, inside: isInsideCount(words, number) }, governed);
  const about = counted.about !== null && (governed === null || governed.cost > CARRIES) ? counted.about : own;
  return { number, noun, unit, about, governed, sentence: index, kin: counted.kin, why: whyOf(scene, noun, governed) };
}

/** A verb farther away than this does not speak of a count that goes on from another. */
const CARRIES = 2.6;

/** "five years" are no things that a later numeral could mean. */
function isMeasured({ tokens, nouns }: Words, noun: CountNoun): boolean {
  const lower = headOf({ tokens }, noun);
  return nouns.is.measures.has(lower.endsWith('s') ? lower.slice(0, -1) : lower);
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
  readonly sentence: Sentence;
  readonly index: number;
}

/** How near a predicate must stand to make a person of a noun no list knows. */
const MAKES_PERSON = 4;

/** What is counted; null when it is nothing of the register's. */
function counts(scene: Scene, judged: Judged): BareCount | null {
  const { noun, number, governed, sentence, index } = judged;
  if (noun.unit === 'refused') return null;
  if (number.value === 0) return isToldZero(scene, judged) ? PEOPLE : null;
  if (noun.unit !== 'unknown') return { unit: noun.unit, about: null, kin: null };
  if (noun.head === null)
    return bareCount(scene, { number, noun, governed, sentence: index, from: sentence.firstToken });
  if (!isPersonByDeed(scene, judged)) return group(scene, judged);
  scene.before.learn(headOf(scene.words, noun));
  return PEOPLE;
}

/** Whom no list knows is a person where something happens to them that happens to people only, or where "who" follows. */
function isPersonByDeed({ words, clauses, grammar, before }: Scene, { noun, number, governed }: Judged): boolean {
  if (grammar.is.whos.has(words.tokens[noun.to]?.lower ?? '') || before.wasPerson(headOf(words, noun))) return true;
  if (governed === null || governed.cost > MAKES_PERSON || governed.predicate.unreal) return false;
  return number.value !== 1 && clauses.words.peopleOnly.has(governed.predicate.trigger.sort);
}

const headOf = ({ tokens }: Pick<Words, 'tokens'>, { head }: CountNoun): string =>
  head === null ? '' : (tokens[head]?.lower ?? '');

/** "no one was compensated" is told; "nobody can speak" and "no one knows" are not. */
function isToldZero({ words, grammar }: Scene, { number, noun, sentence }: Judged): boolean {
  if (noun.partitive) return noun.unit === 'person';
  const { tokens, classes } = words;
  for (let at = number.last; at < Math.min(sentence.lastToken, number.last + 3); at += 1) {
    const kind = classes[at];
    if (kind === 'participle' || kind === 'have' || grammar.is.pastBe.has(tokens[at]?.lower ?? '')) return true;
    if (kind !== 'adverb') return false;
  }
  return false;
}

interface Whom {
  readonly unit: Unit;
  /** Inside another count: "two of the 17 hostages". */
  readonly inside: boolean;
}

/** The verb speaks first, then the head noun, then that people take part at all. */
function aboutOf({ words, clauses }: Scene, noun: CountNoun, { unit, inside }: Whom, governed: Governed | null): About {
  const head = headOf(words, noun);
  const named = clauses.words.aboutOfHead.get(head);
  if (inside && named !== undefined) return named;
  const takesPart = words.nouns.is.takingPart.has(head) && unit === 'person';
  const told = governed?.predicate.trigger.about ?? null;
  if (told !== null && !(takesPart && governed !== null && governed.cost > WEAK)) return told;
  return named ?? (takesPart ? 'participating' : 'other');
}

/** A predicate that costs more than this does not outweigh "members", who take part. */
const WEAK = 9;

/** "two of the 17", "some of the original 17" */
function isInsideCount({ tokens, classes, nouns }: Words, { phraseFirst }: NumberRead): boolean {
  let of = nouns.is.modifiers.has(tokens[phraseFirst - 1]?.lower ?? '') ? phraseFirst - 2 : phraseFirst - 1;
  if (classes[of] === 'determiner') of -= 1;
  if (tokens[of]?.lower !== 'of') return false;
  const before = classes[of - 1];
  return before === 'number' || (before === 'determiner' && tokens[of - 1] !== undefined);
}

/** "about 160 soldiers and 70 civilians": a coordination spreads its comparator. */
function spread({ words }: Scene, before: FigureDraft | undefined, draft: FigureDraft): FigureDraft {
  if (
    before === undefined ||
    before.sentence !== draft.sentence ||
    draft.number.comparator !== 'exactly' ||
    !SPREADS.has(before.number.comparator)
  )
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
