import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const TESTS = /\.(test|case)\.tsx?$/;
const ID = /^([A-Z]\d+) /;
const RULE = /^- ([A-Z]\d+) \S/;

const rulesOf = (spec: string): string[] => spec.split('\n').flatMap((line) => RULE.exec(line)?.[1] ?? []);

/** Where the bracket that opens at `at` closes; strings are passed over. */
function closing(code: string, at: number): number {
  let depth = 0;
  for (let here = at; here < code.length; here += 1) {
    const mark = code[here] ?? '';
    if ('([{'.includes(mark)) depth += 1;
    if (')]}'.includes(mark) && (depth -= 1) === 0) return here;
    if (!'\'"`'.includes(mark)) continue;
    for (here += 1; here < code.length && code[here] !== mark; here += 1) if (code[here] === '\\') here += 1;
  }
  return code.length;
}

/** The names of the tests in a file: `test('…'`, `test.each(…)('…'`, `test.skipIf(…)('…'`. */
function namesIn(code: string): string[] {
  return [...code.matchAll(/^[ \t]*(?:test|it)(\.\w+)?\(/gm)].map((found) => {
    let at = found.index + found[0].length - 1;
    if (found[1] !== undefined) at = code.indexOf('(', closing(code, at));
    return /^\(\s*(['"`])([^]*?)\1/.exec(code.slice(at))?.[2] ?? '';
  });
}

/** A name made from a rule that its caller gives, as golden folders do: `golden('dates', 'E9', …)`. */
const givenRules = (code: string): string[] =>
  [...code.matchAll(/^golden\('[^']+', '([A-Z]\d+)'/gm)].map((found) => `${found[1]} golden`);

interface TestFile {
  readonly path: string;
  readonly code: string;
}

interface Gaps {
  readonly untested: readonly string[];
  readonly twice: readonly string[];
  readonly lawless: readonly string[];
}

function gaps(spec: string, files: readonly TestFile[]): Gaps {
  const rules = rulesOf(spec);
  const names = files.flatMap(({ path, code }) =>
    [...namesIn(code), ...givenRules(code)].map((name) => ({ path, name })),
  );
  const tested = new Set(names.map(({ name }) => ID.exec(name)?.[1]));
  const known = (name: string): boolean =>
    name.startsWith('house: ') || name.startsWith('${rule} ') || rules.includes(ID.exec(name)?.[1] ?? '');
  return {
    untested: rules.filter((rule) => !tested.has(rule)),
    twice: rules.filter((rule, at) => rules.indexOf(rule) !== at),
    lawless: names.filter(({ name }) => !known(name)).map(({ path, name }) => `${path}: ${name}`),
  };
}

const filesBelow = (folder: string): TestFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => TESTS.test(path) && !path.includes('node_modules'))
    .map((path) => ({ path: join(folder, path), code: readFileSync(join(folder, path), 'utf8') }));

test('house: every rule of the SPEC has a test, every test names a rule', () => {
  const files = [...filesBelow('src'), ...filesBelow('test')];
  expect(files.length).toBeGreaterThan(50);
  expect(gaps(readFileSync('src/domain/SPEC.md', 'utf8'), files)).toEqual({ untested: [], twice: [], lawless: [] });
});

test('house: a planted rule without a test, and tests without a rule, are seen', () => {
  const spec = '- A1 kept\n- A2 forgotten\n- A3 told\n- A3 told twice\n';
  const code = [
    "test('A1 holds', () => {});",
    "  test.each([['a)', \"'\"], ['b', '(']])('A3 of %s', () => {});",
    "test('Z9 names no rule', () => {});",
    "test.skipIf(f())(\n  'a name alone',\n  () => {});",
    'test(named, () => {});',
    "golden('x', 'A1', read);",
  ].join('\n');
  expect(gaps(spec, [{ path: 'planted', code }])).toEqual({
    untested: ['A2'],
    twice: ['A3'],
    lawless: ['planted: Z9 names no rule', 'planted: a name alone', 'planted: '],
  });
});
