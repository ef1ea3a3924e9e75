import { assemble, scoreSpans, type Scored } from './assemble.ts';
import { firstPass } from './candidates.ts';
import { passagesOf, placesOf, sentencesOfTokens, type Columns, type Range } from './columns.ts';
import { hashWord } from '../model/hash.ts';
import type { Model } from '../model/model-file.ts';
import { modelNamed } from '../model/models.ts';
import { emissionsOf } from '../model/sequence.ts';
import type { Table } from '../model/table.ts';
import { lookupOf } from '../model/word-numbers.ts';
import type { Quote, Syntax, View } from '../passes.ts';
import { packedScorer, type Scorer } from './packed.ts';
import { reasonsOf } from './reasons.ts';
import { prepared } from './scene.ts';
import { FINE_TAGS } from '../syntax/tagset.ts';
import { passageOf, tokenFeatures, type Known, type Passage } from './token-features.ts';

/** The trained model of attributions: a first pass over tokens, a second over candidates. */
export interface Engine {
  readonly tokens: Table;
  readonly transitions: Float64Array;
  /** Mean distance of the best label to the next, in units of `tokens`. */
  readonly unit: number;
  readonly spans: Table;
  readonly scorer: Scorer;
  /** How sure a margin of 1 makes, and how sure none is: a logistic curve. */
  readonly slope: number;
  readonly start: number;
  /** Least margin of an attribution, and of one inside the words of another. */
  readonly least: number;
  readonly inner: number;
  readonly cueOf: (hash: number) => number;
}

const VERBS = Uint8Array.from(FINE_TAGS, (tag) => Number(/^(?:VERB|AUX)/u.test(tag)));

/** What features know beforehand. */
export const KNOWN: Known = { that: hashWord('that'), isVerb: (tag) => VERBS[tag] === 1 };

/** A reading so many `unit`s worse than the best still gives candidates. */
export const WORST = 3;

let engine: Engine | null | undefined;

/** The engine that comes with the program; null before it is trained. */
export function attributionEngine(): Engine | null {
  if (engine === undefined) {
    const model = modelNamed('said');
    engine = model === null ? null : engineFrom(model);
  }
  return engine;
}

export function engineFrom({ tables, numbers, words }: Model): Engine | null {
  const [tokens, spans, cues] = [tables['tokens'], tables['spans'], words['cues']];
  const [transitions, unit] = [numbers['transitions'], numbers['unit']?.[0]];
  if (
    tokens === undefined ||
    spans === undefined ||
    cues === undefined ||
    transitions === undefined ||
    unit === undefined
  )
    return null;
  return {
    tokens,
    transitions: Float64Array.from(transitions),
    unit,
    spans,
    scorer: packedScorer(spans),
    least: numbers['least']?.[0] ?? 0,
    inner: numbers['least']?.[1] ?? 0,
    slope: numbers['slope']?.[0] ?? 1,
    start: numbers['slope']?.[1] ?? 0,
    cueOf: lookupOf(cues),
  };
}

export function columnsOf(view: View, quotes: readonly Quote[], syntax: Syntax, cueOf: Engine['cueOf']): Columns {
  const { words, forms, classes, heads, relations } = syntax;
  const cues = new Uint8Array(words.length);
  for (let at = 0; at < words.length; at += 1) cues[at] = cueOf(words.lower[at] ?? 0);
  const [sentences, places] = [sentencesOfTokens(view), placesOf(view, quotes)];
  return { words, tags: forms, classes, heads, relations, sentences, places, cues };
}

/** Scores of all labels of the tokens of a passage. */
export const passageScores = (passage: Passage, tokens: Table): Float64Array =>
  emissionsOf(tokens, passage.last - passage.first, (at, into) => tokenFeatures(passage, passage.first + at, into));

/** An attribution with what speaks loudest for it. */
export interface Attribution extends Scored {
  /** 0 for those of the text itself, 1 for those inside the words of another. */
  readonly depth: number;
  readonly why: readonly string[];
}

/** How likely it is that an attribution is right. */
export const likelihood = ({ score }: Scored, { slope, start, spans }: Engine): number =>
  1 / (1 + Math.exp(-start - slope * spans.unit * score));

/** A voice inside another's words is looked for where a word stands that mostly is a cue. */
const SURE_CUE = 2;
const SHORTEST_OUTER = 5;
const DEEPEST = 2;

/** Every attribution of a text, and those inside their words: who, by which cue, what; outer ones first. */
export function attributionsOf(view: View, columns: Columns, engine: Engine): Attribution[] {
  const wordsOf = ({ first, last }: Range): string =>
    view.text.slice(view.tokens[first]?.start, view.tokens[last - 1]?.end);
  const all: Attribution[] = [];
  const read = (range: Range, depth: number): void => {
    const { scene, found } = readPassage(columns, range, engine);
    for (const one of found) {
      if (one.score * engine.spans.unit < (depth === 0 ? engine.least : engine.inner)) continue;
      all.push({ ...one, depth, why: reasonsOf(scene, one, engine, wordsOf(one.cue)) });
      if (depth >= DEEPEST) continue;
      for (const content of one.contents)
        if (mayHold(columns, content, one)) read(withoutThat(columns, content), depth + 1);
    }
  };
  for (const range of passagesOf(view)) read(range, 0);
  return all;
}

/** Without the `that` it opens with, so that it reads like a sentence. */
const withoutThat = ({ words }: Columns, { first, last }: Range): Range => ({
  first: words.lower[first] === KNOWN.that ? first + 1 : first,
  last,
});

function mayHold({ cues }: Columns, { first, last }: Range, { cue }: Scored): boolean {
  if (last - first < SHORTEST_OUTER || (cue.first >= first && cue.last <= last)) return false;
  for (let at = first; at < last; at += 1) if ((cues[at] ?? 0) >= SURE_CUE) return true;
  return false;
}

function readPassage(columns: Columns, range: Range, { tokens, transitions, unit, scorer }: Engine) {
  const passage = passageOf(columns, range, KNOWN);
  const first = firstPass(passageScores(passage, tokens), transitions, unit * WORST);
  const { scene, candidates } = prepared(passage, first, unit, KNOWN.isVerb);
  scoreSpans(scene, candidates, scorer);
  return { scene, found: assemble(scene, candidates, scorer) };
}
