import { expect, test } from 'vitest';
import { hueClass } from '../hue.ts';
import { huesOf } from './hues.ts';

const voices = Array.from({ length: 20 }, (_, at) => ({ key: `k${at}`, name: `voice ${at}` }));

test('W22 twenty voices look different, and one voice always looks the same', () => {
  const hues = huesOf([...voices, ...voices]);
  expect(hues.size).toBe(20);
  expect(new Set([...hues.values()].map(({ hue, line }) => `${hue} ${line}`)).size).toBe(20);
});

test('W22 the first five voices differ by hue alone', () => {
  const hues = [...huesOf(voices).values()];
  expect(
    hues
      .slice(0, 5)
      .map(({ hue }) => hue)
      .toSorted(),
  ).toEqual(['hue-1', 'hue-2', 'hue-3', 'hue-4', 'hue-5']);
  expect(new Set(hues.slice(0, 5).map(({ line }) => line))).toEqual(new Set(['solid']));
  expect(hues[5]?.line).toBe('double');
});

test('W22 a voice has the hue of its name on the other pages where that is free', () => {
  for (const voice of voices) expect(huesOf([voice]).get(voice.key)?.hue).toBe(hueClass(voice.name));
});
