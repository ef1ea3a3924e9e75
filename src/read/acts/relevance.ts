import type { FeatureList } from '../model/feature-list.ts';
import type { Pool } from './pool.ts';
import { Kind, type EventWords } from './event-words.ts';
import { mix } from '../model/hash.ts';

/** What an article or sentence is asked: whether it tells of an attack at all, and of which kind. */
export const INCIDENTS = ['any', 'attack', 'bombing', 'kidnapping', 'arson'] as const;
/** Whether a sentence names anybody or anything that has a part in an incident, and in which role. */
export const SENTENCE_LABELS = ['any', 'person', 'body', 'target', 'victim', 'means'] as const;

/** How relevant a text and its sentences are, as small whole numbers that features are made of. */
export interface Relevance {
  /** Log-odds that this is a report of attacks, and not one on what a state does to people. */
  readonly genre: number;
  /** Log-odds of each of `INCIDENTS`. */
  readonly document: Float64Array;
  /** Log-odds of `SENTENCE_LABELS`, sentence by sentence. */
  readonly sentences: Float64Array;
}

const T = {
  word: 0,
  pair: 1,
  earlyWord: 2,
  earlyPair: 3,
  bias: 4,
  before: 5,
  after: 6,
  place: 7,
  document: 8,
  kinds: 9,
  skip: 10,
  form: 11,
  toLeft: 12,
  toRight: 13,
};
const EARLY = 3;
/** Sentences beyond so many tell nothing new of a document. */
const MOST_SENTENCES = 400;
const LONGEST = 400;

/** Length that a document's features are scaled to, so that long ones speak no louder. */
const LOUDNESS = 8;

/** Words, pairs and what stands around words for attacks, by how often they come; those of the beginning apart. */
export function documentFeatures(event: EventWords, into: FeatureList): void {
  const counts = new Map<number, number>();
  const count = (template: number, a = 0, b = 0): void => {
    const id = mix(template, a, b, 0);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  };
  count(T.bias);
  event.view.sentences.slice(0, MOST_SENTENCES).forEach(({ firstToken, lastToken }, index) => {
    countSentence(
      event,
      { from: firstToken, to: Math.min(lastToken, firstToken + LONGEST), early: index < EARLY },
      count,
    );
  });
  let square = 0;
  for (const times of counts.values()) square += (1 + Math.log(times)) ** 2;
  const scale = LOUDNESS / Math.sqrt(square);
  into.clear();
  for (const [id, times] of counts) into.addValue(T.word, id, (1 + Math.log(times)) * scale);
}

type Count = (template: number, a?: number, b?: number) => void;

function countSentence(
  { stems, kinds, triggers, forms }: EventWords,
  { from, to, early }: { from: number; to: number; early: boolean },
  count: Count,
): void {
  let before = 0;
  let content = 0;
  for (let at = from; at < to; at += 1) {
    const stem = stems[at] ?? 0;
    count(T.word, stem);
    count(T.pair, before, stem);
    if (early) {
      count(T.earlyWord, stem);
      count(T.earlyPair, before, stem);
    }
    before = stem;
    if (isContent(kinds[at])) {
      count(T.skip, content, stem);
      content = stem;
    }
    if (triggers[at] === 0) continue;
    count(T.form, triggers[at], forms[at]);
    for (let near = Math.max(from, at - REACH); near < Math.min(to, at + REACH); near += 1)
      if (near !== at && isContent(kinds[near])) count(near < at ? T.toLeft : T.toRight, triggers[at], stems[near]);
  }
}

const REACH = 8;
const CONTENT = new Set<number>([Kind.noun, Kind.name, Kind.verb, Kind.adjective]);
const isContent = (kind: number | undefined): boolean => kind !== undefined && CONTENT.has(kind);

/** Words and pairs of a sentence, words of its neighbours, and how the document looked. */
export function sentenceFeatures(
  event: EventWords,
  index: number,
  document: Float64Array,
  { into, pool }: { into: FeatureList; pool: Pool },
): void {
  pool.begin(into);
  pool.add(T.bias);
  pool.add(T.place, Math.min(index, 8));
  pool.add(T.document, bucket(document[0] ?? 0));
  pool.add(T.kinds, incidentBits(document));
  const { sentences } = event.view;
  const here = sentences[index];
  if (here === undefined) return;
  let before = 0;
  for (let at = here.firstToken; at < Math.min(here.lastToken, here.firstToken + LONGEST); at += 1) {
    const stem = event.stems[at] ?? 0;
    pool.add(T.word, stem);
    pool.add(T.pair, before, stem);
    before = stem;
  }
  for (const [template, other] of [
    [T.before, sentences[index - 1]],
    [T.after, sentences[index + 1]],
  ] as const) {
    if (other === undefined) continue;
    for (let at = other.firstToken; at < Math.min(other.lastToken, other.firstToken + LONGEST); at += 1)
      pool.add(template, event.stems[at] ?? 0);
  }
}

/** Log-odds in whole steps from -4 to 4. */
export const bucket = (score: number): number => Math.max(-4, Math.min(4, Math.round(score)));

/** The kinds of incident that are likelier than not, as bits. */
export function incidentBits(document: Float64Array): number {
  let bits = 0;
  for (let at = 1; at < INCIDENTS.length; at += 1) if ((document[at] ?? 0) > 0) bits |= 1 << at;
  return bits;
}
