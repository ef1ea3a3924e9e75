import type { Chain } from './chains.ts';
import { T } from './chain-templates.ts';
import type { Chunk } from './chunks.ts';
import { Kind, type EventWords } from './event-words.ts';
import type { FeatureList } from '../model/feature-list.ts';
import { mix } from '../model/hash.ts';
import { weighArcs } from './arc-features.ts';
import type { Pool } from './pool.ts';
import { bucket, incidentBits, SENTENCE_LABELS, type Relevance } from './relevance.ts';

/** More mentions than this tell nothing new of a chain. */
const MOST_MENTIONS = 12;
const WINDOW = 14;
const NEAR = 4;

export interface Scene {
  readonly event: EventWords;
  readonly chunk: Chunk;
  readonly pool: Pool;
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly kind: number;
}

/** What the text says around all mentions of a chain, pooled. */
export function chainFeatures(
  event: EventWords,
  relevance: Relevance,
  chain: Chain,
  { into, pool }: { into: FeatureList; pool: Pool },
): void {
  pool.begin(into);
  pool.add(T.bias);
  const { chunks } = chain;
  for (let at = 0; at < Math.min(chunks.length, MOST_MENTIONS); at += 1) {
    const chunk = chunks[at];
    if (chunk === undefined) continue;
    const scene = sceneOf(event, chunk, pool);
    weighRelevance(scene, relevance);
    weighWords(scene);
    weighNeighbours(scene);
    weighVerbs(scene);
    weighTriggers(scene);
    weighArcs(scene, relate);
  }
  const kind = chunks[0] === undefined ? 0 : kindOf(event, chunks[0]);
  pool.add(T.mentions, Math.min(5, chunks.length), kind);
  pool.add(T.named, chain.kind, kind);
  pool.add(T.named, chain.kind, bucket(relevance.document[0] ?? 0), 1);
  pool.add(T.first, Math.min(8, chunks[0]?.sentence ?? 0));
}

function sceneOf(event: EventWords, chunk: Chunk, pool: Pool): Scene {
  const sentence = event.view.sentences[chunk.sentence];
  return {
    event,
    chunk,
    pool,
    from: sentence?.firstToken ?? 0,
    to: sentence?.lastToken ?? 0,
    head: event.stems[chunk.last - 1] ?? 0,
    kind: kindOf(event, chunk),
  };
}

const ACRONYM = 18;

/** The kind of the head; an acronym and a modifier are kinds of their own. */
function kindOf({ kinds, view }: EventWords, { first, last, modifier }: Chunk): number {
  const token = view.tokens[last - 1];
  const short = last - first === 1 && token !== undefined && token.shape === 'upper' && token.text.length < 6;
  return (short ? ACRONYM : (kinds[last - 1] ?? 0)) + (modifier ? 32 : 0);
}

function weighRelevance({ pool, chunk, head, kind }: Scene, { document, sentences }: Relevance): void {
  const width = SENTENCE_LABELS.length;
  const at = (index: number): number => bucket(sentences[index * width] ?? -9);
  const here = at(chunk.sentence);
  const whole = bucket(document[0] ?? 0);
  const bits = incidentBits(document);
  pool.add(T.sentence, here);
  pool.add(T.document, whole);
  pool.add(T.both, here, whole);
  pool.add(T.place, Math.min(6, chunk.sentence));
  pool.add(T.incidents, bits);
  pool.add(T.around, at(chunk.sentence - 1), at(chunk.sentence + 1));
  for (let label = 1; label < width; label += 1) {
    const score = bucket(sentences[chunk.sentence * width + label] ?? 0);
    pool.add(T.role, label, score);
    pool.add(T.role, label + 8, score, kind);
  }
  pool.add(T.headDocument, head, whole);
  pool.add(T.headSentence, head, here);
  pool.add(T.headIncidents, head, bits);
  pool.add(T.kindDocument, kind, whole);
  pool.add(T.kindSentence, kind, here);
  pool.add(T.kindIncidents, kind, bits);
}

function weighWords({ event, pool, chunk, head, kind }: Scene): void {
  const { first, last } = chunk;
  pool.add(T.head, head);
  pool.add(T.kind, kind);
  const cluster = event.syntax.classes[last - 1] ?? 0;
  pool.add(T.cluster, cluster);
  pool.add(T.headEnd, event.words.suffix3[last - 1] ?? 0);
  let whole = 0;
  for (let at = first; at < last; at += 1) {
    const stem = event.stems[at] ?? 0;
    whole = mix(T.whole, whole, stem, 0);
    pool.add(T.word, stem);
    pool.add(T.kindWord, stem, kind);
  }
  pool.add(T.whole, whole);
  if (chunk.modifier) pool.add(T.outer, event.stems[chunk.outerLast - 1] ?? 0);
  for (let at = last; at < chunk.end; at += 1) pool.add(T.outer, event.stems[at] ?? 0, 1);
}

const TITLES = new Set([Kind.noun as number, Kind.name]);

function weighNeighbours({ event, pool, chunk, kind, from, to }: Scene): void {
  const { words, stems, kinds, view } = event;
  const { outerFirst, outerLast } = chunk;
  for (let far = 0; far < NEAR; far += 1) {
    const [left, right] = [outerFirst - 1 - far, outerLast + far];
    if (left >= from) {
      const stem = stems[left] ?? 0;
      pool.add(T.before, stem);
      pool.add(T.beforeAt, stem, far);
      pool.add(T.beforeKind, stem, kind);
    }
    if (right < to) {
      const stem = stems[right] ?? 0;
      pool.add(T.after, stem);
      pool.add(T.afterAt, stem, far);
      pool.add(T.afterKind, stem, kind);
    }
  }
  const [left, further] = [near(stems, outerFirst - 1, from, to), near(stems, outerFirst - 2, from, to)];
  const [right, beyond] = [near(stems, outerLast, from, to), near(stems, outerLast + 1, from, to)];
  pool.add(T.beforePair, left, further);
  pool.add(T.afterPair, right, beyond);
  pool.add(T.beside, left, right);
  pool.add(T.tags, near(kinds, chunk.first - 1, from, to), near(kinds, chunk.last, from, to), kind);
  const closed = view.tokens[outerLast]?.text;
  if (closed === '(' || view.tokens[outerFirst - 1]?.text === '(') pool.add(T.bracket, kind);
  if (chunk.first > outerFirst && TITLES.has(kinds[chunk.first - 1] ?? 0))
    pool.add(T.title, words.lower[chunk.first - 1] ?? 0, kind);
}

const near = (column: Int32Array | Uint8Array, at: number, from: number, to: number): number =>
  at >= from && at < to ? (column[at] ?? 0) : -1;

/** Weighs a relation alone, with the kind of the phrase and with its head. */
function relate({ pool, kind, head }: Scene, template: number, a: number, b = 0): void {
  pool.add(template, a, b);
  pool.add(template, a, b, mix(T.kind, kind, 0, 0));
  pool.add(template, a, b, head);
}

function weighVerbs(scene: Scene): void {
  const { event, chunk, from, to } = scene;
  const { kinds, stems, triggers } = event;
  const { outerFirst, outerLast } = chunk;
  let before = outerFirst - 1;
  while (before >= from && before > outerFirst - WINDOW && kinds[before] !== Kind.verb) before -= 1;
  if (before >= from && kinds[before] === Kind.verb) {
    const voice = isPassive(event, before, from) ? 1 : 0;
    const preposition = firstPreposition(event, before + 1, outerFirst);
    relate(scene, T.verbBefore, stems[before] ?? 0, mix(voice, preposition, 0, 0));
    if (outerFirst - before <= 3)
      relate(scene, T.verbObject, stems[before] ?? 0, mix(voice, between(event, before + 1, outerFirst), 1, 0));
    if (triggers[before] !== 0) relate(scene, T.triggerBefore, triggers[before] ?? 0, mix(voice, preposition, 2, 0));
  }
  let after = outerLast;
  while (after < to && after < outerLast + WINDOW && kinds[after] !== Kind.verb) after += 1;
  if (after < to && kinds[after] === Kind.verb) {
    const voice = isPassive(event, after, from) ? 1 : 0;
    const clean = isClean(event, outerLast, after) ? 1 : 0;
    relate(scene, T.verbAfter, stems[after] ?? 0, voice * 2 + clean);
    if (triggers[after] !== 0) relate(scene, T.triggerAfter, triggers[after] ?? 0, voice * 2 + clean);
    if (event.view.tokens[outerLast]?.lower === 'who') relate(scene, T.who, stems[after] ?? 0, voice);
  }
}

/** "was killed", "have been attacked" */
function isPassive({ kinds, view }: EventWords, verb: number, from: number): boolean {
  for (let at = verb - 1; at >= Math.max(from, verb - 3); at -= 1) {
    if (kinds[at] === Kind.auxiliary && BE.has(view.tokens[at]?.lower ?? '')) return true;
    if (kinds[at] === Kind.noun) return false;
  }
  return false;
}
const BE = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'being']);

function firstPreposition({ kinds, stems }: EventWords, from: number, to: number): number {
  for (let at = from; at < to; at += 1) if (kinds[at] === Kind.preposition) return stems[at] ?? 0;
  return 0;
}

function between({ kinds, stems }: EventWords, from: number, to: number): number {
  let all = 0;
  for (let at = from; at < to; at += 1) if (kinds[at] !== Kind.determiner) all = mix(3, all, stems[at] ?? 0, 0);
  return all;
}

function isClean({ view, kinds }: EventWords, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1)
    if (kinds[at] === Kind.conjunction || view.tokens[at]?.lower === ',') return false;
  return true;
}

const MOST_TRIGGERS = 8;
const FAR = 60;

function weighTriggers(scene: Scene): void {
  const { event, chunk, pool, from, to } = scene;
  const { triggers, stems, kinds } = event;
  const { outerFirst, outerLast } = chunk;
  let best = -1;
  let least = FAR;
  let count = 0;
  for (let at = Math.max(from, outerFirst - FAR); at < Math.min(to, outerLast + FAR); at += 1) {
    if (triggers[at] === 0) continue;
    count += 1;
    if (count <= MOST_TRIGGERS) relate(scene, T.inSentence, triggers[at] ?? 0);
    const distance = at < outerFirst ? outerFirst - at : Math.max(0, at - outerLast + 1);
    if (distance < least) [best, least] = [at, distance];
  }
  if (best < 0) {
    relate(scene, T.nearest, 0);
    return;
  }
  const inside = best < outerLast ? 1 : 2;
  const side = best < outerFirst ? 0 : inside;
  const far = Math.min(4, least >> 1);
  relate(scene, T.nearest, stems[best] ?? 0, side);
  relate(scene, T.nearest, triggers[best] ?? 0, 4 + side);
  relate(scene, T.nearest, stems[best] ?? 0, 8 + side * 8 + far);
  pool.add(T.distance, side, Math.min(6, least >> 1), scene.kind);
  let link = outerFirst - 1;
  while (link > from && (kinds[link] === Kind.determiner || kinds[link] === Kind.pronoun)) link -= 1;
  if (kinds[link] !== Kind.preposition) return;
  for (let at = link - 1; at >= Math.max(from, link - 4); at -= 1) {
    if (triggers[at] === 0) continue;
    relate(scene, T.nominal, stems[at] ?? 0, stems[link] ?? 0);
    relate(scene, T.nominal, stems[link] ?? 0);
    return;
  }
}
