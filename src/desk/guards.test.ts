import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Draft } from '../domain/deed.ts';
import { actorName, claimId, recordId, sourceId, textId } from '../domain/ids.ts';
import { done } from '../kit/outcome.ts';
import { guardsAmong } from './guards.ts';
import { makeCase, MACHINE } from './open-case.ts';

const uuid = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const actor = actorName('reader 1');
const person = recordId(uuid(1));
const words = {
  source: sourceId(`src_${'a'.repeat(26)}`),
  text: textId(`txt_${'a'.repeat(26)}`),
  span: { start: 0, end: 4, text: 'Emil' },
};
const recording = (sensitivity: 'restricted' | 'protected'): Draft => ({
  actor,
  payload: {
    kind: 'record',
    proposal: null,
    reader: null,
    anchors: [],
    made: [{ id: person, kind: 'person', named: null }],
    amended: null,
    marks: [{ person, sensitivity }],
    claims: [
      {
        id: claimId(uuid(2)),
        record: person,
        field: 'name',
        value: { kind: 'text', text: 'Emil' },
        chain: [],
        basis: 'words',
        attestedBy: [words],
      },
    ],
  },
});
const later: Draft = {
  actor,
  payload: { kind: 'status', record: person, claim: claimId(uuid(2)), to: 'issue', reason: 'spelling' },
};

test.each([
  ['restricted', false],
  ['protected', true],
] as const)('N4 deeds about a %s person: guarded %s', async (sensitivity, guarded) => {
  const folder = mkdtempSync(join(tmpdir(), 'actum-guards-'));
  const made = await makeCase(join(folder, 'case'), 'Karsel', { actor, world: MACHINE });
  if (!made.ok) throw new Error(made.problem.kind);
  const c = made.value;
  const first = recording(sensitivity);
  const before = await guardsAmong(c.database.db, c.secrets, [first]);
  expect(before(first.payload)).toBe(guarded);
  await c.ledger.append(async () => done([first]));
  const guards = await guardsAmong(c.database.db, c.secrets, [first, later]);
  expect([guards(first.payload), guards(later.payload)]).toEqual([guarded, guarded]);
  await c.close();
  rmSync(folder, { recursive: true, force: true });
});
