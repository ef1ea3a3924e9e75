import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { refuse, type Outcome } from '../kit/outcome.ts';
import type { Order, Reply, Task } from './pool-protocol.ts';
import { residentMiB } from './resident.ts';
import { unread, type Unread } from './unread.ts';

export interface SeatLimits {
  readonly seconds: number;
  readonly residentMiB: number;
  readonly heapMiB: number;
  /** A child is replaced after so many files: what its libraries leak stays small. */
  readonly files: number;
}

export interface SeatOptions {
  /** The module a child runs; it calls `serve`. */
  readonly entry: URL;
  readonly args: readonly string[];
  readonly limits: SeatLimits;
}

/** How often a child's memory is looked at, in milliseconds. */
const WATCH = 200;

/** One place for a child: reads one file at a time, and replaces its child when that died, was stopped, or is worn out. */
export class Seat<Result> {
  readonly #options: SeatOptions;
  #child: ChildProcess | undefined;
  #files = 0;
  #number = 0;
  #residentMiB = 0;

  constructor(options: SeatOptions) {
    this.#options = options;
  }

  /** Throws only where no child can be started at all: that is a fault of the program, not of a file. */
  async read(task: Task): Promise<Outcome<Result, Unread>> {
    const child = this.#child ?? (await this.#start());
    hold(child, true);
    const outcome = await this.#ask(child, task);
    hold(child, false);
    this.#files += 1;
    const { files, residentMiB: most } = this.#options.limits;
    // Memory a large file left behind must not be held against the next one.
    if (this.#files >= files || this.#residentMiB > most / 2) await this.leave();
    return outcome;
  }

  /** Ends the child, if there is one, and waits until it is gone. */
  async leave(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    // Held again: a thread with nothing else to wait for would end before the child does.
    hold(child, true);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async #start(): Promise<ChildProcess> {
    const { entry, args, limits } = this.#options;
    const child = fork(fileURLToPath(entry), args, {
      // Small young spaces: two children that read all day must leave room for the case itself.
      execArgv: [`--max-old-space-size=${limits.heapMiB}`, '--max-semi-space-size=4', ...READ_ONLY],
      env: { TZ: 'UTC' },
      serialization: 'advanced',
      // What a library prints may quote a source, and logs hold no words of sources (trust R19).
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child = child;
    this.#files = 0;
    this.#residentMiB = 0;
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined;
    });
    const isReady = await new Promise<boolean>((settle) => {
      child.once('message', () => settle(true));
      child.once('exit', () => settle(false));
      child.once('error', () => settle(false));
    });
    if (isReady) return child;
    this.#child = undefined;
    throw new Error(`the reading process does not start: ${fileURLToPath(entry)}`);
  }

  /** Sends the order and waits for what comes first: the answer, the child's end, or a limit. */
  #ask(child: ChildProcess, task: Task): Promise<Outcome<Result, Unread>> {
    const { limits } = this.#options;
    this.#number += 1;
    const order: Order = { number: this.#number, task };
    return new Promise((settle) => {
      let isOver = false;
      const stopped = (why: Unread): void => {
        if (isOver) return;
        end();
        void this.leave().then(() => settle(refuse(why)));
      };
      const onMessage = (message: unknown): void => {
        if (!isAnswer<Result>(message) || message.number !== order.number) return;
        end();
        this.#residentMiB = message.residentMiB;
        settle(message.outcome);
      };
      const onExit = (code: number | null, signal: string | null): void => stopped(causeOf(code, signal, limits));
      const late = setTimeout(() => stopped(unread('slow', String(limits.seconds))), limits.seconds * 1000);
      const watch = setInterval(() => {
        void residentMiB(child.pid ?? 0).then((used) => {
          if (used > limits.residentMiB) stopped(unread('memory', String(limits.residentMiB)));
        });
      }, WATCH);
      const end = (): void => {
        isOver = true;
        clearTimeout(late);
        clearInterval(watch);
        child.off('message', onMessage).off('exit', onExit);
      };
      child.on('message', onMessage).on('exit', onExit);
      child.send(order, (error) => {
        if (error !== null) stopped(unread('died', 'it cannot be reached'));
      });
    });
  }
}

/** Node's permission model: the child reads files and starts a thread, it writes nothing and starts no process. */
const READ_ONLY: readonly string[] = ['--permission', '--experimental-permission']
  .filter((flag) => process.allowedNodeEnvironmentFlags.has(flag))
  .slice(0, 1)
  .flatMap((flag) => [flag, '--allow-fs-read=*', '--allow-worker']);

const isAnswer = <Result>(message: unknown): message is Extract<Reply<Result>, { kind: 'answer' }> =>
  typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'answer';

/** V8 aborts a process whose heap is full. */
const causeOf = (code: number | null, signal: string | null, limits: SeatLimits): Unread =>
  signal === 'SIGABRT' || code === 134
    ? unread('memory', String(limits.heapMiB))
    : unread('died', signal ?? `code ${code ?? 'unknown'}`);

/** An idle child does not keep its parent alive. */
function hold(child: ChildProcess, isBusy: boolean): void {
  if (isBusy) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}
