import { expect, test } from 'vitest';
import { nameIn } from './release.ts';

test('W10 a release is saved under the name the server gave it', () => {
  expect(nameIn('attachment; filename="register-public.csv"')).toBe('register-public.csv');
  expect(nameIn('attachment; filename=register.jsonl')).toBe('register.jsonl');
  expect(nameIn('inline')).toBeNull();
  expect(nameIn(null)).toBeNull();
});
