import { mix } from './hash.ts';

/**
 * The features of one decision, written in the order of their templates and reused for the next: nothing is allocated
 * in the hot loop. Values are 1 unless `addValue` says otherwise.
 */
export class FeatureList {
  /** Hashes of the features, the first `count` of them valid. */
  ids: Int32Array;
  /** Template number of each feature: what `why` is told by. */
  templates: Uint16Array;
  /** Weight of each feature, 1 for plain ones; `null` while all are plain. */
  values: Float32Array | null = null;
  count = 0;

  constructor(capacity = 128) {
    this.ids = new Int32Array(capacity);
    this.templates = new Uint16Array(capacity);
  }

  clear(): void {
    this.count = 0;
  }

  /** A feature of `template` (a small whole number of the task's own) made of up to three values. */
  add(template: number, a = 0, b = 0, c = 0): void {
    if (this.count === this.ids.length) this.#grow();
    this.ids[this.count] = mix(template, a, b, c);
    this.templates[this.count] = template;
    if (this.values !== null) this.values[this.count] = 1;
    this.count += 1;
  }

  /** A feature with a value, such as the weight of a word in a document; `id` comes from `mix`. */
  addValue(template: number, id: number, value: number): void {
    if (this.count === this.ids.length) this.#grow();
    if (this.values === null) this.values = new Float32Array(this.ids.length).fill(1);
    this.ids[this.count] = id;
    this.templates[this.count] = template;
    this.values[this.count] = value;
    this.count += 1;
  }

  /** A copy of the hashes, for training. */
  take(): Int32Array {
    return this.ids.slice(0, this.count);
  }

  #grow(): void {
    const ids = new Int32Array(this.ids.length * 2);
    ids.set(this.ids);
    const templates = new Uint16Array(ids.length);
    templates.set(this.templates);
    this.ids = ids;
    this.templates = templates;
    if (this.values === null) return;
    const values = new Float32Array(ids.length).fill(1);
    values.set(this.values);
    this.values = values;
  }
}
