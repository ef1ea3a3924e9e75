import type { Violation } from '../../domain/vocabulary.ts';
import { hashWord } from '../model/hash.ts';
import type { Predicate } from '../figures/predicates.ts';
import { finish, sceneAt, wordsOf, type Bench } from './act-bench.ts';
import type { ActDraft } from './act-draft.ts';
import { isConditional, modalityOf, voiceOf } from './act-modality.ts';
import type { Chunk } from './chunks.ts';
import { Kind, type EventWords } from './event-words.ts';
import type { Filler, FillerRole } from './fillers.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { stemOf } from '../document/stems.ts';
import { RELATIONS } from '../syntax/tagset.ts';
import { SENTENCE_LABELS, type Relevance } from './relevance.ts';

type Slot = 'victims' | 'perpetrators' | 'targets' | 'means';
const SLOTS: Readonly<Record<FillerRole, Slot>> = {
  person: 'perpetrators',
  body: 'perpetrators',
  target: 'targets',
  victim: 'victims',
  means: 'means',
};

interface Incident {
  readonly bench: Bench;
  readonly event: EventWords;
  readonly relevance: Relevance;
  readonly predicates: ReadonlyMap<number, Predicate>;
}

/** An act while fillers are still laid into it. */
interface OpenAct {
  readonly draft: ActDraft;
  readonly slots: Record<Slot, NounPhrase[]>;
  readonly why: string[];
  confirmed: boolean;
  /** Whether somebody is only said to have done it. */
  accused: boolean;
}

/**
 * The acts of a report of attacks: those that the rules read keep the parts that the model confirms, and what the model
 * found beside them is laid into the act of its sentence, or makes one with the word that tells of it.
 */
export function incidentActs(
  { bench, event, relevance }: Omit<Incident, 'predicates'>,
  drafts: readonly ActDraft[],
  fillers: readonly Filler[],
): ActDraft[] {
  const predicates = new Map(bench.clauses.predicates.map((predicate) => [predicate.first, predicate]));
  const incident = { bench, event, relevance, predicates };
  const byHead = new Map<number, Filler>();
  for (const filler of fillers) for (const { last } of filler.chain.chunks) byHead.set(last - 1, filler);
  const placed = new Set<Filler>();
  const open = new Map<number, OpenAct[]>();
  for (const draft of drafts) {
    const acts = open.get(draft.sentence) ?? [];
    acts.push(confirmedBy(incident, draft, { byHead, placed }));
    open.set(draft.sentence, acts);
  }
  for (const filler of fillers) if (!placed.has(filler)) place(incident, open, filler);
  return [...open.values()].flat().flatMap((act) => (act.confirmed ? [closed(act)] : []));
}

const closed = ({ draft, slots, why, accused }: OpenAct): ActDraft => ({
  ...draft,
  ...slots,
  modality: accused && draft.modality === 'asserted' ? 'alleged' : draft.modality,
  why: [...draft.why, ...why],
});

const MOST_REASONS = 6;

/** Lays a filler into an act with its reason; whom the sentence accuses or suspects did it by somebody's word only. */
function lay({ bench, event }: Incident, act: OpenAct, filler: Filler, words: NounPhrase): void {
  act.slots[SLOTS[filler.role]].push(words);
  if (act.why.length < MOST_REASONS)
    act.why.push(`“${wordsOf(bench, words)}” as ${ROLE_WORDS[filler.role]}: ${filler.why}`);
  if (filler.role !== 'person' && filler.role !== 'body') return;
  const { claims, doubt } = bench.clauses.words;
  const sentence = event.view.sentences[act.draft.sentence];
  const to = Math.min(sentence?.lastToken ?? 0, words.last + FAR);
  for (let at = Math.max(sentence?.firstToken ?? 0, words.first - FAR); at < to; at += 1) {
    const lower = event.view.tokens[at]?.lower ?? '';
    if (claims.has(lower) || doubt.has(lower)) act.accused = true;
  }
}

const ROLE_WORDS: Readonly<Record<FillerRole, string>> = {
  person: 'who did it',
  body: 'the body that did it',
  target: 'what was hit',
  victim: 'who was hurt',
  means: 'the means',
};

interface Found {
  readonly byHead: ReadonlyMap<number, Filler>;
  readonly placed: Set<Filler>;
}

const WHO: ReadonlySet<Slot> = new Set(['victims', 'perpetrators'] as const);

/** A rule's act with what the model confirms; with anything confirmed, or nothing to doubt, its people stay. */
function confirmedBy(incident: Incident, draft: ActDraft, { byHead, placed }: Found): OpenAct {
  const act = emptied(draft);
  const spared: [Slot, NounPhrase][] = [];
  for (const slot of ['victims', 'perpetrators', 'targets', 'means'] as const) {
    for (const phrase of draft[slot]) {
      const filler = fillerIn(byHead, phrase, slot);
      if (filler !== undefined) {
        act.confirmed = true;
        placed.add(filler);
        lay(incident, act, filler, wordsFor(incident.event, filler, draft.sentence));
      } else if (slot === 'victims' && !isNamed(incident.bench, phrase)) act.slots.victims.push(phrase);
      else spared.push([slot, phrase]);
    }
  }
  act.confirmed ||= spared.length === 0;
  if (act.confirmed) for (const [slot, phrase] of spared) if (WHO.has(slot)) act.slots[slot].push(phrase);
  return act;
}

const noSlots = (): Record<Slot, NounPhrase[]> => ({ victims: [], perpetrators: [], targets: [], means: [] });

const emptied = (draft: ActDraft): OpenAct => ({
  draft,
  slots: noSlots(),
  why: [],
  confirmed: false,
  accused: false,
});

const isNamed = ({ people }: Bench, phrase: NounPhrase): boolean =>
  people.mentionsIn(phrase).some(({ kind }) => kind === 'person');

function fillerIn(byHead: ReadonlyMap<number, Filler>, phrase: NounPhrase, slot: Slot): Filler | undefined {
  for (let at = phrase.last - 1; at >= phrase.first; at -= 1) {
    const filler = byHead.get(at);
    if (filler !== undefined && SLOTS[filler.role] === slot) return filler;
  }
  return undefined;
}

/** The words that name a filler best, from its own sentence where they stand there, too. */
function wordsFor({ words }: EventWords, { chain, extent }: Filler, sentence: number): NounPhrase {
  const { first, last, chunk } = extent;
  if (chunk.sentence === sentence) return { first, last };
  const [left, right] = [chunk.last - first, last - chunk.last];
  for (const other of chain.chunks) {
    if (other.sentence !== sentence) continue;
    const same = { first: other.last - left, last: other.last + right };
    let equal = true;
    for (let at = 0; equal && at < last - first; at += 1)
      equal = words.lower[first + at] === words.lower[same.first + at];
    if (equal) return same;
  }
  return { first, last };
}

function place(incident: Incident, open: Map<number, OpenAct[]>, filler: Filler): void {
  const { event, relevance } = incident;
  const width = SENTENCE_LABELS.length;
  const slot = SLOTS[filler.role];
  const told = filler.chain.chunks
    .slice(0, MOST_LOOKED_AT)
    .map((chunk) => ({
      chunk,
      trigger: triggerBeside(incident, chunk),
      score: relevance.sentences[chunk.sentence * width] ?? 0,
    }))
    .filter(({ chunk, trigger }) => trigger !== null && !(slot === 'perpetrators' && accuses(incident, chunk)))
    .sort((a, b) => Number((b.trigger ?? -1) >= 0) - Number((a.trigger ?? -1) >= 0) || b.score - a.score);
  const [best] = told;
  if (best === undefined) return;
  const { chunk, trigger } = best;
  const near = (open.get(chunk.sentence) ?? []).toSorted((a, b) => distance(a, chunk) - distance(b, chunk))[0];
  const act = near ?? newAct(incident, { at: trigger ?? -1, chunk, slot });
  if (act === null) return;
  if (near === undefined) open.set(chunk.sentence, [act]);
  act.confirmed = true;
  lay(incident, act, filler, wordsFor(event, filler, chunk.sentence));
}

/** Who accuses somebody of it did not do it; who claims responsibility did. */
function accuses({ bench, event }: Incident, { last }: Chunk): boolean {
  const { heads, relations } = event.syntax;
  const verb = heads[last - 1] ?? -1;
  if (verb < 0 || relations[last - 1] !== SUBJECT || event.arcs.object[verb] === RESPONSIBILITY) return false;
  return bench.clauses.words.claims.has(event.view.tokens[verb]?.lower ?? '') || event.triggers[verb] === BLAME;
}

const SUBJECT = RELATIONS.indexOf('nsubj');
const RESPONSIBILITY = stemOf('responsibility');

function newAct(incident: Incident, { at, chunk, slot }: Told): OpenAct | null {
  const trigger = at >= 0 ? at : verbBeside(incident.event, chunk);
  const draft = trigger < 0 ? null : draftAt(incident, { at: trigger, chunk, slot });
  return draft === null ? null : emptied(draft);
}

const MOST_LOOKED_AT = 12;
const distance = ({ draft }: OpenAct, { last }: Chunk): number => Math.abs(draft.trigger.first - last);

const BLAME = hashWord('blame');
const FAR = 40;

/** The nearest word in the sentence that tells of something done, -1 where none does; null where all of it is supposed. */
function triggerBeside({ event, bench, predicates }: Incident, chunk: Chunk): number | null {
  const sentence = event.view.sentences[chunk.sentence];
  if (sentence === undefined) return -1;
  const from = Math.max(sentence.firstToken, chunk.first - FAR);
  let best = -1;
  let supposed = false;
  for (let at = from; at < Math.min(sentence.lastToken, chunk.last + FAR); at += 1) {
    const sort = event.triggers[at] ?? 0;
    if (sort === 0 || sort === BLAME) continue;
    if (predicates.get(at)?.unreal === true || isConditional(sceneAt(bench, sentence, at), at)) supposed = true;
    else if (best < 0 || Math.abs(at - chunk.last) < Math.abs(best - chunk.last)) best = at;
  }
  return best < 0 && supposed ? null : best;
}

/** The nearest verb that is not about who is to blame; -1 where there is none. */
function verbBeside({ view, kinds, triggers }: EventWords, { sentence, first, last }: Chunk): number {
  const { firstToken = 0, lastToken = 0 } = view.sentences[sentence] ?? {};
  const tells = (at: number): boolean =>
    at >= firstToken && at < lastToken && kinds[at] === Kind.verb && triggers[at] !== BLAME;
  for (let far = 0; far < FAR; far += 1) {
    if (tells(last + far)) return last + far;
    if (tells(first - 1 - far)) return first - 1 - far;
  }
  return -1;
}

interface Told {
  readonly at: number;
  readonly chunk: Chunk;
  readonly slot: Slot;
}

function draftAt(incident: Incident, { at, chunk, slot }: Told): ActDraft | null {
  const { bench, event, predicates } = incident;
  const sentence = event.view.sentences[chunk.sentence];
  if (sentence === undefined) return null;
  const predicate = predicates.get(at) ?? barePredicate(at, chunk.sentence);
  const trigger = { first: at, last: predicate.last };
  const voiced = voiceOf(bench, trigger, []);
  const modality = modalityOf(bench, sceneAt(bench, sentence, at), predicate, voiced);
  if (modality === null) return null;
  return finish(bench, {
    ...noSlots(),
    violation: violationAt(event, predicate, slot),
    trigger,
    sentence: chunk.sentence,
    modality,
    voiced,
    why: [`“${wordsOf(bench, trigger)}” (beside)`],
  });
}

const barePredicate = (at: number, sentence: number): Predicate => ({
  trigger: { sort: 'incident', violation: null, about: null, intransitive: false, forms: new Set(), plural: false },
  first: at,
  last: at + 1,
  sentence,
  form: 'active',
  unreal: false,
  negated: false,
  groupFirst: at,
});

const LOSE = hashWord('lose');
const HIJACK = hashWord('hijack');

function violationAt({ triggers }: EventWords, predicate: Predicate, slot: Slot): Violation {
  const { violation } = predicate.trigger;
  if (violation !== null) return violation;
  const sort = triggers[predicate.first];
  if (sort === LOSE) return 'killing';
  if (sort === HIJACK && slot === 'victims') return 'abduction';
  return slot === 'victims' ? 'assault' : 'attack-on-property';
}
