import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const EXPORTED = /^export (?:abstract )?(?:type|interface|class|async function|function|const) (\w+)/gm;

const typesOf = (glossary: string): string[] =>
  [...glossary.matchAll(/^\| [^|]+ \| `(\w+)` \|/gm)].map((row) => row[1] ?? '');

const exportsOf = (code: readonly string[]): ReadonlySet<string> =>
  new Set(code.flatMap((file) => [...file.matchAll(EXPORTED)].map((found) => found[1] ?? '')));

const missing = (glossary: string, code: readonly string[]): string[] => {
  const known = exportsOf(code);
  return typesOf(glossary).filter((type) => !known.has(type));
};

test('house: every type of the glossary is a type of the code', () => {
  const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|case)\./.test(path))
    .map((path) => readFileSync(join('src', path), 'utf8'));
  const glossary = readFileSync('docs/GLOSSARY.md', 'utf8');
  expect(typesOf(glossary).length).toBeGreaterThan(30);
  expect(missing(glossary, code)).toEqual([]);
});

test('house: a planted word without a type is seen', () => {
  const glossary = '| deed | `Deed` | an entry | | |\n| ghost | `Ghost` | nothing | | |\n';
  expect(missing(glossary, ['export interface Deed {}', 'interface Ghost {}'])).toEqual(['Ghost']);
});
