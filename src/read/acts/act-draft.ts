import type { Modality, Violation } from '../../domain/vocabulary.ts';
import type { Voiced } from '../figures/figure-voice.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { Setting } from '../figures/setting.ts';

/** An act on its way; phrases are token ranges. */
export interface ActDraft {
  readonly violation: Violation;
  readonly trigger: NounPhrase;
  /** Index into `View.sentences`. */
  readonly sentence: number;
  readonly victims: readonly NounPhrase[];
  readonly perpetrators: readonly NounPhrase[];
  readonly targets: readonly NounPhrase[];
  readonly means: readonly NounPhrase[];
  readonly modality: Modality;
  readonly voiced: Voiced;
  readonly setting: Setting;
  readonly why: readonly string[];
}
