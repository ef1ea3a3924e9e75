import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FIELDS, RECORD_KINDS } from '../domain/record.ts';
import en from './words/en.json' with { type: 'json' };
import { codeWord, t } from './words.ts';

const code = readdirSync('src/web', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.') && !path.startsWith('mock'))
  .map((path) => readFileSync(join('src/web', path), 'utf8'))
  .join('\n');

/** Keys written out, and templates such as `kind.${kind}` as patterns. `codeWord` looks in the families it is given. */
const literal = new Set([...code.matchAll(/['"]([a-z][a-z-]*\.[a-z-]+|[a-z]+)['"]/g)].map((match) => match[1]));
const templates = [...code.matchAll(/`([a-z-]+(?:\.[a-z-]*)?\$\{[^`]*)`/g)].map(
  (match) => new RegExp(`^${(match[1] ?? '').replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '[a-z-]+')}$`),
);
const families = [...code.matchAll(/codeWord\('([a-z]+)'/g)].map((match) => `${match[1]}.`);
const isUsed = (key: string): boolean =>
  literal.has(key) ||
  templates.some((template) => template.test(key)) ||
  families.some((family) => key.startsWith(family));

test('W1 every word of the catalogue is used by the page', () => {
  expect(Object.keys(en).filter((key) => !isUsed(key))).toEqual([]);
});

test('W1 every word the page asks for by name is in the catalogue', () => {
  const asked = [...code.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  expect(asked.length).toBeGreaterThan(100);
  expect(asked.filter((key) => !Object.hasOwn(en, key))).toEqual([]);
});

test('W1 every kind of record and every field of it has its word', () => {
  const fields = RECORD_KINDS.flatMap((kind) => Object.keys(FIELDS[kind]));
  const keys = [...RECORD_KINDS.map((kind) => `kind.${kind}`), ...fields.map((field) => `field.${field}`)];
  expect(keys.filter((key) => !Object.hasOwn(en, key))).toEqual([]);
});

test('W1 words count in the plural of their language, and a code without a word is shown in plain letters', () => {
  expect(t('nav.wait', { n: 1 })).toBe('1 waits');
  expect(t('nav.wait', { n: 1204 })).toBe('1,204 wait');
  expect(codeWord('field', 'victim')).toBe('Victims');
  expect(codeWord('field', 'no-such-field')).toBe('no such field');
});
