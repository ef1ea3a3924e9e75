import { FeatureList } from '../model/feature-list.ts';
import { highest, type Table } from '../model/table.ts';
import { LONGEST, PAD, type Frame } from './frame.ts';
import { scoreKeyed } from './keyed-table.ts';
import { labelFeatures } from './label-features.ts';
import { ROOT } from './parse-state.ts';
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
  readonly #table: Table;
  /** What the last choice was made by. */
  readonly features = new FeatureList(32);
  readonly #scores: Float64Array;

  constructor(table: Table) {
    this.#table = table;
    this.#scores = new Float64Array(table.width);
  }

  /** Writes the relations of the frame's tokens into `tree.relations`. */
  label(frame: Frame, heads: Int32Array): void {
    this.start(frame, heads);
    for (let at = PAD; at < PAD + frame.length; at += 1)
      this.tree.relations[at] = heads[at] === ROOT ? ROOT_RELATION : this.choose(frame, at);
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
    return highest(this.#scores, this.#table.width);
  }
}
