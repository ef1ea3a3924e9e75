import { afterEach, expect, test } from 'vitest';
import { createPool, POOL_LIMITS, type Pool } from './pool.ts';
import type { SeatLimits } from './pool-seat.ts';

interface Echo {
  readonly words: string;
  readonly pid: number;
  readonly served: number;
  readonly keys: readonly string[];
  readonly args: readonly string[];
}

const open: Pool<Echo>[] = [];
afterEach(() => Promise.all(open.splice(0).map((pool) => pool.close())));

function pool(limits: Partial<SeatLimits> = {}, size = 1, args: readonly string[] = []): Pool<Echo> {
  const entry = new URL('./fixture/child.mjs', import.meta.url);
  const made = createPool<Echo>({ entry, args, size, limits: { ...POOL_LIMITS, ...limits } });
  open.push(made);
  return made;
}
const task = (name: string, words = '') => ({ name, mediaType: 'text/plain', bytes: Buffer.from(words) });

test('C16 bytes go to a child and its answer comes back', async () => {
  const outcome = await pool().run(task('echo', 'Qərsəl'));
  expect(outcome).toMatchObject({ ok: true, value: { words: 'Qərsəl', mediaType: 'text/plain' } });
});

test('C16 a child knows nothing of its parent’s environment', async () => {
  const outcome = await pool({}, 1, ['models']).run(task('environment'));
  expect(outcome).toMatchObject({ ok: true, value: { args: ['models'] } });
  expect(outcome.ok && outcome.value.keys.filter((key) => !/^(TZ|NODE_CHANNEL_.*|__CF.*)$/.test(key))).toEqual([]);
});

test('C17 a file that takes too long is unread and the next one is read', async () => {
  const one = pool({ seconds: 0.5 });
  const outcomes = await Promise.all([one.run(task('echo', 'a')), one.run(task('loop')), one.run(task('echo', 'b'))]);
  expect(outcomes[1]).toMatchObject({
    ok: false,
    problem: { kind: 'slow', reason: 'reading it took longer than 0.5 seconds and was stopped' },
  });
  expect([outcomes[0], outcomes[2]]).toMatchObject([{ value: { words: 'a' } }, { value: { words: 'b' } }]);
});

test('C17 a file that takes too much memory is unread and the next one is read', async () => {
  const one = pool({ residentMiB: 160 });
  expect(await one.run(task('swell'))).toMatchObject({ ok: false, problem: { kind: 'memory' } });
  expect(await one.run(task('echo', 'b'))).toMatchObject({ ok: true, value: { words: 'b' } });
});

test('C17 a file that ends its reader is unread and the next one is read', async () => {
  const one = pool();
  expect(await one.run(task('die'))).toMatchObject({
    ok: false,
    problem: { kind: 'died', reason: expect.stringContaining('code 7') },
  });
  expect(await one.run(task('echo', 'b'))).toMatchObject({ ok: true, value: { words: 'b', served: 1 } });
});

test('C16 a child is replaced after its number of files', async () => {
  const one = pool({ files: 2 });
  const served: number[] = [];
  for (let at = 0; at < 5; at += 1) {
    const outcome = await one.run(task('echo'));
    if (outcome.ok) served.push(outcome.value.served);
  }
  expect(served).toEqual([1, 2, 1, 2, 1]);
});

test('C17 memory that one file left behind is not held against the next one', async () => {
  const one = pool();
  const outcomes = [
    await one.run({ ...task('echo'), mediaType: '300' }),
    await one.run(task('echo')),
    await one.run(task('echo')),
  ];
  expect(outcomes.map((outcome) => outcome.ok && outcome.value.served)).toEqual([1, 1, 2]);
});

test('C16 as many children as seats, one file at a time each', async () => {
  const two = pool({}, 2);
  const outcomes = await Promise.all(Array.from({ length: 8 }, (_, at) => two.run(task('echo', String(at)))));
  expect(outcomes.map((outcome) => outcome.ok && outcome.value.words)).toEqual([
    '0',
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
  ]);
  expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.value.pid)).size).toBe(2);
});

test('C16 a closed pool leaves no child and answers what still waits', async () => {
  const one = pool();
  const first = await one.run(task('echo'));
  const stuck = one.run(task('loop'));
  const waiting = one.run(task('echo'));
  await one.close();
  expect(await stuck).toMatchObject({ ok: false, problem: { kind: 'died' } });
  expect(await waiting).toMatchObject({ ok: false, problem: { kind: 'died' } });
  expect(() => process.kill(first.ok ? first.value.pid : 0, 0)).toThrow();
});

test('C16 a child that cannot start is a fault of the program, not of a file', async () => {
  await expect(pool({}, 1, ['broken']).run(task('echo'))).rejects.toThrow('does not start');
});
