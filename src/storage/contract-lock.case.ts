import { expect, test } from 'vitest';
import type { Bench } from './contract.case.ts';
import { deed } from './invented.case.ts';
import { putDeeds } from './projection/deeds.ts';
import { deedCount } from './questions/deeds.ts';
import type { Handle } from './database.ts';

const put = (db: Handle, n: number): Promise<void> =>
  putDeeds(db, [{ deed: deed(n, { kind: 'open', name: 'Karsel' }), refs: [] }]);

export function lockContract(bench: Bench): void {
  test('Q27 what throws inside the lock leaves nothing behind', async () => {
    const failed = bench.database.locked(async (db) => {
      await put(db, 0);
      throw new Error('a bug');
    });
    await expect(failed).rejects.toThrow('a bug');
    expect(await deedCount(bench.database.db)).toBe(0);
    expect(await bench.database.locked(async (db) => (await put(db, 0), 'done'))).toBe('done');
    expect(await deedCount(bench.database.db)).toBe(1);
  });

  test('Q27 a second writer waits for the first; a reader does not, and sees nothing half done', async () => {
    const other = await bench.place.open();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const order: string[] = [];
    const first = bench.database.locked(async (db) => {
      await put(db, 0);
      order.push('first wrote');
      await held;
      order.push('first done');
    });
    while (order.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const second = other.locked(async (db) => {
      order.push(`second sees ${await deedCount(db)}`);
      await put(db, 1);
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await deedCount(other.db)).toBe(0);
    release();
    await Promise.all([first, second]);
    expect(order).toEqual(['first wrote', 'first done', 'second sees 1']);
    expect(await deedCount(other.db)).toBe(2);
    await other.close();
  });

  test('Q27 a write outside the lock is a bug and throws', async () => {
    await expect(put(bench.database.db, 0)).rejects.toThrow('outside');
  });

  test('Q27 writers of one process take turns in the order they came', async () => {
    const order: number[] = [];
    await Promise.all([1, 2, 3].map((n) => bench.database.locked(async () => void order.push(n))));
    expect(order).toEqual([1, 2, 3]);
  });
}
