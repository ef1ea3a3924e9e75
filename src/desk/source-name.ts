import { neutralName } from '../preserve/neutral-name.ts';
import type { FoundSource } from '../storage/questions/sources.ts';

/** A source under its neutral name: kind and date, never words of it. */
export function sourceName({ state, published }: FoundSource): string {
  return neutralName({
    mediaType: state.mediaType,
    pages: null,
    published,
    taken: state.foundAt[0]?.decision.at ?? '',
  });
}
