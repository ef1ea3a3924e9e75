import { Hashes } from './hashes.ts';
import { PAD, type Frame } from './frame.ts';
import { bestOf, scoreKeyed, scoresFor, type Scores, type KeyedTable } from './keyed-table.ts';
import { sureTagOf } from './lexicon.ts';
import { tagFeatures } from './tag-features.ts';

/** A greedy tagger: each token's tag by its words and the tags on its left. */
export class Tagger {
  readonly #table: KeyedTable;
  /** What the last choice was made by. */
  readonly features = new Hashes();
  readonly #scores: Scores;

  constructor(table: KeyedTable) {
    this.#table = table;
    this.#scores = scoresFor(table);
  }

  /** Writes the fine tags of the frame's sentence into it. */
  tag(frame: Frame): void {
    const { length, tags, entry } = frame;
    for (let at = 0; at < length; at += 1) {
      const sure = sureTagOf(entry[at + PAD] ?? 0);
      tags[at + PAD] = sure === 0 ? this.choose(frame, at) : sure;
    }
  }

  choose(frame: Frame, at: number): number {
    tagFeatures(frame, at, this.features);
    scoreKeyed(this.#table, this.features, this.#scores);
    return bestOf(this.#scores);
  }
}
