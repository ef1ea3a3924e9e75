// Trains the model of statements: who (source) says (cue) what (content).
import { lookupOf } from '../dist/read/model/word-numbers.js';
import { quantisedSequence } from '../dist/read/model/quantise.js';
import { decodeModel, encodeModel } from '../dist/read/model/model-file.js';
import { attributionsOf, engineFrom } from '../dist/read/said/attributions.js';
import { packed } from '../dist/read/said/packed.js';
import { attributionTexts, cueNumbers, withCues } from './kit/attributions.mjs';
import { exampleOf, firstPassByFolds, lessonsOf, trainFirst, trainSecond } from './kit/attribution-passes.mjs';
import { dataFolder, jsonLines, SETS } from './kit/data.mjs';
import { writeModel } from './kit/write-model.mjs';

const FIRST = { bits: 17, epochs: 5 };
const FOLDED = { bits: 17, epochs: 4 };
const FOLDS = 4;
const SECOND = { bits: 20, epochs: 4, cost: 30 };
const SEEDS = [11, 12];
/** Logistic curve from margins to the share of right cues; least margin of an attribution, and inside another's words. */
const CURVE = { slope: [0.008, -0.34], least: [30, 220] };

const folder = dataFolder();
const texts = attributionTexts(jsonLines(folder, 'attribution', 'train.jsonl'));
const cues = cueNumbers(texts);
withCues(texts, lookupOf(cues));

for (const text of texts) text.examples = text.passages.map((passage) => exampleOf(text, passage));
const unit = firstPassByFolds(texts, FOLDS, FOLDED);
const first = trainFirst(
  texts.flatMap((text) => text.examples),
  FIRST,
);
for (const text of texts) text.examples = null;
const lessons = lessonsOf(texts);
const seconds = SEEDS.map((seed) => trainSecond(lessons, { ...SECOND, seed }));

const model = modelOf(first, meanOf(seconds));
writeModel(model, {
  what: 'Statements: who says what, by which cue, in English. A first pass labels tokens, a second chooses attributions.',
  data: [SETS.polnear, SETS.ewt, SETS.gum],
  figures: devFigures(engineFrom(decodeModel(encodeModel(model)))),
  limits: [
    'News English; a cue that no news report uses may be missed.',
    'Contents keep their quote marks, as PolNeAR counts them.',
    'Reported words inside reported words are found by reading those words again, where the margin is large.',
  ],
});

function meanOf(tables) {
  const [one] = tables;
  const cells = one.cells.map((_, at) => tables.reduce((sum, table) => sum + table.cells[at], 0) / tables.length);
  return { ...one, cells };
}

function modelOf(labels, spans) {
  const tokens = quantisedSequence(labels);
  return {
    name: 'said',
    labels: {},
    numbers: {
      transitions: [...tokens.transitions],
      unit: [(unit * labels.emission.unit) / tokens.emission.unit],
      ...CURVE,
    },
    tables: { tokens: tokens.emission, spans: packed(spans) },
    words: { cues },
  };
}

/** Exact F1 of spans on PolNeAR dev, as the set's scorer counts it but by tokens. */
function devFigures(engine) {
  const held = withCues(attributionTexts(jsonLines(folder, 'attribution', 'dev.jsonl')), engine.cueOf);
  const counts = { source: [0, 0, 0], cue: [0, 0, 0], content: [0, 0, 0] };
  for (const { view, columns, gold } of held) {
    const found = attributionsOf(view, columns, engine);
    const spans = {
      source: [gold.flatMap((one) => one.source), found.flatMap(({ source }) => (source === null ? [] : [source]))],
      cue: [gold.flatMap((one) => one.cue), found.map(({ cue }) => cue)],
      content: [gold.flatMap((one) => one.contents), found.flatMap(({ contents }) => contents)],
    };
    for (const [role, sides] of Object.entries(spans)) {
      const [right, guess] = sides.map((side) => new Set(side.map((span) => `${span.first}:${span.last}`)));
      counts[role][0] += [...guess].filter((key) => right.has(key)).length;
      counts[role][1] += guess.size;
      counts[role][2] += right.size;
    }
  }
  return Object.entries(counts).map(([role, [hit, guessed, all]]) => ({
    set: 'PolNeAR dev',
    part: '84 articles not trained on',
    measure: `${role}, exact span F1`,
    value: Math.round((2000 * hit) / (guessed + all)) / 10,
  }));
}
