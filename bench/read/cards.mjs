import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../measure/machine.mjs';

/** How cards name the sets. */
const SETS = [
  [/polnear/i, 'attribution'],
  [/muc/i, 'muc'],
  [/hrds/i, 'hrdsattack'],
  [/humanrights/i, 'humanrights'],
  [/units|security force|sfm/i, 'units'],
  [/^ud\b/i, 'ud'],
];

/** What is asked of figures in cross-validation, by words of their measures. */
const ASKED = [
  ['attribution', /^source.*exact F1/i, 77],
  ['attribution', /^cue.*exact F1/i, 71],
  ['attribution', /^content.*exact F1/i, 65],
  ['attribution', /^whole.*F1/i, 60],
  ['muc', /micro F1|F1 of all roles/i, 50],
  ['muc', /F1 of (?:PerpInd|PerpOrg|Target|Victim|Weapon)/, 40],
  ['hrdsattack', /violations? F1/i, 72],
  ['hrdsattack', /victim.*exact F1/i, 55],
  ['hrdsattack', /^perpetrator.*of all/i, 65],
  ['hrdsattack', /^country.*of all/i, 76],
  ['hrdsattack', /^year.*of all/i, 52],
  ['hrdsattack', /^month.*of all/i, 38],
];

const setOf = (named) => SETS.find(([pattern]) => pattern.test(named))?.[1] ?? named;

/** Sets with one part only: where a model was trained on it, its figures tell what was learnt, not what will be found. */
const UNDIVIDED = ['units', 'humanrights'];

/**
 * What the cards beside the weights say: `folds`, cross-validated figures `{ set, model, part, measure, value, atLeast }`, found
 * on texts that training had held back (the other parts are measured here); `learnt`, sets measured on what was trained on.
 */
export function modelCards() {
  const folder = join(ROOT, 'resources', 'models');
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];
  const cards = files.toSorted().map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
  return {
    folds: cards.flatMap(({ name, figures }) => figures.filter(({ part }) => /fold/i.test(part)).map(foldOf(name))),
    learnt: UNDIVIDED.filter((set) => cards.some(({ data }) => data.some((one) => setOf(one.set) === set))),
  };
}

const foldOf = (model) => (figure) => {
  const { part, measure, value } = figure;
  const set = setOf(figure.set);
  const asked = ASKED.find(([one, pattern]) => one === set && pattern.test(measure));
  return { set, model, part, measure, value, atLeast: asked?.[2] ?? null };
};
