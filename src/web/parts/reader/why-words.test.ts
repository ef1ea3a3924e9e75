import { expect, test } from 'vitest';
import { modelName, reasonsOf } from './why-words.ts';

test('W65 a reason is said in words, the weight of a trained feature apart, and none is said twice', () => {
  expect(reasonsOf(['word before: "said"  +2.1', 'counts “men”', 'ends in "-ed"  -0.35', 'counts “men”'])).toEqual([
    { words: 'word before: "said"', weight: '+2.1' },
    { words: 'counts “men”', weight: null },
    { words: 'ends in "-ed"', weight: '−0.35' },
  ]);
  expect(reasonsOf(['no weight  here', '  +1'])).toEqual([
    { words: 'no weight  here', weight: null },
    { words: '  +1', weight: null },
  ]);
});

test('W65 a language model is named without the mark that it is one', () => {
  expect(modelName('llm:qwen3:8b@9ac0')).toBe('qwen3:8b@9ac0');
});
