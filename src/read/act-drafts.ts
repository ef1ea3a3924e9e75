import { covers, overlaps } from '../domain/span.ts';
import type { Modality, Violation } from '../domain/vocabulary.ts';
import type { ActDraft } from './act-draft.ts';
import { figureDrafts } from './figure-drafts.ts';
import type { FigureDraft } from './figure-draft.ts';
import { linksOf } from './figure-links.ts';
import { Voices, voicesOf, type Voiced } from './figure-voice.ts';
import { phraseAfter, type NounPhrase } from './noun-phrase.ts';
import type { Names, Said, Sentence, View } from './passes.ts';
import { People } from './people.ts';
import { clausesOf, predicatesNear, type Clauses, type Predicate } from './predicates.ts';
import { rolesOf, subjectOf, type Scene } from './roles.ts';
import { Settings } from './setting.ts';

/** Predicates farther than this from each other share no roles. */
const WINDOW = 60;

export interface Bench {
  readonly view: View;
  readonly clauses: Clauses;
  readonly people: People;
  readonly voices: Voices;
  readonly settings: Settings;
  /** The voice of each count, by its draft: a counted victim keeps the voice of its count. */
  readonly countVoices: ReadonlyMap<FigureDraft, Voiced>;
}

export function benchOf(view: View, names: Names, said: Said): Bench {
  const drafts = figureDrafts(view, names);
  const voices = new Voices(view, said);
  const voiced = voicesOf(view, voices, drafts, linksOf(view, drafts));
  return {
    view,
    clauses: clausesOf(view),
    people: new People(view, names, drafts),
    voices,
    settings: new Settings(view, names),
    countVoices: new Map(
      drafts.flatMap((draft, at) => (voiced[at] === undefined ? [] : [[draft, voiced[at]] as const])),
    ),
  };
}

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

function sceneAt({ view, clauses }: Bench, sentence: Sentence, at: number): Scene {
  const near: readonly [number, number] = [
    Math.max(sentence.firstToken, at - WINDOW),
    Math.min(sentence.lastToken, at + WINDOW),
  ];
  return {
    tokens: view.tokens,
    classes: clauses.classes,
    sentence,
    predicates: predicatesNear(clauses.predicates, near),
  };
}

function draftOf(bench: Bench, scene: Scene, predicate: Predicate, earlier: ActDraft | undefined): ActDraft | null {
  const threat = predicate.trigger.sort === 'threaten';
  if ((predicate.unreal && !threat) || isConditional(scene, predicate.first)) return null;
  const named = violationOf(bench, scene, predicate);
  if (named === null) return null;
  const roles = rolesOf(scene, predicate);
  const parts = partsOf(bench, antecedent(scene, roles.victim, earlier));
  const victims = parts.filter((phrase) => bench.people.arePeople(phrase, false));
  const onThings = THINGS.has(predicate.trigger.sort) || named === 'dispersal-of-assembly';
  const targets = onThings ? parts.filter((phrase) => !victims.includes(phrase)) : [];
  if (victims.length === 0 && targets.length === 0) return null;
  const violation = predicate.trigger.sort === 'attack' && victims.length === 0 ? 'attack-on-property' : named;
  const trigger = { first: predicate.first, last: predicate.last };
  const voiced = voiceOf(bench, trigger, victims);
  const modality = modalityOf(bench, scene, predicate, voiced);
  if (modality === null) return null;
  const perpetrators = perpetratorsOf(bench, roles.perpetrator, [
    ...parts,
    ...voiceTokens(bench, voiced, roles.perpetrator),
  ]);
  const means = roles.means === null ? [] : [roles.means];
  const why = [`“${words(bench, trigger)}” (${predicate.form})`];
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

/** "they were executed": the victims of the act before, in the same sentence. */
function antecedent(scene: Scene, victim: NounPhrase | null, earlier: ActDraft | undefined): NounPhrase | null {
  const plural =
    victim !== null && victim.last - victim.first === 1 && PLURAL.has(scene.tokens[victim.first]?.lower ?? '');
  const before = earlier?.victims.at(-1);
  if (!plural || before === undefined || before.first < scene.sentence.firstToken) return victim;
  return before;
}

const PLURAL = new Set(['they', 'them']);

/** A count's own voice reaches further than its sentence: it may be carried over. */
function voiceOf(bench: Bench, trigger: NounPhrase, victims: readonly NounPhrase[]): Voiced {
  const own = bench.voices.voiceAt(unitsOf(bench, trigger));
  if (own.assertedBy !== 'author') return own;
  const counted = victims
    .flatMap((phrase) => bench.people.countsIn(phrase))
    .map((draft) => bench.countVoices.get(draft));
  return counted.find((voiced) => voiced !== undefined && voiced.inferred) ?? own;
}

/** Who says it did not do it: the words of the voice are no perpetrator. */
function voiceTokens(bench: Bench, { assertedBy }: Voiced, phrase: NounPhrase | null): NounPhrase[] {
  if (phrase === null || assertedBy === 'author') return [];
  return overlaps(assertedBy, unitsOf(bench, phrase)) ? [phrase] : [];
}

function perpetratorsOf({ people }: Bench, phrase: NounPhrase | null, others: readonly NounPhrase[]): NounPhrase[] {
  if (phrase === null || others.some((other) => meets(other, phrase))) return [];
  return people.arePeople(phrase, true) ? [phrase] : [];
}

type Unplaced = Omit<ActDraft, 'setting'>;

function finish(bench: Bench, draft: Unplaced): ActDraft {
  const trigger = unitsOf(bench, draft.trigger);
  const within = draft.voiced.statement?.content.find((span) => covers(span, trigger)) ?? null;
  return { ...draft, setting: bench.settings.of({ ...draft.trigger, sentence: draft.sentence }, within) };
}

const unitsOf = ({ view }: Bench, { first, last }: NounPhrase): { start: number; end: number } => ({
  start: view.tokens[first]?.start ?? 0,
  end: view.tokens[last - 1]?.end ?? 0,
});
const words = (bench: Bench, phrase: NounPhrase): string => {
  const { start, end } = unitsOf(bench, phrase);
  return bench.view.text.slice(start, end);
};
const meets = (a: NounPhrase, b: NounPhrase): boolean => a.first < b.last && b.first < a.last;

/** Sorts that may be done to things; what is not people then is a target. */
const THINGS = new Set(['property', 'harass', 'attack']);

/** "if this is happening": a condition says nothing happened. */
function isConditional({ tokens, sentence }: Scene, at: number): boolean {
  for (let before = Math.max(sentence.firstToken, at - WINDOW); before < at; before += 1) {
    if (CONDITIONS.has(tokens[before]?.lower ?? '')) return true;
  }
  return false;
}

const CONDITIONS = new Set(['if', 'whether', 'unless']);

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

/** Null: denied by nobody, which is no act. */
function modalityOf(bench: Bench, scene: Scene, predicate: Predicate, voiced: Voiced): Modality | null {
  const { words: table } = bench.clauses;
  const cue = (voiced.statement?.cue?.text ?? '').toLowerCase().split(/\s+/);
  if (predicate.trigger.sort === 'threaten')
    return scene.tokens[predicate.last]?.lower === 'to' ? 'threatened' : 'asserted';
  const denied = cue.some((word) => table.denials.has(word));
  if (predicate.negated) return voiced.assertedBy === 'author' ? null : 'denied';
  if (denied) return 'denied';
  const around = scene.tokens.slice(
    Math.max(scene.sentence.firstToken, predicate.groupFirst - 3),
    Math.min(scene.sentence.lastToken, predicate.last + 2),
  );
  const doubted = around.some(({ lower }) => table.doubt.has(lower)) || cue.some((word) => table.claims.has(word));
  return doubted || accused(scene, predicate, table.claims) ? 'alleged' : 'asserted';
}

/** "accused the army of torturing": what stands behind is alleged. */
function accused({ tokens, sentence }: Scene, { first }: Predicate, claims: ReadonlySet<string>): boolean {
  if (tokens[first - 1]?.lower !== 'of') return false;
  return tokens.slice(Math.max(sentence.firstToken, first - 14), first).some(({ lower }) => claims.has(lower));
}

/** Several victims are several spans; a counted group is one (SPEC E27). */
function partsOf({ people, view }: Bench, phrase: NounPhrase | null): NounPhrase[] {
  if (phrase === null) return [];
  const parts: NounPhrase[] = [];
  let first = phrase.first;
  const counts = people.countsIn(phrase);
  const named = people.mentionsIn(phrase).filter(({ kind }) => kind === 'person');
  if (counts.length < 2 && named.length < 2) return [phrase];
  for (let at = phrase.first; at <= phrase.last; at += 1) {
    const lower = view.tokens[at]?.lower ?? '';
    if (at < phrase.last && lower !== 'and' && lower !== ',') continue;
    if (at > first) parts.push({ first, last: at });
    first = at + 1;
  }
  return parts;
}

/**
 * "an officer was forced to …": who is forced is a victim and never proposed as a perpetrator, and so is whom it is done to (SPEC E29).
 */
function coercedDrafts(bench: Bench): ActDraft[] {
  const { view, clauses } = bench;
  const table = clauses.words;
  return view.sentences.flatMap((sentence, index) => {
    const found: ActDraft[] = [];
    for (let at = sentence.firstToken; at + 2 < sentence.lastToken; at += 1) {
      if (
        !table.coercions.has(view.tokens[at]?.lower ?? '') ||
        view.tokens[at + 1]?.lower !== 'to' ||
        !isPassive(clauses, at)
      )
        continue;
      const hit = table.coercedActs.at(view.tokens, at + 2);
      const violation = hit === undefined ? null : table.violationOf(hit.value);
      if (hit === undefined || violation === null) continue;
      const draft = coercedDraft(bench, { sentence, index, at, last: at + 2 + hit.length }, violation);
      if (draft !== null) found.push(draft);
    }
    return found;
  });
}

function isPassive({ classes }: Clauses, at: number): boolean {
  let before = at - 1;
  while (classes[before] === 'adverb') before -= 1;
  return classes[before] === 'be';
}

interface Coercion {
  readonly sentence: Sentence;
  readonly index: number;
  readonly at: number;
  readonly last: number;
}

function coercedDraft(bench: Bench, { sentence, index, at, last }: Coercion, violation: Violation): ActDraft | null {
  const scene = sceneAt(bench, sentence, at);
  const { classes, tokens } = scene;
  let groupFirst = at;
  while (groupFirst > sentence.firstToken && ['be', 'adverb', 'have'].includes(classes[groupFirst - 1] ?? ''))
    groupFirst -= 1;
  const forced = subjectOf(scene, {
    first: at,
    last: at + 1,
    groupFirst,
    form: 'passive',
    sentence: index,
    unreal: false,
    negated: false,
    trigger: COERCED,
  });
  if (forced === null || !bench.people.arePeople(forced, false)) return null;
  const ON = new Set(['with', 'on', 'upon', 'at']);
  const other = ON.has(tokens[last]?.lower ?? '') ? phraseAfter(scene, last + 1, sentence.lastToken) : null;
  const victims = other !== null && bench.people.arePeople(other, false) ? [forced, other] : [forced];
  const trigger = { first: at, last };
  const voiced = bench.voices.voiceAt(unitsOf(bench, trigger));
  const doubted = tokens.slice(groupFirst, last).some(({ lower }) => bench.clauses.words.doubt.has(lower));
  const why = [`“${words(bench, trigger)}”: who is forced to act is a victim`];
  return finish(bench, {
    violation,
    trigger,
    sentence: index,
    victims,
    perpetrators: [],
    targets: [],
    means: [],
    modality: doubted ? 'alleged' : 'asserted',
    voiced,
    why,
  });
}

const COERCED: Predicate['trigger'] = {
  sort: 'coerce',
  violation: null,
  about: null,
  intransitive: false,
  forms: new Set(['participle'] as const),
  plural: false,
};
