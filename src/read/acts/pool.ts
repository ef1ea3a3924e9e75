import type { FeatureList } from '../model/feature-list.ts';

const SLOTS = 2 ** 15;
const FULL = SLOTS / 2;

/** Writes features into a list, each once: evidence of several places is pooled, not added up. */
export class Pool {
  readonly #ids = new Int32Array(SLOTS);
  readonly #rounds = new Int32Array(SLOTS);
  #round = 0;
  #into: FeatureList | null = null;

  begin(into: FeatureList): void {
    into.clear();
    this.#into = into;
    this.#round += 1;
  }

  add(template: number, a = 0, b = 0, c = 0): void {
    const into = this.#into;
    if (into === null || into.count > FULL) return;
    into.add(template, a, b, c);
    const id = into.ids[into.count - 1] ?? 0;
    let slot = id & (SLOTS - 1);
    while (this.#rounds[slot] === this.#round) {
      if (this.#ids[slot] === id) {
        into.count -= 1;
        return;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    this.#rounds[slot] = this.#round;
    this.#ids[slot] = id;
  }
}
