import type { Standing } from '../../domain/vocabulary.ts';
import type { FigureDraft } from './figure-draft.ts';
import type { Voiced } from './figure-voice.ts';
import type { Clauses } from './predicates.ts';
import type { Token, View } from '../passes.ts';
import { tokensOf } from '../text/tokens.ts';

/** In what standing a count is given; `plain` where no words say (SPEC E25). */
export function standingOf(view: View, { words, classes }: Clauses, draft: FigureDraft, voiced: Voiced): Standing {
  const { governed, number, noun } = draft;
  const predicate = governed?.predicate;
  if (draft.about === 'charged' && predicate?.unreal !== true) return 'charged';
  const cue = cueOf(voiced);
  const near = cue.filter(({ lower }) => words.recognises.has(lower) || words.confirms.has(lower));
  for (let at = Math.max(0, number.phraseFirst - BEFORE); at < noun.to + AFTER; at += 1) {
    const token = view.tokens[at];
    const inside = at >= number.phraseFirst && at < noun.to;
    if (token !== undefined && !inside && isDone(view.tokens, classes, at)) near.push(token);
  }
  if (near.some(({ lower }) => words.recognises.has(lower))) return 'recognised';
  if (near.some(({ lower }) => words.confirms.has(lower))) return 'confirmed';
  if (cue.some(({ lower }) => words.claims.has(lower))) return 'alleged';
  if (predicate === undefined) return 'plain';
  for (let at = Math.max(0, predicate.groupFirst - 2); at <= predicate.last; at += 1)
    if (words.doubt.has(view.tokens[at]?.lower ?? '')) return 'alleged';
  return 'plain';
}

/** "admitted only 87 victims", "44 deaths were confirmed" */
const BEFORE = 4;
const AFTER = 4;

/** What is refused or not done gives no standing: "refused to admit", "did not confirm". */
function isDone(tokens: readonly Token[], classes: Clauses['classes'], at: number): boolean {
  return tokens[at - 1]?.lower !== 'to' && classes[at - 1] !== 'negation';
}

/** The reporting words, when the voice stands in the count's own sentence. */
function cueOf({ inferred, statement }: Voiced): Token[] {
  return inferred || statement === null || statement.cue === null ? [] : tokensOf(statement.cue.text);
}
