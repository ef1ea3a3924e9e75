// Trains the summary of a whole text (resources/models/document.bin) on HRDsAttack train: npm run train -- document --data DIR
import { summaryBy } from '../dist/read/document/document.js';
import { quantised } from '../dist/read/model/quantise.js';
import { passOver } from '../dist/read/read.js';
import { viewOf } from '../dist/read/text/view.js';
import { dataFolder, jsonLines, SETS } from './kit/data.mjs';
import { summaryFigures } from './kit/summary-figures.mjs';
import { modelOf, outOfFold, tablesOf } from './kit/summary-model.mjs';
import { questionsOf } from './kit/summary-questions.mjs';
import { thresholdsOf } from './kit/summary-thresholds.mjs';
import { writeModel } from './kit/write-model.mjs';

/** Weights smaller than this are left out. */
const LEAST = 0.01;

const data = dataFolder();
const started = Date.now();
const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;

const read = (file, form) =>
  jsonLines(data, 'hrdsattack', file).map((entry) =>
    questionsOf(passOver(viewOf(form(entry), { published: entry.publishDate })), entry.annotations),
  );
const titled = ({ title, text }) => `${title}\n\n${text}`;
const bare = ({ text }) => text;

const train = read('train.jsonl', titled);
console.log(`read ${train.length} texts: ${seconds()}`);
const parts = outOfFold(train);
const numbers = thresholdsOf(parts);
const crossed = summaryFigures(
  parts.map(({ tables, questions }) => [questions.gold, summaryBy(modelOf(tables, numbers), questions.matter)]),
);
console.log(`cross-validated: ${seconds()}`);
const tables = Object.fromEntries(
  Object.entries(tablesOf(train)).map(([task, table]) => [task, quantised(table, LEAST)]),
);
const model = modelOf(tables, numbers);
const figuresOn = (texts) => summaryFigures(texts.map(({ gold, matter }) => [gold, summaryBy(model, matter)]));
const dev = figuresOn(read('dev.jsonl', titled));
const devBare = figuresOn(read('dev.jsonl', bare));
console.table(
  Object.fromEntries(
    Object.keys(dev).map((key) => [
      key,
      { '5-fold in train': crossed[key], dev: dev[key], 'dev without titles': devBare[key] },
    ]),
  ),
);
const figures = (part, list) =>
  Object.entries(list).map(([measure, value]) => ({ set: 'HRDsAttack', part, measure, value }));
writeModel(model, {
  what: 'The summary of a whole text: violations, named victims, type of perpetrator, country, region, town and date.',
  data: [SETS.hrdsattack],
  figures: [...figures('train, 5-fold', crossed), ...figures('dev', dev), ...figures('dev without titles', devBare)],
  limits: [
    'News in English on violations, 299 texts with one annotator each: differences of two points are chance.',
    'It sorts sources; it is no evidence. A victim it names is right in about six of ten cases, and it misses half.',
    'Enforced disappearance, regional organisations and other rare labels are hardly ever said.',
    'The date is that of publication unless the text speaks for another; of several events it may take the wrong one.',
    'Regions and towns are a list from general knowledge (towns.json), uneven across the world.',
  ],
});
console.log(seconds());
