import { expect, test } from 'vitest';
import { afterToast, type Toast } from './toasts.ts';

const done = (id: number): Toast => ({ id, kind: 'done', text: 'recorded', deed: 'd' });
const trouble = (id: number): Toast => ({ id, kind: 'trouble', problem: { kind: 'x', happened: 'h', toDo: 't' } });
const ids = (toasts: readonly Toast[]) => toasts.map((toast) => toast.id);

test('W12 what was done last is said alone; troubles stay beside it, three at most', () => {
  expect(ids(afterToast([done(1)], done(2)))).toEqual([2]);
  expect(ids(afterToast([trouble(1), done(2)], done(3)))).toEqual([1, 3]);
  expect(ids(afterToast([trouble(1), trouble(2), trouble(3)], trouble(4)))).toEqual([2, 3, 4]);
});
