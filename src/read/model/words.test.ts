import { expect, test } from 'vitest';
import { tokensOf } from '../text/tokens.ts';
import { hashWord } from './hash.ts';
import { modelDigests, modelNamed } from './models.ts';
import { wordsOf } from './words.ts';

test('E44 columns of words fold digits, case and curly marks, and keep case in its own column', () => {
  const words = wordsOf(tokensOf('Orlan orlan 12 34 “ ” ,'));
  expect(words.lower[0]).toBe(words.lower[1]);
  expect(words.exact[0]).not.toBe(words.exact[1]);
  expect(words.lower[2]).toBe(words.lower[3]);
  expect(words.lower[4]).toBe(hashWord('"'));
  expect([...words.shape]).toEqual([1, 0, 4, 4, 10, 10, 7]);
});

test('E44 columns of a range are those of its tokens', () => {
  const tokens = tokensOf('the army of Selm');
  expect(wordsOf(tokens, 2, 4).lower).toEqual(wordsOf(tokens).lower.slice(2, 4));
});

test('E40 a model that does not come with the program is null, and has no digest', () => {
  expect(modelNamed('no-such-model')).toBeNull();
  expect(modelDigests()).not.toHaveProperty('no-such-model');
});
