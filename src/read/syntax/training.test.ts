import { expect, test } from 'vitest';
import { hashWord } from '../model/hash.ts';
import { decodeModel, encodeModel } from '../model/model-file.ts';
import { lookupOf, wordNumbers } from '../model/word-numbers.ts';
import { wordsOf } from '../model/words.ts';
import { tokensOf } from '../text/tokens.ts';
import { Frame, PAD } from './frame.ts';
import { Labeller } from './labeller.ts';
import { lexiconOf, sureTagOf } from './lexicon.ts';
import { Parser } from './parser.ts';
import { ROOT } from './parse-state.ts';
import { SureCounts } from './sure.ts';
import { partsOf, syntaxModel } from './syntax-model.ts';
import { Tagger } from './tagger.ts';
import { FINE_TAGS, fineTagOf, relationOf } from './tagset.ts';
import { trainLabeller } from './train-labeller.ts';
import { trainParser } from './train-parser.ts';
import { trainTagger } from './train-tagger.ts';

const tagOf = (name: string): number => fineTagOf(name, '');

/** A toy treebank, `word/TAG/head/relation`: "plan" is a verb after "they", else a noun; one arc crosses another. */
const TOY = [
  'they/PRON/2/nsubj plan/VERB/0/root the/DET/4/det plan/NOUN/2/obj',
  'the/DET/2/det plan/NOUN/3/nsubj holds/VERB/0/root',
  'they/PRON/2/nsubj hold/VERB/0/root the/DET/4/det plan/NOUN/2/obj',
  'they/PRON/2/nsubj plan/VERB/0/root',
  'they/PRON/3/nsubj now/ADV/4/advmod hold/VERB/0/root back/ADV/3/advmod',
].map((line) => line.split(' ').map((item) => item.split('/')));
const toySentences = TOY.map((items) => ({
  words: wordsOf(tokensOf(items.map(([word]) => word).join(' '))),
  tags: Uint8Array.from(items, ([, tag]) => tagOf(tag ?? '')),
  heads: Int32Array.from(items, ([, , head]) => Number(head) - 1),
  relations: Uint8Array.from(items, ([, , , relation]) => relationOf(relation ?? '')),
}));
const projective = toySentences.slice(0, 4);
const unknown = { classOf: () => 0, entryOf: () => 0 };
const training = { bits: 10, fewest: 1, epochs: 8, seed: 1, lookups: unknown };
const train = () => {
  const moves = trainParser(toySentences, training);
  const relations = trainLabeller(toySentences, training);
  const none = wordNumbers([]);
  return syntaxModel(
    { classes: none, entries: none, sureMoves: moves.sure, sureRelations: relations.sure },
    { tags: trainTagger(toySentences, training), moves: moves.table, relations: relations.table },
  );
};

test('E46 tags, heads and relations are learnt from a treebank, survive the file, and are the same each time', () => {
  const model = train();
  expect(train()).toEqual(model);
  const { tags, moves, relations, sureMove, sureRelation } = partsOf(decodeModel(encodeModel(model)));
  const [tagger, parser, labeller, frame] = [
    new Tagger(tags),
    new Parser(moves, sureMove),
    new Labeller(relations, sureRelation),
    new Frame(),
  ];
  for (const gold of projective) {
    const { length } = gold.words;
    frame.load(gold.words, unknown, 0, length);
    tagger.tag(frame);
    expect(frame.tags.slice(PAD, PAD + length)).toEqual(gold.tags);
    parser.parse(frame);
    expect(parser.state.heads.slice(PAD, PAD + length)).toEqual(gold.heads.map((at) => (at < 0 ? ROOT : at + PAD)));
    labeller.label(frame, parser.state.heads);
    expect(labeller.tree.relations.slice(PAD, PAD + length)).toEqual(gold.relations);
  }
});

test('E46 a context in which almost always the same was right needs no choice', () => {
  const counts = new SureCounts();
  for (let at = 0; at < 1000; at += 1) {
    counts.add(1, at === 0 ? [2] : [2, 3]);
    counts.add(2, [at % 2]);
    if (at < 5) counts.add(3, [1]);
  }
  const sure = lookupOf(counts.table(0.995));
  expect([sure(1), sure(2), sure(3), sure(4)]).toEqual([2, 0, 0, 0]);
});

test('E46 a model with other names is refused', () => {
  const model = train();
  expect(() => partsOf({ ...model, labels: { ...model.labels, relations: ['nsubj'] } })).toThrow(TypeError);
  expect(() => partsOf({ ...model, tables: {} })).toThrow(TypeError);
});

test('E46 a word met often with one tag needs no choice, a rare one is unknown', () => {
  const counts = (tag: string, count: number, other = 0): Uint32Array => {
    const by = new Uint32Array(FINE_TAGS.length);
    by[tagOf(tag)] = count;
    by[tagOf('VERB')] = other;
    return by;
  };
  const entryOf = lookupOf(
    lexiconOf(
      new Map([
        [hashWord('the'), counts('DET', 500)],
        [hashWord('plan'), counts('NOUN', 30, 20)],
        [hashWord('walk'), counts('NOUN', 60, 45)],
        [hashWord('vole'), counts('NOUN', 2)],
      ]),
    ),
  );
  expect(sureTagOf(entryOf(hashWord('the')))).toBe(tagOf('DET'));
  expect(sureTagOf(entryOf(hashWord('plan')))).toBe(0);
  expect(entryOf(hashWord('plan'))).toBe(entryOf(hashWord('walk')));
  expect(entryOf(hashWord('vole'))).toBe(0);
});
