import { expect, test } from 'vitest';
import type { JobView } from '../../http/api-types.ts';
import { jobsAfter } from './events.ts';

const job = (id: string, over: Partial<JobView> = {}): JobView => ({
  id,
  kind: 'read',
  done: 1,
  total: 9,
  now: '',
  state: 'running',
  note: null,
  ...over,
});

test('W9 a report replaces what was known of its job, and a job that ended is shown no more', () => {
  const two = [job('a'), job('b')];
  expect(jobsAfter(two, job('a', { done: 5 })).map(({ id, done }) => [id, done])).toEqual([
    ['b', 1],
    ['a', 5],
  ]);
  expect(jobsAfter(two, job('a', { state: 'failed' })).map(({ id }) => id)).toEqual(['b']);
  expect(jobsAfter([], job('c')).map(({ id }) => id)).toEqual(['c']);
});
