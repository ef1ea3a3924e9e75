import { covers } from '../../domain/span.ts';
import type { ActDraft } from './act-draft.ts';
import type { FigureDraft } from '../figures/figure-draft.ts';
import { figureDrafts } from '../figures/figure-drafts.ts';
import { linksOf } from '../figures/figure-links.ts';
import { Voices, voicesOf, type Voiced } from '../figures/figure-voice.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { ActsPass, Sentence, Syntax, View } from '../passes.ts';
import { People } from '../names/people.ts';
import { clausesOf, predicatesNear, type Clauses } from '../figures/predicates.ts';
import type { Scene } from './roles.ts';
import { Settings } from '../figures/setting.ts';

/** Predicates farther than this from each other share no roles. */
export const WINDOW = 60;

/** What the rules for acts look at. */
export interface Bench {
  readonly view: View;
  readonly syntax: Syntax;
  readonly clauses: Clauses;
  readonly people: People;
  readonly voices: Voices;
  readonly settings: Settings;
  /** The voice of each count, by its draft: a counted victim keeps the voice of its count. */
  readonly countVoices: ReadonlyMap<FigureDraft, Voiced>;
}

export function benchOf(view: View, { names, said, syntax }: Parameters<ActsPass>[1]): Bench {
  const drafts = figureDrafts(view, names);
  const voices = new Voices(view, said);
  const voiced = voicesOf(view, voices, drafts, linksOf(view, drafts));
  return {
    view,
    syntax,
    clauses: clausesOf(view),
    people: new People(view, names, drafts),
    voices,
    settings: new Settings(view, names),
    countVoices: new Map(
      drafts.flatMap((draft, at) => (voiced[at] === undefined ? [] : [[draft, voiced[at]] as const])),
    ),
  };
}

export function sceneAt({ view, clauses }: Bench, sentence: Sentence, at: number): Scene {
  const near: readonly [number, number] = [
    Math.max(sentence.firstToken, at - WINDOW),
    Math.min(sentence.lastToken, at + WINDOW),
  ];
  return {
    tokens: view.tokens,
    classes: clauses.classes,
    sentence,
    predicates: predicatesNear(clauses.predicates, near),
  };
}

export type Unplaced = Omit<ActDraft, 'setting'>;

export function finish(bench: Bench, draft: Unplaced): ActDraft {
  const trigger = unitsOf(bench, draft.trigger);
  const within = draft.voiced.statement?.content.find((span) => covers(span, trigger)) ?? null;
  return { ...draft, setting: bench.settings.of({ ...draft.trigger, sentence: draft.sentence }, within) };
}

export const unitsOf = ({ view }: Bench, { first, last }: NounPhrase): { start: number; end: number } => ({
  start: view.tokens[first]?.start ?? 0,
  end: view.tokens[last - 1]?.end ?? 0,
});
export const wordsOf = (bench: Bench, phrase: NounPhrase): string => {
  const { start, end } = unitsOf(bench, phrase);
  return bench.view.text.slice(start, end);
};
