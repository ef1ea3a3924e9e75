import { AveragedTable } from '../model/averaged.ts';
import { chanceFrom, shuffle } from '../model/chance.ts';
import { lookupOf, type WordNumbers } from '../model/word-numbers.ts';
import type { Words } from '../model/words.ts';
import { Frame, PAD, type Lookups } from './frame.ts';
import { countFeatures, keyedIds, keysOf, untrained, type FeatureCounts, type KeyedTable } from './keyed-table.ts';
import { Parser } from './parser.ts';
import { Move, MOVES, ROOT, type ParseState } from './parse-state.ts';
import { moveContext, nothingSure, SureCounts } from './sure.ts';
import type { Training } from './train-tagger.ts';

/** A sentence to learn from, at most `LONGEST` tokens. */
export interface ParsedSentence {
  readonly words: Words;
  /** Fine tags, as the tagger finds them in text that it did not learn from. */
  readonly tags: Uint8Array;
  /** Indexes of head tokens, -1 for the root. */
  readonly heads: Int32Array;
  /** Relations to the heads. */
  readonly relations: Uint8Array;
}

/** Weights, and the contexts that need none. */
export interface Learnt {
  readonly table: KeyedTable;
  readonly sure: WordNumbers;
}

const SURE_SHARE = 0.997;

/** An averaged perceptron along its own moves, told by a dynamic oracle (Goldberg and Nivre 2013). */
export function trainParser(sentences: readonly ParsedSentence[], training: Training): Learnt {
  const { bits, epochs, seed, lookups } = training;
  const order = sentences.map((sentence) => ({ sentence, gold: goldPlaces(sentence.heads) }));
  const { keys, sure } = countMoves(order, training);
  const averaged = new AveragedTable(bits, MOVES);
  const table = { weights: averaged.table, keys };
  const learner = { averaged, table, parser: new Parser(table, lookupOf(sure)), frame: new Frame() };
  const chance = chanceFrom(seed);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, chance);
    for (const { sentence, gold } of order) {
      loadTagged(learner.frame, sentence, lookups);
      overMoves(learner, gold, (found, best, costs) => learn(learner, { found, best, costs }));
    }
  }
  return { table: { weights: averaged.average(), keys }, sure };
}

interface Example {
  readonly sentence: ParsedSentence;
  readonly gold: Int32Array;
}

/** Which features are worth a row, and which contexts leave no choice, along the right moves. */
function countMoves(order: readonly Example[], { bits, fewest, lookups }: Training) {
  const learner = { parser: new Parser(untrained(MOVES), nothingSure), frame: new Frame() };
  const { parser, frame } = learner;
  const counts: FeatureCounts = new Map();
  const sure = new SureCounts();
  for (const { sentence, gold } of order) {
    loadTagged(frame, sentence, lookups);
    overMoves(learner, gold, (_, best, costs) => {
      countFeatures(parser.features, counts);
      const right = [Move.shift, Move.left, Move.right].filter((move) => costs[move] === costs[best]);
      sure.add(
        moveContext(frame, parser.state),
        right.filter((move) => move !== Move.right || parser.state.mayRight),
      );
      return best;
    });
  }
  return { keys: keysOf(counts, bits, fewest), sure: sure.table(SURE_SHARE) };
}

/** Loads a sentence with the tags given with it. */
export function loadTagged(frame: Frame, { words, tags }: ParsedSentence, lookups: Lookups): void {
  frame.load(words, lookups, 0, words.length);
  frame.tags.set(tags, PAD);
}

interface Learner {
  readonly parser: Parser;
  readonly frame: Frame;
}

interface Learning extends Learner {
  readonly averaged: AveragedTable;
  readonly table: KeyedTable;
}

interface Choice {
  readonly found: number;
  readonly best: number;
  readonly costs: Int32Array;
}

function learn({ averaged, table, parser }: Learning, { found, best, costs }: Choice): number {
  averaged.tick();
  if ((costs[found] ?? 0) <= (costs[best] ?? 0)) return found;
  const ids = keyedIds(table, parser.features);
  averaged.add(ids, best, 1);
  averaged.add(ids, found, -1);
  return found;
}

/** Walks through a sentence; `next` tells which move to take, knowing the likeliest and the best of those that cost least. */
function overMoves(
  { parser, frame }: Learner,
  gold: Int32Array,
  next: (found: number, best: number, costs: Int32Array) => number,
): void {
  const { state, scores } = parser;
  const costs = new Int32Array(MOVES);
  state.start(frame);
  while (!state.isOver) {
    const known = parser.known(frame);
    if (known !== 0) {
      state.apply(known);
      continue;
    }
    const found = parser.choose(frame);
    costsOf(state, gold, costs);
    let best = 0;
    for (let move = MOVES - 1; move > 0; move -= 1) {
      if (move === Move.right && !state.mayRight) continue;
      const less = (costs[move] ?? 0) - (costs[best] ?? 0);
      if (best === 0 || less < 0 || (less === 0 && (scores[move] ?? 0) > (scores[best] ?? 0))) best = move;
    }
    state.apply(next(found, best, costs));
  }
}

/** How many gold arcs each move puts out of reach. */
function costsOf({ stack, top, next, end }: ParseState, gold: Int32Array, costs: Int32Array): void {
  const s0 = stack[top] ?? 0;
  const s1 = stack[top - 1] ?? 0;
  let waiting = 0;
  for (let at = next; at < end; at += 1) if (gold[at] === s0) waiting += 1;
  const head = gold[s0] ?? 0;
  costs[Move.left] = waiting + (head === s1 || (head > next && head < end) ? 1 : 0);
  costs[Move.right] = waiting + (head >= next ? 1 : 0);
  let lost = 0;
  for (let at = 0; at <= top; at += 1) {
    if (at < top && stack[at] === gold[next]) lost += 1;
    if (gold[stack[at] ?? 0] === next) lost += 1;
  }
  costs[Move.shift] = lost;
}

/** Heads by places of the frame, made projective: an arc that crosses others is lifted to its head's head. */
function goldPlaces(heads: Int32Array): Int32Array {
  const gold = new Int32Array(heads.length + 2 * PAD);
  for (let at = 0; at < heads.length; at += 1) gold[PAD + at] = (heads[at] ?? -1) < 0 ? ROOT : PAD + (heads[at] ?? 0);
  for (let lifts = 0; lifts < heads.length; lifts += 1) {
    const crossing = shortestCrossing(gold, heads.length);
    if (crossing === 0) break;
    gold[crossing] = gold[gold[crossing] ?? 0] ?? ROOT;
  }
  return gold;
}

/** The child of the shortest arc over a token that does not hang below the arc's head; 0 for none. */
function shortestCrossing(gold: Int32Array, length: number): number {
  let [found, shortest] = [0, Infinity];
  for (let child = PAD; child < PAD + length; child += 1) {
    const head = gold[child] ?? ROOT;
    if (head === ROOT) continue;
    const [from, to] = [Math.min(head, child), Math.max(head, child)];
    if (to - from >= shortest) continue;
    for (let at = from + 1; at < to; at += 1) {
      let above = at;
      for (let steps = 0; above !== head && above !== ROOT && steps <= length; steps += 1) above = gold[above] ?? ROOT;
      if (above === head) continue;
      [found, shortest] = [child, to - from];
      break;
    }
  }
  return found;
}
