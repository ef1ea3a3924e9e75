import { namedFrom } from '../names/names.ts';
import type { NamesPass, View } from '../passes.ts';
import { joinInflected } from './entities.ts';
import type { Draft } from '../names/name-draft.ts';
import { scanNames } from './name-scan.ts';
import { sceneOf } from './scene.ts';

/** Pass: persons, bodies, places and roles of a language that tells case by endings (SPEC E3, E5), and dates. */
export const inflectedNames: NamesPass = (view) => {
  const scene = sceneOf(view);
  return namedFrom(view, withAcronyms(view, scanNames(scene)), (drafts) => joinInflected(scene, drafts));
};

/** «Комиссия по правам человека (КПЧ)»: what stands in brackets right after a body is its acronym. */
const withAcronyms = ({ tokens }: View, drafts: readonly Draft[]): Draft[] =>
  drafts.map((draft, at) => {
    const before = drafts[at - 1];
    const follows = before?.kind === 'organization' && before.last === draft.first - 1;
    const bracketed = follows && tokens[draft.first - 1]?.text === '(' && tokens[draft.first]?.shape === 'upper';
    return bracketed ? { ...draft, kind: 'organization', acronymOf: before } : draft;
  });
