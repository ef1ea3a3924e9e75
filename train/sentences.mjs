// `npm run train -- sentences --data DIR`: where English sentences end, from open treebanks rebuilt as running text.
import { FeatureList } from '../dist/read/model/feature-list.js';
import { quantised } from '../dist/read/model/quantise.js';
import { trainLogistic } from '../dist/read/model/train-logistic.js';
import { wordsOf } from '../dist/read/model/words.js';
import { boundaryFeatures, follow, mayBegin, boundaryStretch } from '../dist/read/text/boundary.js';
import { rawBlocks } from '../dist/read/text/lines.js';
import { sentencesOf } from '../dist/read/text/segment.js';
import { tokensOf } from '../dist/read/text/tokens.js';
import { viewOf } from '../dist/read/text/view.js';
import { SETS, dataFolder } from './kit/data.mjs';
import { treebank } from './kit/treebank.mjs';
import { writeModel } from './kit/write-model.mjs';

const TRAINING = { bits: 15, width: 1, epochs: 8, seed: 3, rate: 0.1, pull: 0.01 };
/** Logit above which a place is a boundary: best on a fifth of the training documents, trained on the rest. */
const LEAST = -0.9;
/** Every so manieth document is read once more in capitals. */
const UPPER = 6;

const folder = dataFolder();
const banks = (names) => names.flatMap((name) => treebank(folder, name));

/** An example for each place of a document where a sentence might begin. */
function examplesOf({ text, sentences }) {
  const features = new FeatureList(24);
  const tokens = tokensOf(text);
  const words = wordsOf(tokens);
  const starts = new Set(sentences.map(({ start }) => start));
  const found = [];
  let at = 0;
  for (const { start, end } of rawBlocks(text)) {
    while (at < tokens.length && tokens[at].start < start) at += 1;
    const first = at;
    while (at < tokens.length && tokens[at].start < end) at += 1;
    const stretch = boundaryStretch(tokens, words, first, at);
    let sofar = { from: first, open: false };
    for (let token = first + 1; token < at; token += 1) {
      follow(sofar, tokens[token - 1]);
      const begins = starts.has(tokens[token].start);
      if (mayBegin(stretch, token)) {
        boundaryFeatures(stretch, sofar, token, features);
        found.push({ features: features.take(), targets: [begins ? 1 : 0] });
      }
      if (begins) sofar = { from: token, open: false };
    }
  }
  return found;
}

const documents = banks(['en_ewt-train', 'en_gum-train-by', 'en_gum-train-sa']);
const upper = documents.filter((_document, at) => at % UPPER === 0);
const examples = [
  ...documents.flatMap(examplesOf),
  ...upper.flatMap((document) => examplesOf({ ...document, text: capitals(document.text) })),
];

/** In capitals, but for letters that would change their length. */
function capitals(text) {
  return text.replaceAll(/\p{Ll}/gu, (letter) => {
    const large = letter.toUpperCase();
    return large.length === letter.length ? large : letter;
  });
}
console.log(`${examples.length} places, ${examples.filter(({ targets }) => targets[0]).length} boundaries`);
const table = quantised(trainLogistic(examples, TRAINING), 0.01);

/** How many sentence ends of a bank are found in whole documents, blocks and furniture found by the reader, too. */
function figuresOf(set, name) {
  let [right, found, gold] = [0, 0, 0];
  for (const { text, sentences } of banks([name])) {
    const view = viewOf(text);
    const ends = new Set(sentences.map(({ end }) => end));
    const read = sentencesOf(text, view.blocks, { ...view, language: 'en' }, { table, least: LEAST });
    gold += ends.size;
    found += read.length;
    right += read.filter(({ end }) => ends.has(end)).length;
  }
  return [
    { set, part: 'dev', measure: 'sentence boundary F1', value: Math.round((2e4 * right) / (found + gold)) / 100 },
  ];
}

writeModel(
  { name: 'sentences', labels: {}, numbers: { least: [LEAST] }, tables: { boundary: table }, words: {} },
  {
    what: 'Where English sentences begin: logistic regression over places between tokens',
    data: [SETS.ewt, SETS.gum],
    figures: [...figuresOf('UD EWT', 'en_ewt-dev'), ...figuresOf('UD GUM', 'en_gum-dev')],
    limits: ['English only', 'learnt from running text without line breaks inside paragraphs'],
  },
);
