import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { whyWords } from './why-words.ts';

const RULE = /'((?:said|work)\/[a-z/-]+)'/g;

test('P4 every rule that the passes name has its words', () => {
  const code = readdirSync('src/read', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.(?:test|case)\./.test(path) && !path.endsWith('why-words.ts'))
    .map((path) => readFileSync(join('src/read', path), 'utf8'));
  const rules = new Set(code.flatMap((file) => [...file.matchAll(RULE)].map((found) => found[1] ?? '')));
  expect([...rules].filter((rule) => whyWords(rule) === rule)).toEqual([]);
});

test('P4 a reason that is words already stays as it is', () => {
  expect(whyWords('word before: "said"  +2.1')).toBe('word before: "said"  +2.1');
});
