import { Hashes } from './hashes.ts';
import type { Frame } from './frame.ts';
import { scoreKeyed, scoresFor, type Scores, type KeyedTable } from './keyed-table.ts';
import { parseFeatures } from './parse-features.ts';
import { Move, ParseState } from './parse-state.ts';
import { moveContext, type Sure } from './sure.ts';

/** A greedy parser: one move after the other, heads without relations. */
export class Parser {
  readonly state = new ParseState();
  /** What the last choice was made by, and the scores of the moves. */
  readonly features = new Hashes();
  readonly scores: Scores;
  readonly #table: KeyedTable;

  readonly #sure: Sure;

  constructor(table: KeyedTable, sure: Sure) {
    this.#table = table;
    this.#sure = sure;
    this.scores = scoresFor(table);
  }

  /** Finds the heads of the frame's sentence: `state.heads`, by places of the frame. */
  parse(frame: Frame): void {
    const { state } = this;
    state.start(frame);
    while (!state.isOver) {
      const known = this.known(frame);
      state.apply(known === 0 ? this.choose(frame) : known);
    }
  }

  /** The move that needs no choice, 0 for none. */
  known(frame: Frame): number {
    const { forced } = this.state;
    return forced === 0 ? this.#sure(moveContext(frame, this.state)) : forced;
  }

  choose(frame: Frame): number {
    const { state, scores, features } = this;
    parseFeatures(frame, state, features);
    scoreKeyed(this.#table, features, scores);
    const shift = scores[Move.shift] ?? 0;
    const left = scores[Move.left] ?? 0;
    const right = scores[Move.right] ?? 0;
    if (state.mayRight && right > left && right > shift) return Move.right;
    return left > shift ? Move.left : Move.shift;
  }
}
