import { languageData } from '../language-data.ts';
import { phraseAfter, phraseBefore, type NounPhrase, type Tagged } from './noun-phrase.ts';
import type { Sentence } from '../passes.ts';
import { isSeries, type Predicate } from '../figures/predicates.ts';
import { isNominal } from '../figures/word-classes.ts';

/** Who stands where around a predicate, as token ranges. */
export interface Roles {
  readonly victim: NounPhrase | null;
  readonly perpetrator: NounPhrase | null;
  readonly means: NounPhrase | null;
}

export interface Scene extends Tagged {
  readonly sentence: Sentence;
  /** Predicates of the sentence, in order. */
  readonly predicates: readonly Predicate[];
}

/** The roles of one predicate in active, passive and nominal forms (SPEC E27). What the words do not say stays empty. */
export function rolesOf(scene: Scene, predicate: Predicate): Roles {
  switch (predicate.form) {
    case 'passive':
    case 'state':
      return {
        victim: subjectOf(scene, predicate),
        perpetrator: agentAfter(scene, predicate.last),
        means: meansAfter(scene, predicate.last),
      };
    case 'intransitive':
      return { victim: subjectOf(scene, predicate), perpetrator: null, means: null };
    case 'active': {
      const victim = objectOf(scene, predicate);
      return {
        victim,
        perpetrator: blamedOf(scene, predicate) ?? subjectOf(scene, predicate),
        means: meansAfter(scene, victim?.last ?? predicate.last),
      };
    }
    case 'noun':
      return nominalRoles(scene, predicate);
    default:
      return predicate.form satisfies never;
  }
}

const lowerAt = ({ tokens }: Tagged, at: number): string => tokens[at]?.lower ?? '';

/** A subject is looked for at most so far back. */
const FAR = 40;

/** The noun phrase before a verb group: past a relative pronoun, an apposition or a phrase between commas. */
export function subjectOf(scene: Scene, predicate: Predicate): NounPhrase | null {
  const shared = predicate.groupFirst === predicate.first ? seriesSubject(scene, predicate) : null;
  if (shared !== null) return shared;
  const from = Math.max(scene.sentence.firstToken, predicate.groupFirst - FAR);
  let end = predicate.groupFirst;
  const attached = predicate.groupFirst === predicate.first || RELATIVES.has(lowerAt(scene, end - 1));
  if (RELATIVES.has(lowerAt(scene, end - 1))) end -= 1;
  if (lowerAt(scene, end - 1) === ',') end = beforeInsertion(scene, end - 1, from);
  if (scene.classes[end - 1] === 'pronoun' && end > from) return { first: end - 1, last: end };
  if (predicate.form === 'passive' || predicate.form === 'state' || predicate.form === 'intransitive') {
    const phrase = phraseBefore(scene, end, from);
    return phrase === null || !attached ? phrase : withoutKin(scene, phrase);
  }
  const isParticipial =
    lowerAt(scene, predicate.last - 1).endsWith('ing') ||
    scene.classes[end - 1] === 'conjunction' ||
    lowerAt(scene, end) === ',';
  return (isParticipial ? null : phraseBefore(scene, end, from)) ?? clauseSubject(scene, predicate, from);
}

const KIN = new Set(languageData('en', 'violations').words('kin'));

/** "the families of those killed": what is done to people is not done to who belongs to them. */
function withoutKin(scene: Scene, { first, last }: NounPhrase): NounPhrase {
  for (let at = last - 2; at > first; at -= 1)
    if (lowerAt(scene, at) === 'of' && KIN.has(lowerAt(scene, at - 1))) return { first: at + 1, last };
  return { first, last };
}

const RELATIVES = new Set(['who', 'which', 'that', 'whom']);

/** "Dorn, a lawyer, was": where the insertion began. */
function beforeInsertion(scene: Scene, comma: number, from: number): number {
  for (let at = comma - 1; at > Math.max(from, comma - 14); at -= 1) if (lowerAt(scene, at) === ',') return at;
  return comma;
}

/** "… were beaten and tortured": a verb joined to another shares its subject. */
function seriesSubject(scene: Scene, predicate: Predicate): NounPhrase | null {
  const before = scene.predicates.filter((other) => other.last <= predicate.first).at(-1);
  if (before === undefined || before.form !== predicate.form || !isSeries(scene, before, predicate.groupFirst))
    return null;
  return subjectOf(scene, before);
}

/** The first noun phrase before the first verb of the sentence: the subject of "Gunmen stormed a school, killing one". */
function clauseSubject(scene: Scene, predicate: Predicate, from: number): NounPhrase | null {
  for (let at = from; at < predicate.groupFirst; at += 1) {
    const kind = scene.classes[at];
    const verb =
      kind === 'verb' ||
      kind === 'have' ||
      kind === 'be' ||
      (kind === 'participle' && isNominal(scene.classes[at - 1]));
    if (verb) return scene.classes[at - 1] === 'pronoun' ? { first: at - 1, last: at } : phraseBefore(scene, at, from);
  }
  return null;
}

function objectOf(scene: Scene, predicate: Predicate): NounPhrase | null {
  const to = scene.sentence.lastToken;
  let start = predicate.last + (lowerAt(scene, predicate.last) === 'to' ? 2 : 0);
  for (const next of scene.predicates) {
    if (next.form === 'active' && next.first > predicate.first && isSeries(scene, { last: start }, next.first))
      start = next.last;
  }
  return phraseAfter(scene, start, to);
}

/** "accused the police of kidnapping", "condemned the ministry for dispersing": who is blamed is said to have done it. */
function blamedOf(scene: Scene, predicate: Predicate): NounPhrase | null {
  const link = lowerAt(scene, predicate.first - 1);
  if ((link !== 'of' && link !== 'for') || !lowerAt(scene, predicate.first).endsWith('ing')) return null;
  return phraseBefore(scene, predicate.first - 1, Math.max(scene.sentence.firstToken, predicate.first - 14));
}

function agentAfter(scene: Scene, from: number): NounPhrase | null {
  for (let at = from; at < Math.min(scene.sentence.lastToken, from + 10); at += 1) {
    if (lowerAt(scene, at) === 'by') return phraseAfter(scene, at + 1, scene.sentence.lastToken);
    const kind = scene.classes[at];
    if (
      kind === 'subordinator' ||
      kind === 'conjunction' ||
      kind === 'verb' ||
      kind === 'be' ||
      lowerAt(scene, at) === '.'
    )
      return null;
  }
  return null;
}

const BY_MEANS = new Set(['with', 'using']);
const NO_MEANS = new Set([
  'charges',
  'crimes',
  'treason',
  'espionage',
  'them',
  'others',
  'people',
  'police',
  'help',
  'support',
]);

/** "charged with spying", "in connection with the theft": nothing was used. */
const NO_TOOLS = new Set(['charged', 'connection', 'together', 'along', 'accordance', 'line', 'dealing']);

function meansAfter(scene: Scene, from: number): NounPhrase | null {
  for (let at = from; at < Math.min(scene.sentence.lastToken, from + 5); at += 1) {
    if (BY_MEANS.has(lowerAt(scene, at))) {
      if (NO_TOOLS.has(lowerAt(scene, at - 1))) return null;
      const means = phraseAfter(scene, at + 1, scene.sentence.lastToken);
      return means === null || NO_MEANS.has(lowerAt(scene, means.last - 1)) ? null : means;
    }
    if (scene.classes[at] === 'mark' || scene.classes[at] === 'verb') return null;
  }
  return null;
}

/** "the torture of hundreds by soldiers", "Dorn’s arrest", "became victims of torture". */
function nominalRoles(scene: Scene, predicate: Predicate): Roles {
  const to = scene.sentence.lastToken;
  const none = { means: null } as const;
  if (lowerAt(scene, predicate.last) === 'of') {
    const victim = phraseAfter(scene, predicate.last + 1, to);
    return { ...none, victim, perpetrator: agentAfter(scene, victim?.last ?? predicate.last) };
  }
  if (scene.classes[predicate.first - 1] === 'possessive') {
    return {
      ...none,
      victim: phraseBefore(scene, predicate.first - 1, scene.sentence.firstToken),
      perpetrator: agentAfter(scene, predicate.last),
    };
  }
  if (lowerAt(scene, predicate.first - 1) === 'of' && VICTIMS.has(lowerAt(scene, predicate.first - 2))) {
    return { ...none, victim: victimsOf(scene, predicate.first - 2), perpetrator: agentAfter(scene, predicate.last) };
  }
  if (AGAINST.has(lowerAt(scene, predicate.last)))
    return { ...none, victim: phraseAfter(scene, predicate.last + 1, to), perpetrator: null };
  return { ...none, victim: null, perpetrator: agentAfter(scene, predicate.last) };
}

const VICTIMS = new Set(['victims', 'victim']);
const AGAINST = new Set(['against', 'on']);

/** Who became victims: the subject before "became", "were", "fell". */
function victimsOf(scene: Scene, at: number): NounPhrase | null {
  let end = at;
  while (end > scene.sentence.firstToken && end > at - 4 && !isNominal(scene.classes[end - 1])) end -= 1;
  if (LINKING.has(lowerAt(scene, end - 1))) end -= 1;
  return phraseBefore(scene, end, scene.sentence.firstToken);
}

const LINKING = new Set(['became', 'become', 'fell', 'were', 'was', 'are']);
