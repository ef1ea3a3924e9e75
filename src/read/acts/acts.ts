import type { Mention, ReadAct } from '../../domain/reading.ts';
import { spanAt, type Span } from '../../domain/span.ts';
import { fold } from '../../kit/fold.ts';
import type { ActDraft } from './act-draft.ts';
import { benchOf, type Bench } from './act-bench.ts';
import { eventWordsOf } from './event-words.ts';
import { fillersOf, fillerTables, relevanceOf, Workshop } from './fillers.ts';
import { incidentActs } from './incident-acts.ts';
import { actDrafts } from './act-drafts.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { ActsPass, Names, Syntax, View } from '../passes.ts';
import { SpanIndex } from '../text/span-index.ts';

/** Pass 8: violations as the text tells them, one record a kind of violation, victim and occasion (SPEC E27–E29). */
export const acts: ActsPass = (view, earlier) => {
  const { names, syntax } = earlier;
  const bench = benchOf(view, earlier);
  const drafts = actDrafts(bench);
  const merged = mergeActs(view, names, withFillers(bench, { names, syntax }, drafts));
  return merged.map((draft, index) => actOf(view, draft, index));
};

const shop = new Workshop();
/** Log-odds of a report of attacks, from which on the model speaks. */
const SURE_OF_GENRE = 1.5;

/** In reports of attacks the model says who has a part in them; elsewhere the rules stand alone. */
function withFillers(
  bench: Bench,
  { names, syntax }: { names: Names; syntax: Syntax },
  drafts: readonly ActDraft[],
): readonly ActDraft[] {
  const tables = fillerTables();
  if (tables === null) return drafts;
  const event = eventWordsOf(bench.view, syntax);
  const relevance = relevanceOf(event, tables, shop);
  if (relevance.genre < SURE_OF_GENRE) return drafts;
  return incidentActs({ bench, event, relevance }, drafts, fillersOf(event, names, { relevance, tables, shop }));
}

function actOf(view: View, draft: ActDraft, index: number): ReadAct {
  const spans = (phrases: readonly NounPhrase[]): Span[] => phrases.map((phrase) => spanOf(view, phrase));
  return {
    id: `a${index + 1}`,
    violation: draft.violation,
    trigger: spanOf(view, draft.trigger),
    victims: spans(draft.victims),
    perpetrators: spans(draft.perpetrators),
    targets: spans(draft.targets),
    means: spans(draft.means),
    place: draft.setting.place,
    time: draft.setting.when?.span ?? null,
    assertedBy: draft.voiced.assertedBy,
    modality: draft.modality,
    score: scoreOf(draft),
    why: [...draft.why, ...draft.voiced.why],
  };
}

const spanOf = (view: View, { first, last }: NounPhrase): Span =>
  spanAt(view.text, view.tokens[first]?.start ?? 0, view.tokens[last - 1]?.end ?? 0);

/** Roles, place and time that the words give; a sum, not a probability. */
const fullness = ({ victims, perpetrators, targets, setting, voiced }: ActDraft): number =>
  Math.min(victims.length, 2) * 2 +
  Math.min(perpetrators.length, 1) * 2 +
  Math.min(targets.length, 1) +
  (setting.place === null ? 0 : 1) +
  (voiced.assertedBy === 'author' ? 0 : 1) +
  (setting.when === null ? 0 : 1);

const scoreOf = (draft: ActDraft): number => Math.round(Math.min(0.95, 0.4 + fullness(draft) * 0.07) * 100) / 100;

/** One record a label and occasion, at its fullest mention: the same violation against the same victim in one text. */
function mergeActs(view: View, names: Names, drafts: readonly ActDraft[]): ActDraft[] {
  const kept = new Map<string, ActDraft>();
  const persons = new SpanIndex(
    names.mentions.filter(({ kind, entity }) => kind === 'person' && entity !== null),
    ({ span }) => span,
  );
  for (const draft of drafts) {
    const key = keyOf(view, persons, draft);
    const before = kept.get(key);
    if (before === undefined || fullness(draft) > fullness(before)) kept.set(key, draft);
  }
  const told = withoutHeadlines(view, [...kept.values()]);
  return told.sort((a, b) => a.trigger.first - b.trigger.first);
}

/** A headline says again what the text tells: its acts stand only where the text has none of their kind. */
function withoutHeadlines(view: View, drafts: readonly ActDraft[]): ActDraft[] {
  const inHeadline = ({ sentence }: ActDraft): boolean => {
    const kind = view.blocks[view.sentences[sentence]?.block ?? -1]?.kind;
    return kind === 'title' || kind === 'heading';
  };
  const told = new Set(drafts.filter((draft) => !inHeadline(draft)).map(({ violation }) => violation));
  return drafts.filter((draft) => !inHeadline(draft) || !told.has(draft.violation));
}

function keyOf(view: View, persons: SpanIndex<Mention>, draft: ActDraft): string {
  const who = (draft.victims.length > 0 ? draft.victims : draft.targets).map((phrase) => {
    const span = spanOf(view, phrase);
    const named = persons.touching(span.start, span.end);
    return (named.length === 1 ? named[0]?.entity : null) ?? fold(span.text).replace(/^(?:the|a|an) /, '');
  });
  const pronoun = who.length === 1 && PRONOUNS.has(who[0] ?? '');
  return [
    draft.violation,
    draft.modality === 'denied' ? 'denied' : '',
    ...who.toSorted(),
    pronoun ? draft.sentence : '',
  ].join('|');
}

/** A pronoun is somebody else in every sentence. */
const PRONOUNS = new Set(['he', 'she', 'they', 'him', 'her', 'them', 'some', 'others', 'several', 'many']);
