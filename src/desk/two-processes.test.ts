import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { actorName, type ActorName } from '../domain/ids.ts';
import { addFiles } from './add.ts';
import { arrived } from './arrivals.ts';
import { makeCase, openCase, MACHINE, type OpenCase } from './open-case.ts';
import { inThisProcess } from './read-file.ts';

const opened = <Value>(outcome: { ok: true; value: Value } | { ok: false; problem: unknown }): Value => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
};

async function take(c: OpenCase, actor: ActorName, place: string): Promise<void> {
  const arrivals = async function* () {
    yield { ok: true, value: arrived(place, Buffer.from('Eleven people died in Karsel, the ministry said.')) } as const;
  };
  opened(await addFiles(c, arrivals(), { actor, files: inThisProcess, progress: () => {} }));
}

test('L10 who joined by another process is known where his deeds are read, and joins once', async () => {
  const outer = mkdtempSync(join(tmpdir(), 'actum-test-'));
  onTestFinished(() => rmSync(outer, { recursive: true, force: true }));
  const folder = join(outer, 'case');
  const first = opened(await makeCase(folder, 'Karsel', { actor: actorName('Ilda'), world: MACHINE }));
  const second = opened(await openCase({ folder, passphrase: async () => null }, MACHINE));
  await take(second, actorName('Benat'), 'north.txt');
  await take(first, actorName('Benat'), 'south.txt');
  const deeds = [...first.ledger.deedsFrom(0)];
  expect(deeds.map(({ payload }) => payload.kind)).toEqual([
    'member',
    'open',
    'member',
    'ingest',
    'derive',
    'found-again',
  ]);
  expect(deeds.map(({ actor }) => actor)).toEqual(['Ilda', 'Ilda', 'Benat', 'Benat', 'Benat', 'Benat']);
  await first.close();
  await second.close();
});
