import { mix } from '../model/hash.ts';

/** No choice has more features. */
const MOST = 64;

/** The hashes of the features of one choice, reused for the next: a `FeatureList` that need not tell its reasons. */
export class Hashes {
  readonly ids = new Int32Array(MOST);
  count = 0;

  clear(): void {
    this.count = 0;
  }

  /** A feature of `template` made of up to three values. */
  add(template: number, a: number, b = 0, c = 0): void {
    this.ids[this.count] = mix(template, a, b, c);
    this.count += 1;
  }
}
