import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { actorName } from '../domain/ids.ts';
import { makeCase, openCase, MACHINE, type OpenCase } from './open-case.ts';

const folders: string[] = [];
const fresh = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'actum-test-'));
  folders.push(folder);
  return join(folder, 'case');
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
const reader = actorName('reader 1');
const opened = <Value>(outcome: { ok: true; value: Value } | { ok: false; problem: unknown }): Value => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
};

test('D7 a case is made, closed and opened again with the same deeds', async () => {
  const folder = fresh();
  const made: OpenCase = opened(await makeCase(folder, 'Karsel', { actor: reader, world: MACHINE }));
  expect(made.ledger.size()).toBe(2);
  await made.close();
  const again = opened(await openCase({ folder, passphrase: async () => null }, MACHINE));
  expect([...again.ledger.deedsFrom(0)].map((deed) => deed.payload.kind)).toEqual(['member', 'open']);
  await again.close();
});
