import type { View } from '../passes.ts';
import { FeatureList } from '../model/feature-list.ts';
import { hashWord } from '../model/hash.ts';
import type { Model } from '../model/model-file.ts';
import { scoreInto } from '../model/table.ts';
import { isGivenName } from './given-names.ts';
import { isHeadlineCase, isStart, type Draft, type Evidence } from './name-draft.ts';
import { phraseAt } from './name-phrases.ts';
import type { Stretch } from './name-runs.ts';
import * as words from './name-words.ts';

/** What a capitalised stretch can be; the order is that of the model's outcomes. */
export const NAME_KINDS = ['none', 'person', 'organization', 'place'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** A capitalised stretch and what the rules make of it. */
export interface Candidate extends Stretch {
  readonly guess: NameKind;
  /** The rules' own draft, where they made one. */
  readonly draft: Draft | null;
}

/** What the model looks at beyond the stretch itself. */
interface Surroundings {
  readonly view: View;
  readonly evidence: Evidence;
  readonly candidates: readonly Candidate[];
  /** By last word: which kinds the rules see in the text, a bit each. */
  readonly kindsOfWord: ReadonlyMap<string, number>;
  /** By token: 1 for the first of a sentence, 2 for one in a headline's capitals. */
  readonly place: Uint8Array;
}

export function surroundingsOf(view: View, evidence: Evidence, candidates: readonly Candidate[]): Surroundings {
  const kindsOfWord = new Map<string, number>();
  for (const { last, guess } of candidates) {
    const word = view.tokens[last - 1]?.lower ?? '';
    kindsOfWord.set(word, (kindsOfWord.get(word) ?? 0) | (1 << NAME_KINDS.indexOf(guess)));
  }
  const place = new Uint8Array(view.tokens.length);
  for (const sentence of view.sentences) {
    if (isHeadlineCase(view, sentence)) place.fill(2, sentence.firstToken, sentence.lastToken);
    place[sentence.firstToken] = (place[sentence.firstToken] ?? 0) | 1;
  }
  return { view, evidence, candidates, kindsOfWord, place };
}

const hashes = new Map<string, number>();
const MOST_HASHES = 50_000;

/** Words come again and again: each is hashed once. */
function hashOf(word: string | undefined): number {
  if (word === undefined) return 1;
  const known = hashes.get(word);
  if (known !== undefined) return known;
  const hash = hashWord(word.length > 40 ? word.slice(0, 40) : word);
  if (hashes.size < MOST_HASHES) hashes.set(word, hash);
  return hash;
}

const endOf = (word: string): number => hashWord(word, Math.max(0, word.length - 3));

/** Writes the features of one candidate. */
export function nameFeatures(around: Surroundings, at: number, into: FeatureList): void {
  const candidate = around.candidates[at];
  if (candidate === undefined) return;
  const { tokens } = around.view;
  const { first, last, guess } = candidate;
  const rule = NAME_KINDS.indexOf(guess);
  const length = Math.min(last - first, 5);
  const [head, tail] = [tokens[first]?.lower ?? '', tokens[last - 1]?.lower ?? ''];
  const [before, before2, after, after2] = [first - 1, first - 2, last, last + 1].map((n) => hashOf(tokens[n]?.lower));
  const flags = flagsOf(around, candidate);
  into.add(0, rule);
  into.add(1, rule, length, around.place[first] ?? 0);
  into.add(2, flags);
  into.add(3, flags, rule, length);
  for (let n = first; n < last; n += 1) into.add(4, hashOf(tokens[n]?.lower));
  into.add(5, hashOf(head), length);
  into.add(6, hashOf(tail), length);
  into.add(7, endOf(head), length);
  into.add(8, endOf(tail), length);
  into.add(9, before ?? 1);
  into.add(10, before ?? 1, before2 ?? 1);
  into.add(11, after ?? 1);
  into.add(12, after ?? 1, after2 ?? 1);
  into.add(13, before ?? 1, after ?? 1);
  into.add(14, before ?? 1, rule, length);
  into.add(15, after ?? 1, rule, length);
  into.add(16, shapesOf(around.view, candidate), around.place[first] ?? 0);
  into.add(17, around.kindsOfWord.get(tail) ?? 0, rule);
  into.add(18, around.kindsOfWord.get(head) ?? 0, rule, length);
  into.add(19, neighbour(around, at, -1), rule);
  into.add(20, neighbour(around, at, 1), rule);
  into.add(21, before2 ?? 1, rule);
  into.add(22, hashOf(head), hashOf(tail));
}

/** Facts about the words of a candidate, a bit each. */
function flagsOf({ view, evidence }: Surroundings, { first, last }: Candidate): number {
  const { tokens } = view;
  const [head, tail, before] = [tokens[first], tokens[last - 1], tokens[first - 1]];
  if (head === undefined || tail === undefined) return 0;
  const facts = [
    isGivenName(head.lower),
    isGivenName(tail.lower),
    words.hasFamilyEnding(tail.lower),
    phraseAt(words.PLACES, tokens, first) === last - first,
    phraseAt(words.KNOWN_BODIES, tokens, first) > 0,
    words.BODY_HEADS.has(tail.lower) || words.BODY_HEADS.has(head.lower),
    evidence.small.has(head.lower),
    evidence.small.has(tail.lower),
    words.isAcronym(head),
    words.isNoName(head.lower) || words.isNoName(tail.lower),
    words.ROLES.has(before?.lower ?? '') || words.HONORIFICS.has(before?.lower ?? ''),
    words.PERSON_VERBS.has(tokens[last]?.lower ?? ''),
    (evidence.capital.get(head.lower) ?? 0) > 1,
    words.DETERMINERS.has(before?.lower ?? ''),
    isStart(tokens, first, 0),
    words.PLACE_PREPOSITIONS.has(before?.lower ?? ''),
  ];
  return facts.reduce((bits, fact, at) => (fact ? bits | (1 << at) : bits), 0);
}

const SHAPES = ['lower', 'title', 'upper', 'mixed', 'number', 'mark'];

function shapesOf({ tokens }: View, { first, last }: Candidate): number {
  let shapes = 1;
  for (let at = first; at < Math.min(last, first + 6); at += 1)
    shapes = shapes * 7 + SHAPES.indexOf(tokens[at]?.shape ?? 'mark');
  return shapes;
}

/** The guess about the next candidate, where only a comma or "and" stands between. */
function neighbour({ candidates, view }: Surroundings, at: number, step: 1 | -1): number {
  const [here, other] = [candidates[at], candidates[at + step]];
  if (here === undefined || other === undefined) return 9;
  const [left, right] = step === 1 ? [here, other] : [other, here];
  const gap = right.first - left.last;
  if (gap < 0 || gap > 2) return 8;
  const joint = view.tokens[left.last]?.lower ?? '';
  return NAME_KINDS.indexOf(other.guess) + 10 * gap + (joint === 'and' || joint === ',' ? 100 : 0);
}

/** Decides the kind of every candidate: its own evidence and the mean of all that bear the same words. */
export function decideKinds(around: Surroundings, model: Model): NameKind[] {
  const table = model.tables['kinds'];
  const loyalty = model.numbers['loyalty']?.[0] ?? 0;
  if (table === undefined) return around.candidates.map(({ guess }) => guess);
  const list = new FeatureList();
  const own = around.candidates.map((_, at) => {
    const scores = new Float64Array(NAME_KINDS.length);
    list.clear();
    nameFeatures(around, at, list);
    scoreInto(table, list, scores);
    return scores;
  });
  const same = sumsByWords(around, own);
  const decided: NameKind[] = [];
  around.candidates.forEach((candidate, at) => {
    const scores = own[at] ?? new Float64Array(NAME_KINDS.length);
    const { sums, count } = same[at] ?? { sums: scores, count: 1 };
    const article = ARTICLES.has(around.view.tokens[candidate.first - 1]?.lower ?? '');
    const isPlace = isNamedPlace(around.view, candidate);
    const total = NAME_KINDS.map((kind, n) => {
      if (kind === 'person' && (article || isPlace)) return -Infinity;
      const prior = kind === candidate.guess ? loyalty / table.unit : 0;
      return (scores[n] ?? 0) + (sums[n] ?? 0) / count + prior;
    });
    const best = NAME_KINDS[total.indexOf(Math.max(...total))] ?? 'none';
    const listed = candidate.guess === 'place' && decided.at(-1) === 'place' && neighbour(around, at, -1) > 100;
    decided.push(listed || candidate.draft?.sure === true ? candidate.guess : best);
  });
  return decided;
}

/** "the Harbour Weekly" is no person; titles between the article and a name are not part of the candidate. */
const ARTICLES = new Set(['the', 'a', 'an']);

/** "Karsel Prison", "Harbour Street": no person, unless a given name begins it. */
function isNamedPlace({ tokens }: View, { first, last }: Candidate): boolean {
  const tail = tokens[last - 1]?.lower ?? '';
  return last - first > 1 && words.PLACE_HEADS.has(tail) && !isGivenName(tokens[first]?.lower ?? '');
}

function sumsByWords(around: Surroundings, own: readonly Float64Array[]): { sums: Float64Array; count: number }[] {
  const byWords = new Map<string, { sums: Float64Array; count: number }>();
  return around.candidates.map(({ first, last }, at) => {
    const { tokens, text } = around.view;
    const key = text.slice(tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0).toLowerCase();
    const known = byWords.get(key) ?? { sums: new Float64Array(NAME_KINDS.length), count: 0 };
    byWords.set(key, known);
    own[at]?.forEach((score, kind) => {
      known.sums[kind] = (known.sums[kind] ?? 0) + score;
    });
    known.count += 1;
    return known;
  });
}
