import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * Golden folders: `corpus/PASS/CASE/{source.txt, expected.json, ORIGIN.md}`. Each case becomes a test named with the rule it
 * shows. `UPDATE_GOLDEN=1` writes what the pass says now; read the difference before committing it.
 */
export function golden(pass: string, rule: string, read: (text: string) => unknown): void {
  const folder = new URL(`../../corpus/${pass}/`, import.meta.url);
  for (const name of readdirSync(folder).toSorted()) {
    test(`${rule} ${pass}/${name} reads as expected`, () => {
      const source = readFileSync(new URL(`${name}/source.txt`, folder), 'utf8');
      const expected = new URL(`${name}/expected.json`, folder);
      const found: unknown = JSON.parse(JSON.stringify(read(source)));
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(expected, `${JSON.stringify(found, null, 2)}\n`);
      expect(existsSync(new URL(`${name}/ORIGIN.md`, folder))).toBe(true);
      expect(found).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
    });
  }
}
