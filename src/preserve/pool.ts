import { refuse, type Outcome } from '../kit/outcome.ts';
import type { Task } from './pool-protocol.ts';
import { Seat, type SeatOptions } from './pool-seat.ts';
import { unread, type Unread } from './unread.ts';

/** MECHANICS, Processes: what one file may cost, and when a child is replaced. */
export const POOL_LIMITS = { seconds: 30, residentMiB: 512, heapMiB: 384, files: 500 } as const;

export interface PoolOptions extends SeatOptions {
  /** How many files are read at once. */
  readonly size: number;
}

/** Reads files in children that may be killed. `run` may be called at any time and waits for a free child. */
export interface Pool<Result> {
  run(task: Task): Promise<Outcome<Result, Unread>>;
  close(): Promise<void>;
}

interface Waiting<Result> {
  readonly task: Task;
  readonly settle: (outcome: Promise<Outcome<Result, Unread>>) => void;
}

/**
 * A pool of long-lived children (SPEC C16, C17). A hostile file costs at most its limits and becomes an `Unread`; the
 * next one gets a new child. Children start when the first file comes. What waits is held: await before you add without end.
 */
export function createPool<Result>(options: PoolOptions): Pool<Result> {
  const free = Array.from({ length: options.size }, () => new Seat<Result>(options));
  const seats = [...free];
  const waiting: Waiting<Result>[] = [];
  let isClosed = false;

  const next = (): void => {
    const seat = waiting.length > 0 ? free.pop() : undefined;
    const first = seat && waiting.shift();
    if (seat === undefined || first === undefined) return;
    const outcome = seat.read(first.task);
    first.settle(outcome);
    void outcome
      .catch(() => undefined)
      .then(() => {
        free.push(seat);
        next();
      });
  };
  return {
    run: (task) =>
      new Promise((settle) => {
        if (isClosed) return settle(refuse(unread('died', 'the pool is closed')));
        waiting.push({ task, settle });
        next();
      }),
    close: async () => {
      isClosed = true;
      for (const { settle } of waiting.splice(0)) settle(Promise.resolve(refuse(unread('died', 'the pool is closed'))));
      await Promise.all(seats.map((seat) => seat.leave()));
    },
  };
}
