// The two passes of the statement model, trained: labels of tokens, then attributions out of candidates.
import { AveragedTable } from '../../dist/read/model/averaged.js';
import { chanceFrom, shuffle } from '../../dist/read/model/chance.js';
import { FeatureList } from '../../dist/read/model/feature-list.js';
import { scoreOne } from '../../dist/read/model/table.js';
import { trainSequence } from '../../dist/read/model/train-sequence.js';
import { assemble, eachPart, scoreSpans } from '../../dist/read/said/assemble.js';
import { KNOWN, passageScores, WORST } from '../../dist/read/said/attributions.js';
import { firstPass, LABELS, mayFollow, Role } from '../../dist/read/said/candidates.js';
import { prepared } from '../../dist/read/said/scene.js';
import { tokenFeatures } from '../../dist/read/said/token-features.js';

/** Features and labels of a passage. */
export function exampleOf({ labels }, passage) {
  const list = new FeatureList(128);
  const length = passage.last - passage.first;
  let features = null;
  for (let at = 0; at < length; at += 1) {
    list.clear();
    tokenFeatures(passage, passage.first + at, list);
    features ??= new Int32Array(length * list.count);
    features.set(list.ids.subarray(0, list.count), at * list.count);
  }
  const own = labels.slice(passage.first, passage.last);
  if (own[0] > 0 && own[0] % 2 === 0) own[0] -= 1;
  return { features, perToken: list.count, labels: own };
}

export const trainFirst = (examples, { bits, epochs }) =>
  trainSequence(examples, {
    bits,
    width: LABELS.length,
    epochs,
    seed: 7,
    allowed: (previous, next) =>
      previous === LABELS.length ? next === 0 || next % 2 === 1 : mayFollow(previous, next),
  });

/** Mean distance of the best label to the next. */
function unitOf(scores) {
  const width = LABELS.length;
  let [sum, count] = [0, 0];
  for (const list of scores)
    for (let at = 0; at < list.length; at += width) {
      const sorted = list.slice(at, at + width).sort();
      sum += sorted[width - 1] - sorted[width - 2];
      count += 1;
    }
  return sum / count;
}

/**
 * The first pass over each text by a model that has not seen it, so that the second pass learns from such errors as it
 * will meet. Returns the mean unit.
 */
export function firstPassByFolds(texts, folds, training) {
  let units = 0;
  for (let fold = 0; fold < folds; fold += 1) {
    const seen = texts.filter((_, at) => at % folds !== fold);
    const { emission, transitions } = trainFirst(
      seen.flatMap((text) => text.examples),
      training,
    );
    const held = texts.filter((_, at) => at % folds === fold);
    const scores = held.map(({ passages }) => passages.map((passage) => passageScores(passage, emission)));
    const unit = unitOf(scores.flat());
    held.forEach((text, at) => {
      text.first = scores[at].map((list) => ({ ...firstPass(list, transitions, unit * WORST), unit }));
    });
    units += unit;
  }
  return units / folds;
}

/** What the second pass learns from: each passage with its candidates and the attributions that they can make. */
export const lessonsOf = (texts) =>
  texts.flatMap(({ passages, first, gold }) =>
    passages.map((passage, at) => {
      const lesson = prepared(passage, first[at], first[at].unit, KNOWN.isVerb);
      const own = gold.filter(({ cue }) => cue[0].first >= passage.first && cue[0].first < passage.last);
      return { ...lesson, gold: own.map(madeOf(lesson.candidates)).filter((one) => one !== null) };
    }),
  );

const overlap = (a, b) => Math.min(a.last, b.last) - Math.max(a.first, b.first);
const likeness = (a, b) => Math.max(0, overlap(a, b)) / (Math.max(a.last, b.last) - Math.min(a.first, b.first));

/** An attribution out of candidates: the very spans, or else those most like them; null where no cue or content is like. */
const madeOf = (candidates) => (gold) => {
  const like = (role, span, least) => {
    let [best, most] = [null, least];
    for (const candidate of candidates) {
      if (candidate.role !== role) continue;
      const share = likeness(candidate, span);
      if (share > most) [best, most] = [candidate, share];
    }
    return best;
  };
  const cue = like(Role.cue, gold.cue[0], 0.3);
  const contents = [];
  for (const span of gold.contents) {
    const content = like(Role.content, span, 0.4);
    if (content !== null && [cue, ...contents].every((other) => other === null || overlap(content, other) <= 0))
      contents.push(content);
  }
  if (cue === null || contents.length === 0) return null;
  const source = gold.source.length === 0 ? null : like(Role.source, gold.source[0], 0.5);
  const free = source !== null && [cue, ...contents].every((other) => overlap(source, other) <= 0);
  return { source: free ? source : null, cue, contents: contents.sort((a, b) => a.first - b.first) };
};

const keyOf = ({ source, cue, contents }) =>
  [source, cue, ...contents].map((span) => (span === null ? '-' : `${span.first}:${span.last}`)).join(' ');

/** A structured averaged perceptron over whole attributions; `cost` makes it try for those that it would leave out. */
export function trainSecond(lessons, { bits, epochs, cost, seed }) {
  const learner = new AveragedTable(bits, 1);
  const chance = chanceFrom(seed);
  const order = lessons.map((lesson) => ({
    ...lesson,
    keys: new Set(lesson.gold.map(keyOf)),
    spans: new Set(lesson.gold.flatMap(({ source, cue, contents }) => [...(source ? [source] : []), cue, ...contents])),
  }));
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, chance);
    for (const lesson of order) {
      learn(learner, lesson, cost);
      learner.tick();
    }
  }
  return learner.average();
}

/** Moves the weights of one passage: towards the right attributions that were missed, away from the wrong ones found. */
function learn(learner, { scene, candidates, gold, keys, spans }, cost) {
  const scorer = (list) => scoreOne(learner.table, list);
  scoreSpans(scene, candidates, scorer);
  for (const span of spans) span.score -= cost;
  const guess = assemble(scene, candidates, scorer);
  const guessed = new Set(guess.map(keyOf));
  const move = (one, amount) => eachPart(scene, one, (list) => learner.add(list.take(), 0, amount));
  for (const one of guess) if (!keys.has(keyOf(one))) move(one, -1);
  for (const one of gold) if (!guessed.has(keyOf(one))) move(one, 1);
}
