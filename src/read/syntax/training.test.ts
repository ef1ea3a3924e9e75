import { expect, test } from 'vitest';
import { hashWord } from '../model/hash.ts';
import { quantised } from '../model/quantise.ts';
import { lookupOf } from '../model/word-numbers.ts';
import { wordsOf } from '../model/words.ts';
import { tokensOf } from '../text/tokens.ts';
import { Frame, PAD } from './frame.ts';
import { lexiconOf, sureTagOf } from './lexicon.ts';
import { Tagger } from './tagger.ts';
import { FINE_TAGS, fineTagOf } from './tagset.ts';
import { trainTagger } from './train-tagger.ts';

const tagOf = (name: string): number => fineTagOf(name, '');

/** A toy treebank: "plan" is a verb after "they", else a noun. */
const TOY = [
  'they/PRON plan/VERB the/DET plan/NOUN',
  'the/DET plan/NOUN holds/VERB',
  'they/PRON hold/VERB the/DET plan/NOUN',
  'they/PRON plan/VERB',
].map((line) => line.split(' ').map((pair) => pair.split('/')));
const toySentences = TOY.map((pairs) => ({
  words: wordsOf(tokensOf(pairs.map(([word]) => word).join(' '))),
  tags: Uint8Array.from(pairs, ([, tag]) => tagOf(tag ?? '')),
}));
const unknown = { classOf: () => 0, entryOf: () => 0 };

test('E46 the tagger learns from a treebank, and the same one gives the same weights', () => {
  const training = { bits: 10, epochs: 6, seed: 1, lookups: unknown };
  const table = trainTagger(toySentences, training);
  expect(trainTagger(toySentences, training)).toEqual(table);
  const tagger = new Tagger(quantised(table));
  const frame = new Frame();
  for (const { words, tags } of toySentences) {
    frame.load(words, unknown, 0, words.length);
    tagger.tag(frame);
    expect(frame.tags.slice(PAD, PAD + words.length)).toEqual(tags);
  }
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
