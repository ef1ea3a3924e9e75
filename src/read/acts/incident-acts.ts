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
  confirmed: boolean;
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
  const open = drafts.map((draft) => confirmedBy(incident, draft, { byHead, placed }));
  for (const filler of fillers) if (!placed.has(filler)) place(incident, open, filler);
  return open.filter(({ confirmed }) => confirmed).map(({ draft, slots }) => ({ ...draft, ...slots }));
}

interface Found {
  readonly byHead: ReadonlyMap<number, Filler>;
  readonly placed: Set<Filler>;
}

function confirmedBy({ bench, event }: Incident, draft: ActDraft, { byHead, placed }: Found): OpenAct {
  let confirmed = false;
  let refused = false;
  const keep = (slot: Slot): NounPhrase[] =>
    draft[slot].flatMap((phrase) => {
      const filler = fillerIn(byHead, phrase, slot);
      if (filler === undefined) {
        const unnamed = slot === 'victims' && !isNamed(bench, phrase);
        refused ||= !unnamed;
        return unnamed ? [phrase] : [];
      }
      confirmed = true;
      placed.add(filler);
      return [wordsFor(event, filler, draft.sentence)];
    });
  const slots = {
    victims: keep('victims'),
    perpetrators: keep('perpetrators'),
    targets: keep('targets'),
    means: keep('means'),
  };
  return { draft, slots, confirmed: confirmed || !refused };
}

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

function place(incident: Incident, open: OpenAct[], filler: Filler): void {
  const { event, relevance } = incident;
  const width = SENTENCE_LABELS.length;
  const told = filler.chain.chunks
    .slice(0, MOST_LOOKED_AT)
    .map((chunk) => ({
      chunk,
      trigger: triggerBeside(incident, chunk),
      score: relevance.sentences[chunk.sentence * width] ?? 0,
    }))
    .filter(({ trigger }) => trigger !== null)
    .sort((a, b) => Number((b.trigger ?? -1) >= 0) - Number((a.trigger ?? -1) >= 0) || b.score - a.score);
  const [best] = told;
  if (best === undefined) return;
  const { chunk, trigger } = best;
  const slot = SLOTS[filler.role];
  const words = wordsFor(event, filler, chunk.sentence);
  const near = open
    .filter(({ draft }) => draft.sentence === chunk.sentence)
    .sort((a, b) => distance(a, chunk) - distance(b, chunk))[0];
  if (near !== undefined) {
    near.slots[slot].push(words);
    near.confirmed = true;
    return;
  }
  const made = actAt(incident, {
    at: trigger !== null && trigger >= 0 ? trigger : verbBeside(event, chunk),
    chunk,
    slot,
    words,
    filler,
  });
  if (made !== null) open.push(made);
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

function verbBeside({ view, kinds }: EventWords, { sentence, first, last }: Chunk): number {
  const { firstToken = 0, lastToken = 0 } = view.sentences[sentence] ?? {};
  for (let far = 0; far < FAR; far += 1) {
    if (last + far < lastToken && kinds[last + far] === Kind.verb) return last + far;
    if (first - 1 - far >= firstToken && kinds[first - 1 - far] === Kind.verb) return first - 1 - far;
  }
  return last - 1;
}

interface Told {
  readonly at: number;
  readonly chunk: Chunk;
  readonly slot: Slot;
  readonly words: NounPhrase;
  readonly filler: Filler;
}

function actAt(incident: Incident, { at, chunk, slot, words, filler }: Told): OpenAct | null {
  const { bench, event, predicates } = incident;
  const sentence = event.view.sentences[chunk.sentence];
  if (sentence === undefined) return null;
  const predicate = predicates.get(at) ?? barePredicate(at, chunk.sentence);
  const trigger = { first: at, last: predicate.last };
  const voiced = voiceOf(bench, trigger, []);
  const modality = modalityOf(bench, sceneAt(bench, sentence, at), predicate, voiced) ?? 'denied';
  const slots: Record<Slot, NounPhrase[]> = { victims: [], perpetrators: [], targets: [], means: [] };
  slots[slot].push(words);
  const draft = finish(bench, {
    ...slots,
    violation: violationAt(event, predicate, slot),
    trigger,
    sentence: chunk.sentence,
    modality,
    voiced,
    why: [
      `“${wordsOf(bench, trigger)}” beside “${wordsOf(bench, words)}” (${filler.role}, ${filler.margin.toFixed(1)})`,
    ],
  });
  return { draft, slots, confirmed: true };
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
