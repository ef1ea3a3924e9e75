// `npm run train -- syntax --data DIR`: word classes, tag lexicon, tagger and parser of English, from open treebanks.
import { lookupOf, wordNumbers } from '../dist/read/model/word-numbers.js';
import { wordsOf } from '../dist/read/model/words.js';
import { Frame, PAD } from '../dist/read/syntax/frame.js';
import { lexiconOf } from '../dist/read/syntax/lexicon.js';
import { partsOf, syntaxModel } from '../dist/read/syntax/syntax-model.js';
import { Tagger } from '../dist/read/syntax/tagger.js';
import { FINE_TAGS } from '../dist/read/syntax/tagset.js';
import { trainLabeller } from '../dist/read/syntax/train-labeller.js';
import { trainParser } from '../dist/read/syntax/train-parser.js';
import { trainTagger } from '../dist/read/syntax/train-tagger.js';
import { tokensOf } from '../dist/read/text/tokens.js';
import { recased } from './kit/casing.mjs';
import { SETS, dataFolder, jsonLines } from './kit/data.mjs';
import { syntaxFigures } from './kit/syntax-figures.mjs';
import { goldSentences, treebank } from './kit/treebank.mjs';
import { wordClasses } from './kit/word-classes.mjs';
import { writeModel } from './kit/write-model.mjs';

const CLASSES = { classes: 254, fewest: 3, rounds: 12 };
const TAGGER = { bits: 17, fewest: 2, epochs: 8, seed: 5 };
const PARSER = { bits: 18, fewest: 3, epochs: 10, seed: 7 };
const LABELLER = { bits: 15, fewest: 3, epochs: 6, seed: 7 };
/** The parser learns from tags found by taggers that did not see the sentence: so many parts, in runs of sentences. */
const FOLDS = 4;
const RUN = 50;

const folder = dataFolder();
const documents = ['en_ewt-train', 'en_gum-train-by', 'en_gum-train-sa'].flatMap((name) => treebank(folder, name));

/** Hashes of the lower-cased words of texts that are not annotated for syntax, and of the treebanks. */
function unlabelled() {
  const texts = [
    ...jsonLines(folder, 'attribution', 'train.jsonl').map(({ text }) => text),
    ...jsonLines(folder, 'muc', 'train.jsonl').map(({ textCased }) => textCased),
    ...jsonLines(folder, 'hrdsattack', 'train.jsonl').map(({ text }) => text),
    ...documents.map(({ text }) => text),
  ];
  return texts.map((text) => wordsOf(tokensOf(text)).lower);
}

function lexicon(sentences) {
  const counts = new Map();
  for (const { words, gold } of sentences)
    for (let at = 0; at < words.length; at += 1) {
      const by = counts.get(words.lower[at]) ?? new Uint32Array(FINE_TAGS.length);
      by[gold.tags[at]] += 1;
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

/** What the tagger learns from: every sentence, some once more in capitals, some as headlines. */
const tagged = (sentences) => [
  ...sentences.map(({ words, gold }) => ({ words, tags: gold.tags })),
  ...copies(sentences, 'upper', { every: 10, from: 3 }),
  ...copies(sentences, 'title', { every: 20, from: 7 }),
];
const copies = (sentences, casing, { every, from }) =>
  sentences
    .filter((_sentence, at) => at % every === from)
    .map(({ tokens, gold }) => ({ words: wordsOf(recased(tokens, casing)), tags: gold.tags }));

/** Sentences with the tags that are found where the tagger did not learn from them. */
function withFoundTags(sentences, lookups) {
  const frame = new Frame();
  const partOf = (at) => Math.floor(at / RUN) % FOLDS;
  const taggers = Array.from({ length: FOLDS }, (_, part) => {
    const others = sentences.filter((_sentence, at) => partOf(at) !== part);
    return new Tagger(trainTagger(tagged(others), { ...TAGGER, lookups }));
  });
  return sentences.map(({ words, gold }, at) => {
    frame.load(words, lookups, 0, words.length);
    taggers[partOf(at)].tag(frame);
    return {
      words,
      tags: frame.tags.slice(PAD, PAD + words.length),
      heads: gold.heads,
      relations: gold.relations,
    };
  });
}

const classes = timed('word classes', () => wordNumbers(wordClasses(unlabelled(), CLASSES)));
const sentences = goldSentences(documents);
const entries = lexicon(sentences);
const lookups = { classOf: lookupOf(classes), entryOf: lookupOf(entries) };
const tags = timed('tagger', () => trainTagger(tagged(sentences), { ...TAGGER, lookups }));
const learnt = timed('found tags', () => withFoundTags(sentences, lookups));
const moves = timed('parser', () => trainParser(learnt, { ...PARSER, lookups }));
const relations = timed('relations', () => trainLabeller(learnt, { ...LABELLER, lookups }));

const model = syntaxModel(
  { classes, entries, sureMoves: moves.sure, sureRelations: relations.sure },
  { tags, moves: moves.table, relations: relations.table },
);
const figuresOf = (set, name) => syntaxFigures(set, goldSentences(treebank(folder, name)), partsOf(model));
const figures = [...figuresOf('UD EWT', 'en_ewt-dev'), ...figuresOf('UD GUM', 'en_gum-dev')];
for (const { set, measure, value } of figures) console.log(`${set} ${measure}: ${value}`);
writeModel(model, {
  what: 'English word classes (exchange clustering of unlabelled text), parts of speech, heads and relations (greedy averaged perceptrons)',
  data: [SETS.ewt, SETS.gum, SETS.polnear, SETS.muc, SETS.hrdsattack],
  figures,
  limits: [
    'English only',
    'learnt from web text, mail, reviews, news, Wikipedia, interviews and speeches; not from court or police records',
    'a wrong sentence boundary gives wrong heads on both sides',
  ],
});
