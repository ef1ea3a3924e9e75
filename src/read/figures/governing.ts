import type { About } from '../../domain/vocabulary.ts';
import type { Clauses, Predicate } from './predicates.ts';
import type { Token } from '../passes.ts';
import type { WordClass } from './word-classes.ts';

/** A noun phrase in its sentence, as token ranges. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  /** It holds a count of its own: what is said inside it is said of that one ("two of the 17 abducted men"). */
  readonly holdsCount: boolean;
  /** It stands inside the phrase of another count, of which the verb speaks ("two of the 17 hostages were freed"). */
  readonly insideCount: boolean;
}

export interface Governed {
  readonly predicate: Predicate;
  /** 0 beside it; grows with the words, verbs and breaks between. */
  readonly cost: number;
}

/** Beyond this a predicate of the sentence says nothing of the phrase. */
export const TOO_FAR = 14;

/** The predicate of the sentence that says what happened to a noun phrase: the one with the fewest breaks between (SPEC E22). */
export function governing(
  tokens: readonly Token[],
  clauses: Clauses,
  phrase: Phrase,
  predicates: readonly Predicate[],
): Governed | null {
  const text = { ...clauses.words, tokens, classes: clauses.classes };
  let best: Governed | null = null;
  for (const predicate of predicates) {
    const cost = dampen(predicate, phrase) * costOf(text, phrase, predicate);
    if (cost < (best?.cost ?? TOO_FAR)) best = { predicate, cost };
  }
  return best === null ? null : { ...best, predicate: firstOfSeries(tokens, best.predicate, predicates) };
}

/** "jailed, harassed and threatened hundreds": the first of a series says the most. */
function firstOfSeries(tokens: readonly Token[], predicate: Predicate, predicates: readonly Predicate[]): Predicate {
  let first = predicate;
  for (const other of predicates.toReversed()) {
    const verbs = other.trigger.forms.has('base') === false || !other.trigger.plural;
    const gap =
      other.last < first.first &&
      first.first - other.last <= 2 &&
      verbs &&
      isVerbal(other) &&
      (other.form === 'state') === (first.form === 'state');
    if (
      gap &&
      tokens.slice(other.last, first.first).every(({ lower }) => lower === ',' || lower === 'and' || lower === 'or')
    )
      first = other;
  }
  return first;
}

const isVerbal = ({ form, trigger }: Predicate): boolean => form !== 'noun' || trigger.forms.has('ing');

/** What is only feared or risked governs less. */
const dampen = (predicate: Predicate, phrase: Phrase): number =>
  predicate.unreal && predicate.last <= phrase.first ? 1.5 : 1;

interface Text {
  readonly tokens: readonly Token[];
  readonly classes: readonly WordClass[];
  readonly cases: ReadonlySet<string>;
  readonly times: ReadonlySet<string>;
  /** "arrested with", "alongside": whom it happened to as well. */
  readonly companions: ReadonlySet<string>;
  /** "jailed for marching": why, not what. */
  readonly reasons: ReadonlySet<string>;
  /** "attack on", "charges against" */
  readonly nounLinks: ReadonlySet<string>;
  /** Relative pronouns carry the phrase on: "men who were killed". */
  readonly relatives: ReadonlySet<string>;
}

function costOf(text: Text, phrase: Phrase, predicate: Predicate): number {
  if (predicate.first >= phrase.last) {
    const bare = isBare(phrase, predicate);
    const more = verbsIn(text.classes, predicate.last, predicate.last + RELATIVE_REACH) > 0;
    const start = startOf(text, phrase.last, predicate.groupFirst);
    const inner = (bare && more) || start.relative;
    const other = inner ? phrase.holdsCount : phrase.insideCount && !bare;
    return other ? TOO_FAR : costAfter(text, phrase, predicate, start);
  }
  if (predicate.last <= phrase.first) return phrase.insideCount ? TOO_FAR : costBefore(text, phrase, predicate);
  if (phrase.holdsCount) return 9;
  if (predicate.form === 'noun') return predicate.last === phrase.last ? 0.2 : 1.6;
  return 1.3;
}

/** A relative clause is looked for so far behind the phrase. */
const RELATIVE_REACH = 12;

/** "two of 17 members held were freed", "one of the 25 people freed": the bare participle speaks of the 17, alone of both. */
const isBare = ({ last }: Phrase, predicate: Predicate): boolean =>
  predicate.form === 'passive' && predicate.groupFirst === predicate.first && predicate.first <= last + 1;

/** Where the way from a phrase to a verb behind it begins, and what it costs to get there. */
interface Start {
  readonly from: number;
  readonly cost: number;
  /** The verb is that of a relative clause: it says who they are, the main verb what happened. */
  readonly relative: boolean;
}

/** What the verb of a relative clause, or an aside before the main verb, costs. */
const RELATIVE = 3;
const ASIDE = 1;

/** "two of 17 members who were kidnapped were freed": the relative clause speaks of the 17, the main verb of the two. */
function startOf(text: Text, last: number, verb: number): Start {
  const { tokens, classes, relatives } = text;
  const stop = Math.min(verb, last + RELATIVE_REACH);
  for (let at = last; at < stop; at += 1) {
    if (VERBS.has(classes[at] ?? 'mark')) break;
    if (!relatives.has(tokens[at]?.lower ?? '')) continue;
    if (verbsIn(classes, at + 1, verb) === 0) return { from: last, cost: RELATIVE, relative: true };
    return { from: behindVerbs(classes, at + 1, verb), cost: ASIDE, relative: false };
  }
  const from = afterAside(text, last, verb);
  return { from, cost: from > last ? ASIDE : 0, relative: false };
}

/** Behind the first group of verbs from a place. */
function behindVerbs(classes: readonly WordClass[], from: number, to: number): number {
  let at = from;
  while (at < to && !VERBS.has(classes[at] ?? 'mark')) at += 1;
  while (at < to && (VERBS.has(classes[at] ?? 'mark') || classes[at] === 'participle' || classes[at] === 'adverb'))
    at += 1;
  return at;
}

const VERBS: ReadonlySet<WordClass> = new Set(['be', 'have', 'auxiliary', 'verb'] as const);

/** Finite words between two places, as far as the next mark. */
function verbsIn(classes: readonly WordClass[], from: number, to: number): number {
  let verbs = 0;
  for (let at = from; at < to; at += 1) {
    const kind = classes[at] ?? 'mark';
    if (kind === 'mark' && at > from) break;
    if (VERBS.has(kind)) verbs += 1;
  }
  return verbs;
}

/** The predicate stands behind: it must take the phrase as its subject in the passive, as a state, or as what undergoes it. */
function costAfter(text: Text, phrase: Phrase, predicate: Predicate, { from, cost }: Start): number {
  const before = text.tokens[predicate.groupFirst - 1]?.lower ?? '';
  if (predicate.form === 'intransitive' && text.reasons.has(before)) return TOO_FAR;
  if (endsAside(text, phrase)) return TOO_FAR;
  const between = breaks(text, from, predicate.groupFirst) + cost;
  switch (predicate.form) {
    case 'passive':
    case 'state':
    case 'intransitive':
      return (
        between +
        (predicate.unreal ? unrealCost(predicate) : 0) +
        (predicate.groupFirst === phrase.last ? besideCost(predicate) : 1)
      );
    case 'noun':
      if (isModifier(text, predicate.last)) return TOO_FAR;
      if (isCaseOf(text, predicate.first)) return Math.min(breaks(text, phrase.last, predicate.first - 2), 3) + 1;
      return between + 12;
    case 'active':
      return TOO_FAR;
    default:
      return predicate.form satisfies never;
  }
}

/** "freed 12 men held in Selm": a bare participle says who they are, when a verb before has them as its object. */
const besideCost = ({ groupFirst, first }: Predicate): number => (groupFirst === first ? 0.8 : 0.2);

/** "Veth, who led the four, was held": the verb behind a lone comma has another subject; "12, including two boys, were". */
const endsAside = ({ tokens, classes, companions }: Text, { first, last }: Phrase): boolean =>
  tokens[last]?.text === ',' &&
  VERBS.has(classes[last + 1] ?? 'mark') &&
  !companions.has(tokens[first - 1]?.lower ?? '');

/** What is only feared tells less of those it is feared for; who must be freed is not free. */
const unrealCost = ({ trigger }: Predicate): number => (WISHED.has(trigger.about) ? TOO_FAR : 6);
const WISHED: ReadonlySet<About | null> = new Set(['released', 'acquitted'] as const);
/** An aside between subject and verb may be so long. */
const ASIDE_REACH = 40;

/** "two nurses, who had fled the town, were freed": the verb stands right behind the mark that closes the aside. */
function afterAside({ tokens, classes }: Text, from: number, to: number): number {
  if (classes[from] !== 'mark' || !ASIDES.has(tokens[from]?.text ?? '')) return from;
  for (let at = from + 1; at < Math.min(to, from + ASIDE_REACH); at += 1) {
    const text = tokens[at]?.text ?? '';
    if (text === ';' || text === ':') return from;
    const kind = (classes[at + 1] === 'adverb' ? classes[at + 2] : classes[at + 1]) ?? 'mark';
    if (ASIDES.has(text) && classes[at] === 'mark' && VERBS.has(kind)) return at + 1;
  }
  return from;
}
const ASIDES = new Set([',', '–', '—', '(', ')', '-']);

/** The predicate stands before: the phrase is its object, or what its noun is of. */
function costBefore(text: Text, phrase: Phrase, predicate: Predicate): number {
  const between = breaks(text, predicate.last, phrase.first);
  const word = text.tokens[phrase.first - 1]?.lower ?? '';
  const agent = word === 'by' || (word === 'the' && text.tokens[phrase.first - 2]?.lower === 'by') ? 20 : 0;
  switch (predicate.form) {
    case 'active':
      if (predicate.last < phrase.first && text.classes[predicate.last] === 'preposition') return TOO_FAR;
      return between + 0.5 + agent + (objectTaken(text, predicate.last, phrase.first) ? 5 : 0);
    case 'noun':
      if (isModifier(text, predicate.last)) return TOO_FAR;
      if (predicate.unreal && WISHED.has(predicate.trigger.about)) return TOO_FAR;
      return text.nounLinks.has(text.tokens[predicate.last]?.lower ?? '')
        ? 0.5 +
            breaks(text, predicate.last + 1, phrase.first) +
            (objectTaken(text, predicate.last + 1, phrase.first) ? 5 : 0)
        : between + 12 + agent;
    case 'passive':
      return text.companions.has(word) ? 1 + between / 2 : between + 12 + agent;
    case 'state':
      return TOO_FAR;
    case 'intransitive':
      return between + 8 + agent;
    default:
      return predicate.form satisfies never;
  }
}

/** "a kidnapping scheme" is no kidnapping; "a massacre last year" is one. */
const isModifier = ({ tokens, classes, times }: Text, behind: number): boolean =>
  classes[behind] === 'noun' && !times.has(tokens[behind]?.lower ?? '');

/** "became victims of torture", "were victims of a massacre" */
function isCaseOf({ tokens, cases }: Text, noun: number): boolean {
  const of = tokens[noun - 1]?.lower === 'a' ? noun - 2 : noun - 1;
  return tokens[of]?.lower === 'of' && cases.has(tokens[of - 1]?.lower ?? '');
}

/** The verb has its object already: "accused Velmara of 20 crimes". */
function objectTaken({ tokens, classes }: Text, from: number, to: number): boolean {
  for (let at = from; at + 1 < to; at += 1) {
    const named = classes[at] === 'noun' || classes[at] === 'name';
    if (named && classes[at + 1] === 'preposition' && tokens[at + 1]?.lower !== 'including') return true;
  }
  return false;
}

/** What a word between costs. */
const BREAKS = {
  noun: 0.25,
  name: 0.25,
  number: 0.3,
  determiner: 0.2,
  preposition: 0.5,
  be: 3,
  have: 2,
  auxiliary: 3,
  negation: 1,
  pronoun: 6,
  subordinator: 6,
  conjunction: 0.6,
  adverb: 0.2,
  participle: 2,
  gerund: 1.5,
  verb: 4,
  possessive: 0.2,
  mark: 1.5,
} as const satisfies Record<WordClass, number>;

function breaks({ tokens, classes, relatives }: Text, from: number, to: number): number {
  let cost = 0;
  for (let at = from; at < to && cost < TOO_FAR; at += 1) {
    const lower = tokens[at]?.lower ?? '';
    if (lower === ';' || lower === ':' || lower === '.') cost += TOO_FAR;
    else if (relatives.has(lower)) cost += at === from || classes[at - 1] === 'mark' ? 0.2 : 1.5;
    else cost += BREAKS[classes[at] ?? 'mark'];
  }
  return cost;
}
