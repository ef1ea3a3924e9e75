import { expect, test } from 'vitest';
import { CLAIM_STATUSES, type ClaimState } from '../domain/claim.ts';
import { claimState, decidedFor, uuidOf } from '../domain/claims.case.ts';
import type { Deed, DeedPayload } from '../domain/deed.ts';
import { actorName, deedId, recordId } from '../domain/ids.ts';
import { adoptValue, changeStatus, isDecision, markPerson, takeBack } from './decide.ts';

const state = (status: ClaimState['status']): ClaimState =>
  claimState(1, 'violation', { kind: 'code', code: 'torture' }, { status });
const deed = (payload: Partial<DeedPayload> & Pick<DeedPayload, 'kind'>): Deed => ({
  n: 3,
  id: deedId(uuidOf(3)),
  actor: actorName('reader 1'),
  at: '',
  payload: payload as DeedPayload,
});

test('A2 a claim moves along the status table and nowhere else', () => {
  const moves = CLAIM_STATUSES.flatMap((from) =>
    CLAIM_STATUSES.filter((to) => changeStatus(state(from), to, 'seen again').ok).map((to) => `${from} → ${to}`),
  );
  expect(moves).toEqual([
    'recorded → work-needed',
    'recorded → issue',
    'recorded → withdrawn',
    'work-needed → recorded',
    'work-needed → issue',
    'work-needed → withdrawn',
    'issue → recorded',
    'issue → work-needed',
    'issue → withdrawn',
    'withdrawn → recorded',
  ]);
  expect(changeStatus(state('withdrawn'), 'issue', 'x')).toEqual({
    ok: false,
    problem: { kind: 'status-refused', from: 'withdrawn', to: 'issue' },
  });
});

test('A2 without a reason nothing moves', () => {
  expect(changeStatus(state('recorded'), 'issue', '  ')).toEqual({ ok: false, problem: { kind: 'reason-missing' } });
});

test('A7 adopting is a finding with a reason; a withdrawn value cannot be adopted', () => {
  expect(adoptValue(state('issue'), ' two lists agree ')).toMatchObject({
    ok: true,
    value: { kind: 'adopt', reason: 'two lists agree' },
  });
  expect(adoptValue(state('recorded'), '').ok).toBe(false);
  expect(adoptValue({ ...state('withdrawn'), adopted: decidedFor('x') }, 'x').ok).toBe(false);
});

test('N2 how much to guard a person is a decision with a reason', () => {
  const person = recordId(uuidOf(9));
  expect(markPerson(person, 'sealed', 'he asked for it')).toMatchObject({
    ok: true,
    value: { kind: 'mark', person, sensitivity: 'sealed' },
  });
  expect(markPerson(person, 'public-role', ' ')).toEqual({ ok: false, problem: { kind: 'reason-missing' } });
});

test('D5 decisions can be taken back once; custody, membership and what left cannot', () => {
  const stand = ['open', 'member', 'ingest', 'found-again', 'derive', 'read', 'release'] as const;
  const go = ['accept', 'record', 'reject', 'status', 'adopt', 'judge', 'mark', 'hold', 'take-back'] as const;
  expect(stand.filter((kind) => isDecision(deed({ kind })))).toEqual([]);
  expect(go.filter((kind) => !isDecision(deed({ kind })))).toEqual([]);
  expect(takeBack(deed({ kind: 'ingest' }), () => true, 'x')).toMatchObject({
    ok: false,
    problem: { kind: 'cannot-take-back' },
  });
  expect(takeBack(deed({ kind: 'accept' }), () => false, 'x')).toMatchObject({
    ok: false,
    problem: { kind: 'cannot-take-back' },
  });
  expect(takeBack(deed({ kind: 'accept' }), () => true, '')).toMatchObject({
    ok: true,
    value: { kind: 'take-back', deed: uuidOf(3), reason: 'undone' },
  });
});
