import { Hashes } from './hashes.ts';
import { LONGEST, PAD, type Frame } from './frame.ts';
import { bestOf, scoreKeyed, scoresFor, type Scores, type KeyedTable } from './keyed-table.ts';
import { labelFeatures } from './label-features.ts';
import { ROOT } from './parse-state.ts';
import { arcContext, type Sure } from './sure.ts';
import { FINE_TAGS, RELATIONS } from './tagset.ts';

const PLACES = LONGEST + 2 * PAD;
const FIRST_AUXILIARY = FINE_TAGS.indexOf('AUX.MD');
const LAST_AUXILIARY = FINE_TAGS.indexOf('AUX.PART');
const ROOT_RELATION = RELATIONS.indexOf('root');

/** Names the arcs of a tree, from left to right. */
export class Labeller {
  readonly tree = {
    heads: new Int32Array(PLACES),
    first: new Int32Array(PLACES),
    auxiliary: new Int32Array(PLACES),
    sibling: new Int32Array(PLACES),
    relations: new Uint8Array(PLACES),
  };
  readonly #last = new Int32Array(PLACES);
  readonly #table: KeyedTable;
  /** What the last choice was made by. */
  readonly features = new Hashes();
  readonly #scores: Scores;

  readonly #sure: Sure;

  constructor(table: KeyedTable, sure: Sure) {
    this.#table = table;
    this.#sure = sure;
    this.#scores = scoresFor(table);
  }

  /** Writes the relations of the frame's tokens into `tree.relations`. */
  label(frame: Frame, heads: Int32Array): void {
    this.start(frame, heads);
    for (let at = PAD; at < PAD + frame.length; at += 1) {
      const known = this.known(frame, at);
      this.tree.relations[at] = known === 0 ? this.choose(frame, at) : known;
    }
  }

  /** The relation that needs no choice, 0 for none. */
  known(frame: Frame, place: number): number {
    if (this.tree.heads[place] === ROOT) return ROOT_RELATION;
    return this.#sure(arcContext(frame, this.tree, place));
  }

  start({ length, tags }: Frame, heads: Int32Array): void {
    const { tree } = this;
    for (let at = 0; at < length + 2 * PAD; at += 1) {
      tree.heads[at] = heads[at] ?? 0;
      tree.first[at] = 0;
      tree.auxiliary[at] = 0;
      tree.relations[at] = 0;
      this.#last[at] = 0;
    }
    for (let at = PAD; at < PAD + length; at += 1) {
      const head = heads[at] ?? ROOT;
      tree.sibling[at] = this.#last[head] ?? 0;
      this.#last[head] = at;
      if (head < at) continue;
      if (tree.first[head] === 0) tree.first[head] = at;
      const tag = tags[at] ?? 0;
      if (tag >= FIRST_AUXILIARY && tag <= LAST_AUXILIARY) tree.auxiliary[head] = at;
    }
  }

  choose(frame: Frame, place: number): number {
    labelFeatures(frame, this.tree, place, this.features);
    scoreKeyed(this.#table, this.features, this.#scores);
    return bestOf(this.#scores);
  }
}
