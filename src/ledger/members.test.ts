import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { actorName } from '../domain/ids.ts';
import { openMembers, sealMembers } from './members.ts';

const KEY = Buffer.alloc(32, 5);
const seeds = new Map([
  [actorName('Vesna'), randomBytes(32)],
  [actorName('Əli'), randomBytes(32)],
]);

test('K7 the seeds of the members come back from their seal, and no name is to be read in it', () => {
  const sealed = sealMembers(seeds, KEY, randomBytes(32));
  expect(Buffer.from(sealed).includes('Vesna')).toBe(false);
  expect(openMembers(sealed, KEY)).toEqual({ ok: true, value: seeds });
  expect(openMembers(sealMembers(new Map(), KEY, randomBytes(32)), KEY)).toEqual({ ok: true, value: new Map() });
});

test('K7 a changed byte, a cut or another key is case-damaged', () => {
  const sealed = Buffer.from(sealMembers(seeds, KEY, randomBytes(32)));
  const damaged = { ok: false, problem: { kind: 'case-damaged' } };
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Uint8Array.from(sealed, (byte, n) => (n === at ? byte ^ 1 : byte));
    expect(openMembers(changed, KEY)).toMatchObject(damaged);
    expect(openMembers(sealed.subarray(0, at), KEY)).toMatchObject(damaged);
  }
  expect(openMembers(sealed, Buffer.alloc(32, 6))).toMatchObject(damaged);
});
