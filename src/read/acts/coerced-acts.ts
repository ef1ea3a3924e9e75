import type { Violation } from '../../domain/vocabulary.ts';
import { finish, sceneAt, unitsOf, wordsOf, type Bench } from './act-bench.ts';
import type { ActDraft } from './act-draft.ts';
import { phraseAfter } from './noun-phrase.ts';
import type { Sentence } from '../passes.ts';
import type { Clauses, Predicate } from '../figures/predicates.ts';
import { subjectOf } from './roles.ts';

/**
 * "an officer was forced to …": who is forced is a victim and never proposed as a perpetrator, and so is whom it is done to (SPEC E29).
 */
export function coercedDrafts(bench: Bench): ActDraft[] {
  const { view, clauses } = bench;
  const table = clauses.words;
  return view.sentences.flatMap((sentence, index) => {
    const found: ActDraft[] = [];
    for (let at = sentence.firstToken; at + 2 < sentence.lastToken; at += 1) {
      if (
        !table.coercions.has(view.tokens[at]?.lower ?? '') ||
        view.tokens[at + 1]?.lower !== 'to' ||
        !isPassive(clauses, at)
      )
        continue;
      const hit = table.coercedActs.at(view.tokens, at + 2);
      const violation = hit === undefined ? null : table.violationOf(hit.value);
      if (hit === undefined || violation === null) continue;
      const draft = coercedDraft(bench, { sentence, index, at, last: at + 2 + hit.length }, violation);
      if (draft !== null) found.push(draft);
    }
    return found;
  });
}

function isPassive({ classes }: Clauses, at: number): boolean {
  let before = at - 1;
  while (classes[before] === 'adverb') before -= 1;
  return classes[before] === 'be';
}

interface Coercion {
  readonly sentence: Sentence;
  readonly index: number;
  readonly at: number;
  readonly last: number;
}

function coercedDraft(bench: Bench, { sentence, index, at, last }: Coercion, violation: Violation): ActDraft | null {
  const scene = sceneAt(bench, sentence, at);
  const { classes, tokens } = scene;
  let groupFirst = at;
  while (groupFirst > sentence.firstToken && ['be', 'adverb', 'have'].includes(classes[groupFirst - 1] ?? ''))
    groupFirst -= 1;
  const forced = subjectOf(scene, {
    first: at,
    last: at + 1,
    groupFirst,
    form: 'passive',
    sentence: index,
    unreal: false,
    negated: false,
    trigger: COERCED,
  });
  if (forced === null || !bench.people.arePeople(forced, false)) return null;
  const other = ON.has(tokens[last]?.lower ?? '') ? phraseAfter(scene, last + 1, sentence.lastToken) : null;
  const victims = other !== null && bench.people.arePeople(other, false) ? [forced, other] : [forced];
  const trigger = { first: at, last };
  const voiced = bench.voices.voiceAt(unitsOf(bench, trigger));
  const doubted = tokens.slice(groupFirst, last).some(({ lower }) => bench.clauses.words.doubt.has(lower));
  const why = [`“${wordsOf(bench, trigger)}”: who is forced to act is a victim`];
  return finish(bench, {
    violation,
    trigger,
    sentence: index,
    victims,
    perpetrators: [],
    targets: [],
    means: [],
    modality: doubted ? 'alleged' : 'asserted',
    voiced,
    why,
  });
}

const ON = new Set(['with', 'on', 'upon', 'at']);

const COERCED: Predicate['trigger'] = {
  sort: 'coerce',
  violation: null,
  about: null,
  intransitive: false,
  forms: new Set(['participle'] as const),
  plural: false,
};
