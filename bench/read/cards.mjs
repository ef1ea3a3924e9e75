import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../measure/machine.mjs';

/** How cards name the sets. */
const SETS = [
  [/polnear/i, 'attribution'],
  [/muc/i, 'muc'],
  [/hrds/i, 'hrdsattack'],
  [/humanrights/i, 'humanrights'],
  [/units|security force/i, 'units'],
  [/^ud\b/i, 'ud'],
];

/** What is asked of figures in cross-validation, by words of their measures. */
const ASKED = [
  ['muc', /micro/i, 50],
  ['hrdsattack', /violation/i, 72],
  ['hrdsattack', /victim.*exact/i, 55],
  ['hrdsattack', /perpetrator type|kind of perpetrator/i, 65],
  ['hrdsattack', /country.*(?:lenient|any of its names)/i, 76],
  ['hrdsattack', /year/i, 52],
  ['hrdsattack', /month/i, 38],
];

/**
 * Cross-validated figures of the cards beside the weights: what training found on texts that it had held back. The other
 * parts are measured here. Gives `{ set, model, part, measure, value, atLeast }`.
 */
export function foldFigures() {
  const folder = join(ROOT, 'resources', 'models');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')))
    .flatMap(({ name, figures }) => figures.map((figure) => ({ ...figure, model: name })))
    .filter(({ part }) => /fold|cross/i.test(part))
    .map(({ set: named, model, part, measure, value }) => {
      const set = SETS.find(([pattern]) => pattern.test(named))?.[1] ?? named;
      const asked = ASKED.find(([one, pattern]) => one === set && pattern.test(measure));
      return { set, model, part, measure, value, atLeast: asked?.[2] ?? null };
    });
}
