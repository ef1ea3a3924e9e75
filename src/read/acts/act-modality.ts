import type { Modality } from '../../domain/vocabulary.ts';
import { unitsOf, WINDOW, type Bench } from './act-bench.ts';
import type { Voiced } from '../figures/figure-voice.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { Predicate } from '../figures/predicates.ts';
import type { Scene } from './roles.ts';

/** A count's own voice reaches further than its sentence: it may be carried over. */
export function voiceOf(bench: Bench, trigger: NounPhrase, victims: readonly NounPhrase[]): Voiced {
  const own = bench.voices.voiceAt(unitsOf(bench, trigger));
  if (own.assertedBy !== 'author') return own;
  const counted = victims
    .flatMap((phrase) => bench.people.countsIn(phrase))
    .map((draft) => bench.countVoices.get(draft));
  return counted.find((voiced) => voiced !== undefined && voiced.inferred) ?? own;
}

/** "if this is happening": a condition says nothing happened. */
export function isConditional({ tokens, sentence }: Scene, at: number): boolean {
  for (let before = Math.max(sentence.firstToken, at - WINDOW); before < at; before += 1) {
    if (CONDITIONS.has(tokens[before]?.lower ?? '')) return true;
  }
  return false;
}

const CONDITIONS = new Set(['if', 'whether', 'unless']);

/** Null: denied by nobody, which is no act. */
export function modalityOf(bench: Bench, scene: Scene, predicate: Predicate, voiced: Voiced): Modality | null {
  const { words: table } = bench.clauses;
  const cue = (voiced.statement?.cue?.text ?? '').toLowerCase().split(/\s+/);
  if (predicate.trigger.sort === 'threaten')
    return scene.tokens[predicate.last]?.lower === 'to' ? 'threatened' : 'asserted';
  const denied = cue.some((word) => table.denials.has(word));
  if (predicate.negated) return voiced.assertedBy === 'author' ? null : 'denied';
  if (denied) return 'denied';
  const around = scene.tokens.slice(
    Math.max(scene.sentence.firstToken, predicate.groupFirst - 3),
    Math.min(scene.sentence.lastToken, predicate.last + 2),
  );
  const doubted = around.some(({ lower }) => table.doubt.has(lower)) || cue.some((word) => table.claims.has(word));
  return doubted || accused(scene, predicate, table.claims) || isHearsay(scene, predicate, table.hearsay)
    ? 'alleged'
    : 'asserted';
}

/** "accused the army of torturing": what stands behind is alleged. */
function accused({ tokens, sentence }: Scene, { first }: Predicate, claims: ReadonlySet<string>): boolean {
  if (tokens[first - 1]?.lower !== 'of') return false;
  return tokens.slice(Math.max(sentence.firstToken, first - 14), first).some(({ lower }) => claims.has(lower));
}

/** How far before a deed the noun that tells of it may stand: "reports of beatings and torture". */
const HEARD = 6;

/** "reports of torture", "allegations of rape": what is told of is not said to have been done. */
function isHearsay(
  { tokens, classes, sentence }: Scene,
  { first, form }: Predicate,
  hearsay: ReadonlySet<string>,
): boolean {
  if (form !== 'noun') return false;
  for (let at = first - 1; at > Math.max(sentence.firstToken, first - HEARD); at -= 1) {
    if (tokens[at]?.lower === 'of' && hearsay.has(tokens[at - 1]?.lower ?? '')) return true;
    if (classes[at] === 'verb' || classes[at] === 'be') return false;
  }
  return false;
}
