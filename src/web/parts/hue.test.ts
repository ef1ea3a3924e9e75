import { expect, test } from 'vitest';
import { hueClass } from './hue.ts';

test('W7 a voice has one of five hues, the same wherever it is asked for; the source’s own voice has none', () => {
  const voices = Array.from({ length: 200 }, (_, n) => `voice ${n}`);
  const hues = voices.map(hueClass);
  expect(voices.map(hueClass)).toEqual(hues);
  expect([...new Set(hues)].toSorted()).toEqual(['hue-1', 'hue-2', 'hue-3', 'hue-4', 'hue-5']);
  expect(hueClass(null)).toBe('hue-0');
});
