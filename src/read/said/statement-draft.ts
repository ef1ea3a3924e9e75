import type { Stretch } from './content.ts';
import type { Frame } from './frames.ts';

/** A statement before nesting, names and ids: stretches of the text and the rule that found them. */
export interface Draft {
  readonly content: readonly Stretch[];
  readonly cue: Stretch | null;
  readonly source: Stretch | null;
  /** Name carried over from another statement, where no source stands in the sentence. */
  readonly carried: Draft | null;
  readonly direct: boolean;
  readonly via: readonly Stretch[];
  /** What the voice itself refers to (`referring to the video`): upstream of what it reports, no link after it. */
  readonly upstream: readonly Stretch[];
  /** Whether it passes on the statements inside it: who rejects a claim does not report it. */
  readonly relays: boolean;
  readonly frame: Frame;
  /** Names of rules, or what spoke loudest for it. */
  readonly why: readonly string[];
  readonly score: number;
}

/** What a rule finds; the rest is filled in. */
export type Finding = Pick<Draft, 'content' | 'source' | 'direct' | 'score'> & { readonly rule: string };
