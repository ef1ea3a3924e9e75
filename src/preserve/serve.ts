import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { refuse, type Outcome } from '../kit/outcome.ts';
import { whatFailed } from './extract.ts';
import type { Hint } from './extracted.ts';
import { LARGEST } from './limits.ts';
import type { Order, Reply, Task } from './pool-protocol.ts';
import { unread, type Unread } from './unread.ts';

/** What a child does with the bytes of one file. */
export type Handler<Result> = (bytes: Uint8Array, hint: Hint) => Promise<Outcome<Result, Unread>>;

/** The child's end of the line to its parent: `process`, or a stand-in of a test. */
export interface Line {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'disconnect' | 'SIGINT', listener: () => void): unknown;
  send?(message: unknown): unknown;
  exit(code: number): void;
}

/** The child's side of a pool (SPEC C16): one file at a time, an answer to every order, no way out but the answer. */
export function serve<Result>(handler: Handler<Result>, line: Line): void {
  const reply = (message: Reply<Result>): unknown => line.send?.(message);
  line.on('message', (message) => {
    if (!isOrder(message)) return;
    const { number, task } = message;
    void answerTo(task, handler).then((outcome) =>
      reply({ kind: 'answer', number, outcome, residentMiB: process.memoryUsage.rss() / 1024 ** 2 }),
    );
  });
  line.on('disconnect', () => line.exit(0));
  // Ctrl-C reaches the whole group; the parent decides what becomes of the file at hand.
  line.on('SIGINT', () => undefined);
  reply({ kind: 'ready' });
}

const isOrder = (message: unknown): message is Order =>
  typeof message === 'object' && message !== null && 'number' in message && 'task' in message;

async function answerTo<Result>(task: Task, handler: Handler<Result>): Promise<Outcome<Result, Unread>> {
  try {
    const bytes = await bytesOf(task);
    return bytes.ok ? await handler(bytes.value, { name: task.name, mediaType: task.mediaType }) : bytes;
  } catch (error) {
    return refuse(unread('damaged', whatFailed(error)));
  }
}

async function bytesOf(task: Task): Promise<Outcome<Uint8Array, Unread>> {
  if ('bytes' in task) return { ok: true, value: task.bytes };
  if ((await stat(task.path)).size > LARGEST.file) return refuse(unread('too-large'));
  const bytes = await readFile(task.path);
  const isSame = createHash('sha256').update(bytes).digest('hex') === task.sha256;
  return isSame ? { ok: true, value: bytes } : refuse(unread('changed'));
}

const WATCH = `
  const parent = process.ppid;
  setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, 1000);
`;

/** Shuts the process off (trust R27): no connection, and no life after its parent's, even in an endless loop. */
export function shutOff(): void {
  Socket.prototype.connect = () => {
    throw new Error('the reading process has no network');
  };
  Reflect.deleteProperty(globalThis, 'fetch');
  Reflect.deleteProperty(globalThis, 'WebSocket');
  new Worker(WATCH, { eval: true }).unref();
}
