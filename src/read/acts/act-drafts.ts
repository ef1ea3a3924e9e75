import { overlaps } from '../../domain/span.ts';
import type { Violation } from '../../domain/vocabulary.ts';
import { finish, sceneAt, unitsOf, wordsOf, type Bench } from './act-bench.ts';
import type { ActDraft } from './act-draft.ts';
import { isConditional, modalityOf, voiceOf } from './act-modality.ts';
import { arcRoles } from './arc-roles.ts';
import { coercedDrafts } from './coerced-acts.ts';
import type { Voiced } from '../figures/figure-voice.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { View } from '../passes.ts';
import type { Predicate } from '../figures/predicates.ts';
import { rolesOf, type Roles, type Scene } from './roles.ts';

/** Every act that the text says, alleges, denies or threatens, one a trigger (SPEC E27, E28); repeats are joined later. */
export function actDrafts(bench: Bench): ActDraft[] {
  const { clauses, view } = bench;
  const drafts: ActDraft[] = [];
  for (const predicate of clauses.predicates) {
    const sentence = view.sentences[predicate.sentence];
    if (sentence === undefined) continue;
    const draft = draftOf(bench, sceneAt(bench, sentence, predicate.first), predicate, drafts.at(-1));
    if (draft !== null) drafts.push(draft);
  }
  return [...drafts, ...coercedDrafts(bench)].sort((a, b) => a.trigger.first - b.trigger.first);
}

function draftOf(bench: Bench, scene: Scene, predicate: Predicate, earlier: ActDraft | undefined): ActDraft | null {
  const threat = predicate.trigger.sort === 'threaten';
  if ((predicate.unreal && !threat) || isConditional(scene, predicate.first)) return null;
  const named = violationOf(bench, scene, predicate);
  if (named === null) return null;
  const roles = filledRoles(bench, scene, predicate);
  const parts = partsOf(bench, antecedent(bench, scene, roles.victim, earlier));
  const people = parts.filter((phrase) => !isThing(scene, phrase) && bench.people.arePeople(phrase, false));
  const onThings = THINGS.has(predicate.trigger.sort) || named === 'dispersal-of-assembly';
  const targets = onThings ? parts.filter((phrase) => !people.includes(phrase)) : [];
  const victims = [...people, ...targets.flatMap((target) => ownersOf(bench, target))];
  if (victims.length === 0 && targets.length === 0) return null;
  const violation = predicate.trigger.sort === 'attack' && people.length === 0 ? 'attack-on-property' : named;
  const trigger = { first: predicate.first, last: predicate.last };
  const voiced = voiceOf(bench, trigger, victims);
  const modality = modalityOf(bench, scene, predicate, voiced);
  if (modality === null) return null;
  const doer = roles.perpetrator !== null && isThing(scene, roles.perpetrator) ? null : roles.perpetrator;
  const perpetrators = perpetratorsOf(bench, doer, [...parts, ...voiceTokens(bench, voiced, doer)]);
  if (predicate.form === 'noun' && people.length + perpetrators.length === 0 && !isNamed(bench, targets)) return null;
  const means = roles.means === null ? [] : [roles.means];
  const why = [`“${wordsOf(bench, trigger)}” (${predicate.form})`];
  return finish(bench, {
    violation,
    trigger,
    sentence: predicate.sentence,
    victims,
    perpetrators,
    targets,
    means,
    modality,
    voiced,
    why,
  });
}

/** The roles by rules; where these are silent, what the parse says. */
function filledRoles(bench: Bench, scene: Scene, predicate: Predicate): Roles {
  const roles = rolesOf(scene, predicate);
  if (roles.victim !== null && roles.perpetrator !== null) return roles;
  const parsed = arcRoles(scene, bench.syntax, predicate);
  return {
    ...roles,
    victim: roles.victim ?? parsed.sufferer,
    perpetrator: roles.perpetrator ?? parsed.doer,
  };
}

const isThing = ({ tokens }: Scene, { first, last }: NounPhrase): boolean =>
  last - first === 1 && tokens[first]?.lower === 'it';

const isNamed = ({ people }: Bench, phrases: readonly NounPhrase[]): boolean =>
  phrases.some((phrase) => people.mentionsIn(phrase).some(({ kind }) => kind === 'organization' || kind === 'person'));

/** "the group’s office", "homes of journalists", a body itself: whom it is done to when it is done to their things. */
function ownersOf({ people, view }: Bench, target: NounPhrase): NounPhrase[] {
  const owner = ownerIn(view, target);
  const named = people.mentionsIn(owner).some(({ kind }) => kind === 'organization');
  return named || (owner !== target && people.arePeople(owner, false)) ? [owner] : [];
}

function ownerIn({ tokens }: View, target: NounPhrase): NounPhrase {
  for (let at = target.first + 1; at < target.last - 1; at += 1) {
    const lower = tokens[at]?.lower ?? '';
    if (OWNS.has(lower)) return { first: target.first, last: at };
    if (lower === 'of') return { first: at + 1, last: target.last };
  }
  return target;
}

const OWNS = new Set(["'s", '’s', "'", '’']);

/** "they were executed": the victims of the act before, in the same sentence; "nine of them" is a count of its own. */
function antecedent(
  { people }: Bench,
  scene: Scene,
  victim: NounPhrase | null,
  earlier: ActDraft | undefined,
): NounPhrase | null {
  const plural =
    victim !== null && victim.last - victim.first === 1 && PLURAL.has(scene.tokens[victim.first]?.lower ?? '');
  if (!plural) return victim;
  const [counted] = people.countsIn(victim);
  if (counted !== undefined) return { first: counted.number.phraseFirst, last: counted.noun.to };
  const before = earlier?.victims.at(-1);
  return before === undefined || before.first < scene.sentence.firstToken ? victim : before;
}

const PLURAL = new Set(['they', 'them']);

/** Who says it did not do it: the words of the voice are no perpetrator. */
function voiceTokens(bench: Bench, { assertedBy }: Voiced, phrase: NounPhrase | null): NounPhrase[] {
  if (phrase === null || assertedBy === 'author') return [];
  return overlaps(assertedBy, unitsOf(bench, phrase)) ? [phrase] : [];
}

function perpetratorsOf({ people }: Bench, phrase: NounPhrase | null, others: readonly NounPhrase[]): NounPhrase[] {
  if (phrase === null || others.some((other) => meets(other, phrase))) return [];
  return people.arePeople(phrase, true) ? [phrase] : [];
}

const meets = (a: NounPhrase, b: NounPhrase): boolean => a.first < b.last && b.first < a.last;

/** Sorts that may be done to things; what is not people then is a target. */
const THINGS = new Set(['property', 'harass', 'attack']);

function violationOf(bench: Bench, scene: Scene, { trigger, first, form }: Predicate): Violation | null {
  if (form === 'active' && bench.clauses.words.passiveOnly.has(scene.tokens[first]?.lower ?? '')) return null;
  if (trigger.sort === 'attack') return 'assault';
  if (trigger.violation !== null || trigger.sort !== 'die') return trigger.violation;
  const { words: table } = bench.clauses;
  const near = scene.tokens.slice(
    Math.max(scene.sentence.firstToken, first - 30),
    Math.min(scene.sentence.lastToken, first + 30),
  );
  if (near.some(({ lower }) => table.custody.has(lower))) return 'death-in-custody';
  return scene.predicates.some((other) => VIOLENT.has(other.trigger.sort)) ? 'killing' : null;
}

const VIOLENT = new Set(['kill', 'torture', 'assault', 'injure', 'disperse', 'arrest', 'attack']);

/** Several victims are several spans; a counted group is one (SPEC E27). */
function partsOf({ people, view }: Bench, phrase: NounPhrase | null): NounPhrase[] {
  if (phrase === null) return [];
  const parts: NounPhrase[] = [];
  let first = phrase.first;
  const counts = people.countsIn(phrase);
  const named = people.mentionsIn(phrase).filter(({ kind }) => kind === 'person');
  const joined = counts.some(
    ({ number }) => view.tokens[number.phraseFirst - 1]?.lower === 'and' && number.phraseFirst > phrase.first,
  );
  if (counts.length < 2 && named.length < 2 && !joined) return [phrase];
  for (let at = phrase.first; at <= phrase.last; at += 1) {
    const lower = view.tokens[at]?.lower ?? '';
    if (at < phrase.last && lower !== 'and' && lower !== ',') continue;
    if (at > first) parts.push({ first, last: at });
    first = at + 1;
  }
  return parts;
}
