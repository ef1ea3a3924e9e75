// Logistic regression with an L2 penalty, solved to its optimum by L-BFGS (Liu and Nocedal 1989): for sets too small to learn from step by step.
import { emptyTable } from '../../dist/read/model/table.js';

const MEMORY = 8;

/**
 * @param {{features: Int32Array, values: Float32Array | null, targets: number[], importance?: number}[]} examples
 * @param {{bits: number, width: number, penalty: number, least?: number, rounds?: number}} training
 *   `least`: features of fewer examples are left out
 * @returns a table as `trainLogistic` gives, the same for the same examples
 */
export function trainRidge(examples, { bits, width, penalty, least = 1, rounds = 40 }) {
  const table = emptyTable(bits, width);
  const rows = packed(examples, bits, least);
  for (let outcome = 0; outcome < width; outcome += 1) {
    const signs = examples.map(({ targets }) => (targets[outcome] ? 1 : -1));
    const asked = { rows: rows.rows, signs, penalty };
    const weights = solved(rows.cells.length, (at, slope) => lossAt(asked, at, slope), rounds);
    for (const [at, cell] of rows.cells.entries()) table.cells[cell * width + outcome] = weights[at];
  }
  return table;
}

/**
 * The same for choices: of the examples of a group one is right, or none is and the group teaches nothing. Scores compare
 * within a group only.
 * @param {{features: Int32Array, values: Float32Array | null, targets: number[]}[][]} groups
 */
export function trainChoice(groups, { bits, penalty, least = 1, rounds = 40 }) {
  const taught = groups.filter((group) => group.length > 1 && group.some(({ targets }) => targets[0]));
  const table = emptyTable(bits, 1);
  const packedRows = packed(taught.flat(), bits, least);
  const asked = { groups: [], penalty };
  let from = 0;
  for (const group of taught) {
    asked.groups.push({
      rows: packedRows.rows.slice(from, from + group.length),
      right: group.findIndex(({ targets }) => targets[0]),
    });
    from += group.length;
  }
  const weights = solved(packedRows.cells.length, (at, slope) => choiceLoss(asked, at, slope), rounds);
  for (const [at, cell] of packedRows.cells.entries()) table.cells[cell] = weights[at];
  return table;
}

function choiceLoss({ groups, penalty }, weights, slope) {
  let loss = startOf(penalty, weights, slope);
  for (const { rows, right } of groups) {
    const scores = rows.map(({ ids, values }) => {
      let score = 0;
      for (let at = 0; at < ids.length; at += 1) score += weights[ids[at]] * values[at];
      return score;
    });
    const top = Math.max(...scores);
    const parts = scores.map((score) => Math.exp(score - top));
    const sum = parts.reduce((total, part) => total + part, 0);
    loss += Math.log(sum) + top - scores[right];
    for (const [row, { ids, values }] of rows.entries()) {
      const pull = parts[row] / sum - (row === right ? 1 : 0);
      for (let at = 0; at < ids.length; at += 1) slope[ids[at]] += pull * values[at];
    }
  }
  return loss;
}

/** The penalty and its slope: where every loss starts. */
function startOf(penalty, weights, slope) {
  let loss = 0;
  for (let at = 0; at < weights.length; at += 1) {
    loss += 0.5 * penalty * weights[at] * weights[at];
    slope[at] = penalty * weights[at];
  }
  return loss;
}

/** Features by their place among those that occur in `least` examples; equal cells of one example added up. */
function packed(examples, bits, least) {
  const mask = 2 ** bits - 1;
  const counts = new Int32Array(mask + 1);
  const summed = examples.map(({ features, values, importance = 1 }) => {
    const sums = new Map();
    for (let at = 0; at < features.length; at += 1) {
      const cell = features[at] & mask;
      sums.set(cell, (sums.get(cell) ?? 0) + (values?.[at] ?? 1));
    }
    for (const cell of sums.keys()) counts[cell] += 1;
    return { sums, importance };
  });
  const places = new Int32Array(mask + 1).fill(-1);
  const cells = [...counts.keys()].filter((cell) => counts[cell] >= least);
  for (const [place, cell] of cells.entries()) places[cell] = place;
  const rows = summed.map(({ sums, importance }) => {
    const kept = [...sums].filter(([cell]) => places[cell] >= 0);
    return {
      ids: Int32Array.from(kept, ([cell]) => places[cell]),
      values: Float64Array.from(kept, ([, value]) => value),
      importance,
    };
  });
  return { rows, cells };
}

/** The weights of least loss; `lossAt` writes its slope into the second array. */
function solved(size, lossAt, rounds) {
  let weights = new Float64Array(size);
  let slope = new Float64Array(size);
  let loss = lossAt(weights, slope);
  const past = [];
  for (let round = 0; round < rounds; round += 1) {
    const way = direction(slope, past);
    const fall = dot(way, slope);
    let step = round === 0 ? 1 / Math.max(1, Math.sqrt(dot(slope, slope))) : 1;
    let next, nextSlope, nextLoss;
    for (let tries = 0; ; tries += 1) {
      next = weights.map((weight, at) => weight + step * way[at]);
      nextSlope = new Float64Array(size);
      nextLoss = lossAt(next, nextSlope);
      if (nextLoss <= loss + 1e-4 * step * fall || tries > 30) break;
      step /= 2;
    }
    const moved = next.map((weight, at) => weight - weights[at]);
    const turned = nextSlope.map((value, at) => value - slope[at]);
    if (dot(moved, turned) > 1e-12) past.push({ moved, turned });
    if (past.length > MEMORY) past.shift();
    const gained = loss - nextLoss;
    [weights, slope, loss] = [next, nextSlope, nextLoss];
    if (gained < 1e-5 * Math.abs(loss)) break;
  }
  return weights;
}

function lossAt({ rows, signs, penalty }, weights, slope) {
  let loss = startOf(penalty, weights, slope);
  for (const [row, { ids, values, importance }] of rows.entries()) {
    let score = 0;
    for (let at = 0; at < ids.length; at += 1) score += weights[ids[at]] * values[at];
    const margin = signs[row] * score;
    loss += importance * (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin);
    const pull = (-importance * signs[row]) / (1 + Math.exp(margin));
    for (let at = 0; at < ids.length; at += 1) slope[ids[at]] += pull * values[at];
  }
  return loss;
}

function direction(slope, past) {
  const way = slope.map((value) => -value);
  const scales = [];
  for (const { moved, turned } of past.toReversed()) {
    const scale = dot(moved, way) / dot(moved, turned);
    scales.push(scale);
    for (let at = 0; at < way.length; at += 1) way[at] -= scale * turned[at];
  }
  const last = past.at(-1);
  if (last) {
    const factor = dot(last.moved, last.turned) / dot(last.turned, last.turned);
    for (let at = 0; at < way.length; at += 1) way[at] *= factor;
  }
  for (const { moved, turned } of past) {
    const scale = scales.pop() - dot(turned, way) / dot(moved, turned);
    for (let at = 0; at < way.length; at += 1) way[at] += scale * moved[at];
  }
  return way;
}

function dot(a, b) {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at] * b[at];
  return sum;
}
