import { AveragedTable } from '../model/averaged.ts';
import { chanceFrom, shuffle } from '../model/chance.ts';
import type { Table } from '../model/table.ts';
import type { Words } from '../model/words.ts';
import { Frame, PAD, type Lookups } from './frame.ts';
import { countFeatures, keyedIds, keysOf, setKeys, type FeatureCounts } from './keyed-table.ts';
import { Parser } from './parser.ts';
import { Move, MOVES, ROOT, type ParseState } from './parse-state.ts';
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

/** An averaged perceptron along its own moves, told by a dynamic oracle (Goldberg and Nivre 2013). */
export function trainParser(sentences: readonly ParsedSentence[], training: Training): Table {
  const { bits, fewest, epochs, seed, lookups } = training;
  const averaged = new AveragedTable(bits, MOVES);
  const learner = { averaged, parser: new Parser(averaged.table), frame: new Frame() };
  const order = sentences.map((sentence) => ({ sentence, gold: goldPlaces(sentence.heads) }));
  const counts: FeatureCounts = new Map();
  for (const { sentence, gold } of order) {
    loadTagged(learner.frame, sentence, lookups);
    overMoves(learner, gold, (_, best) => {
      countFeatures(learner.parser.features, counts);
      return best;
    });
  }
  setKeys(averaged.table, keysOf(counts, bits, fewest));
  const chance = chanceFrom(seed);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, chance);
    for (const { sentence, gold } of order) {
      loadTagged(learner.frame, sentence, lookups);
      overMoves(learner, gold, (found, best, isWrong) => learn(learner, { found, best, isWrong }));
    }
  }
  return averaged.average();
}

/** Loads a sentence with the tags given with it. */
export function loadTagged(frame: Frame, { words, tags }: ParsedSentence, lookups: Lookups): void {
  frame.load(words, lookups, 0, words.length);
  frame.tags.set(tags, PAD);
}

interface Learner {
  readonly averaged: AveragedTable;
  readonly parser: Parser;
  readonly frame: Frame;
}

function learn({ averaged, parser }: Learner, move: { found: number; best: number; isWrong: boolean }): number {
  averaged.tick();
  if (!move.isWrong) return move.found;
  const ids = keyedIds(averaged.table, parser.features);
  averaged.add(ids, move.best, 1);
  averaged.add(ids, move.found, -1);
  return move.found;
}

/** Walks through a sentence; `next` tells which move to take, knowing the likeliest and the best of those that cost least. */
function overMoves(
  { parser, frame }: Learner,
  gold: Int32Array,
  next: (found: number, best: number, isWrong: boolean) => number,
): void {
  const { state, scores } = parser;
  const costs = new Int32Array(MOVES);
  state.start(frame);
  while (!state.isOver) {
    const { forced } = state;
    if (forced !== 0) {
      state.apply(forced);
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
    state.apply(next(found, best, (costs[found] ?? 0) > (costs[best] ?? 0)));
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
