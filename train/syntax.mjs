// `npm run train -- syntax --data DIR`: word classes, tag lexicon, tagger and parser of English, from open treebanks.
import { UPOS_OF_FINE, fineTagOf, FINE_TAGS } from '../dist/read/syntax/tagset.js';
import { lexiconOf } from '../dist/read/syntax/lexicon.js';
import { Frame, LONGEST, PAD } from '../dist/read/syntax/frame.js';
import { Tagger } from '../dist/read/syntax/tagger.js';
import { trainTagger } from '../dist/read/syntax/train-tagger.js';
import { quantised } from '../dist/read/model/quantise.js';
import { lookupOf, wordNumbers } from '../dist/read/model/word-numbers.js';
import { wordsOf } from '../dist/read/model/words.js';
import { tokensOf } from '../dist/read/text/tokens.js';
import { SETS, dataFolder, jsonLines } from './kit/data.mjs';
import { overTokens, treebank } from './kit/treebank.mjs';
import { wordClasses } from './kit/word-classes.mjs';
import { writeModel } from './kit/write-model.mjs';

const folder = dataFolder();
const CLASSES = { classes: 254, fewest: 3, rounds: 12 };
const TAGGER = { bits: 16, epochs: 8, seed: 5 };

const banks = ['en_ewt-train', 'en_gum-train-by', 'en_gum-train-sa'].map((name) => treebank(folder, name));
const training = banks.flat();

function sentencesOf(documents) {
  return documents
    .flatMap(({ text, sentences }) => sentences.map((sentence) => overTokens(text, sentence)))
    .map((gold) => withWords(gold))
    .filter(({ words }) => words.length > 0 && words.length <= LONGEST);
}

function withWords(gold) {
  return {
    ...gold,
    gold: gold.words,
    words: wordsOf(gold.tokens),
    tags: Uint8Array.from(gold.words, ({ upos, penn }) => fineTagOf(upos, penn)),
  };
}

/** Hashes of the lower-cased words of every text that is not annotated for syntax, and of the treebanks. */
function unlabelled() {
  const texts = [
    ...jsonLines(folder, 'attribution', 'train.jsonl').map(({ text }) => text),
    ...jsonLines(folder, 'muc', 'train.jsonl').map(({ textCased }) => textCased),
    ...jsonLines(folder, 'hrdsattack', 'train.jsonl').map(({ text }) => text),
    ...training.map(({ text }) => text),
  ];
  return texts.map((text) => wordsOf(tokensOf(text)).lower);
}

function lexicon(sentences) {
  const counts = new Map();
  for (const { words, tags } of sentences)
    for (let at = 0; at < words.length; at += 1) {
      const by = counts.get(words.lower[at]) ?? new Uint32Array(FINE_TAGS.length);
      by[tags[at]] += 1;
      counts.set(words.lower[at], by);
    }
  return lexiconOf(counts);
}

function timed(what, work) {
  const start = performance.now();
  const result = work();
  console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

const classes = timed('word classes', () => wordNumbers(wordClasses(unlabelled(), CLASSES)));
const sentences = sentencesOf(training);
const entries = lexicon(sentences);
console.log(
  `classes of ${classes.keys.length} words, entries of ${entries.keys.length}, ${sentences.length} sentences`,
);
const lookups = { classOf: lookupOf(classes), entryOf: lookupOf(entries) };

const tagTable = timed('tagger', () => quantised(trainTagger(sentences, { ...TAGGER, lookups })));

/** Share of our tokens with the right part of speech: all of them, and those that the treebank cuts alike. */
function tagFigures(set, name) {
  const tagger = new Tagger(tagTable);
  const frame = new Frame();
  let [all, right, exact, exactRight] = [0, 0, 0, 0];
  for (const { words, tags, exact: same } of sentencesOf(treebank(folder, name))) {
    frame.load(words, lookups, 0, words.length);
    tagger.tag(frame);
    for (let at = 0; at < words.length; at += 1) {
      const hit = UPOS_OF_FINE[frame.tags[at + PAD]] === UPOS_OF_FINE[tags[at]] ? 1 : 0;
      all += 1;
      right += hit;
      if (same[at]) [exact, exactRight] = [exact + 1, exactRight + hit];
    }
  }
  return [
    { set, part: 'dev', measure: 'UPOS accuracy, all tokens', value: percent(right, all) },
    { set, part: 'dev', measure: 'UPOS accuracy, tokens cut as in the treebank', value: percent(exactRight, exact) },
  ];
}

const percent = (part, whole) => Math.round((part / whole) * 1e4) / 100;

const figures = [...tagFigures('UD EWT', 'en_ewt-dev'), ...tagFigures('UD GUM', 'en_gum-dev')];
for (const { set, measure, value } of figures) console.log(`${set} ${measure}: ${value}`);
writeModel(
  {
    name: 'syntax',
    labels: { tags: FINE_TAGS },
    numbers: {},
    tables: { tags: tagTable },
    words: { classes, entries },
  },
  {
    what: 'Word classes (exchange clustering of unlabelled text), and parts of speech by a greedy averaged perceptron',
    data: [SETS.ewt, SETS.gum, SETS.polnear, SETS.muc, SETS.hrdsattack],
    figures,
    limits: ['English only', 'trained on the web, news, Wikipedia, interviews; not on court or police records'],
  },
);
