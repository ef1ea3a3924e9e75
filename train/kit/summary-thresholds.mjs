// Thresholds of the summary of a whole text, set on scores of texts that the tables did not learn from.
import { namedVictims } from './summary-figures.mjs';
import { VIOLATIONS } from './summary-questions.mjs';

/** Below every score: always answered. */
const NONE = -1e9;
/** Figures nearer than this are equal: the sets are small. */
const EQUAL = 0.004;

/** Thresholds that give the best figures on scores of texts that the tables did not learn from. */
export function thresholdsOf(scored) {
  const numbers = {
    violations: VIOLATIONS.map(() => 0),
    victims: [0],
    countries: [NONE],
    years: [NONE],
    months: [NONE],
    days: [0],
    cities: [0],
    regions: [0],
  };
  const f1 = (pick) => {
    let hit = 0,
      said = 0,
      gold = 0;
    for (const one of scored) {
      const found = pick(one);
      const right = one.gold.violations;
      hit += found.filter((label) => right.includes(label)).length;
      said += found.length;
      gold += right.length;
    }
    return (2 * hit) / (said + gold);
  };
  const labels =
    (limits) =>
    ({ scores }) => {
      const over = (scores.violations?.[0] ?? [0]).map((score, at) => score - limits[at]);
      const found = VIOLATIONS.filter((label, at) => label !== 'unknown' && over[at] >= 0);
      return found.length > 0 ? found : [VIOLATIONS[over.indexOf(Math.max(...over))]];
    };
  const tries = Array.from({ length: 31 }, (_, n) => -2 + n * 0.1).map((limit) => [
    f1(labels(VIOLATIONS.map(() => limit))),
    limit,
  ]);
  const best = Math.max(...tries.map(([value]) => value));
  numbers.violations.fill(tries.findLast(([value]) => value >= best - EQUAL)[1]);
  const people = scored.flatMap(({ scores, questions }) =>
    (scores.victims ?? []).map(([score], at) => [score, questions.tasks.victims[at].targets[0]]),
  );
  const gold = scored.reduce((n, one) => n + namedVictims(one.gold).length, 0);
  numbers.victims[0] = bestLimit(people, (hit, said) => (2 * hit) / (said + gold));
  for (const task of ['cities', 'regions', 'days', 'months']) {
    const tops = scored.flatMap(({ scores, questions }) => {
      const best = (scores[task] ?? [])
        .map(([score], at) => [score, questions.tasks[task][at].targets[0]])
        .sort((a, b) => b[0] - a[0])[0];
      return best
        ? [[...best, questions.tasks[task].some(({ targets }) => targets[0]) || goldHas(questions.gold, task)]]
        : [];
    });
    // right answers and right silences
    const limits = [NONE, ...tops.map(([score]) => score)].sort((a, b) => a - b);
    let most = -1;
    for (const limit of limits) {
      const right = tops.filter(([score, hit, has]) => (score >= limit ? hit : !has)).length;
      if (right > most) [most, numbers[task][0]] = [right, limit];
    }
  }
  return numbers;
}
export const goldHas = (gold, task) =>
  ({ cities: gold.city, regions: gold.region, days: gold.day, months: gold.month })[task] !== null;

/** The highest limit that is as good as the best: a person named a victim who is none is the worse mistake. */
function bestLimit(scored, value) {
  const sorted = scored.toSorted((a, b) => b[0] - a[0]);
  let [hit, said] = [0, 0];
  const values = sorted.map(([score, right]) => {
    said += 1;
    hit += right;
    return [value(hit, said), score];
  });
  const best = Math.max(...values.map(([reached]) => reached));
  return values.find(([reached]) => reached >= best - EQUAL)[1];
}
