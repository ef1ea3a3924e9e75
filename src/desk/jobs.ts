import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Problem } from '../domain/problem.ts';
import { done, type Outcome } from '../kit/outcome.ts';
import type { Progress } from '../domain/ports.ts';
import type { ActorName } from '../domain/ids.ts';
import type { Acknowledged, Added } from './add.ts';
import type { Asked } from './asked.ts';
import type { FsckReport } from './fsck.ts';
import type { ModelOrder } from './model-server.ts';
import type { Unlocked } from './open-case.ts';
import type { Rebuilt } from './rebuild.ts';

/** Long work: it runs in a worker thread with a connection of its own, and writes progress rows (MECHANICS, Processes). */
export type JobSpec =
  | { readonly kind: 'add'; readonly paths: readonly string[]; readonly actor: ActorName }
  | { readonly kind: 'read'; readonly actor: ActorName; readonly model: ModelOrder | null }
  | { readonly kind: 'fsck' }
  | { readonly kind: 'rebuild'; readonly into: string };

export interface JobResults {
  readonly add: Added;
  /** `asked`: what a language model was asked beside the built-in reader; null for none. */
  readonly read: { readonly read: number; readonly asked: Asked | null };
  readonly fsck: FsckReport;
  readonly rebuild: Rebuilt;
}

export type JobResult<Kind extends JobSpec['kind']> = Outcome<JobResults[Kind], Problem>;

/** What the worker is handed: the key goes from memory to memory. */
export interface JobOrder extends Unlocked {
  readonly spec: JobSpec;
  readonly id: string;
}

export type JobMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number | null; readonly now: string }
  | ({ readonly kind: 'acknowledged' } & Acknowledged)
  | { readonly kind: 'result'; readonly result: Outcome<JobResults[JobSpec['kind']], Problem> };

interface Watch {
  readonly id: string;
  readonly progress: Progress;
  /** Called for each group of an import as it is committed. */
  readonly acknowledged?: (group: Acknowledged) => void;
}

const ENTRY = new URL('./job-worker.js', import.meta.url);

/** Runs one job to its end in a worker thread. A worker that dies is a bug. */
export function runJob<Kind extends Exclude<JobSpec['kind'], 'fsck'>>(
  c: Unlocked,
  spec: Extract<JobSpec, { kind: Kind }>,
  watch: Watch,
): Promise<JobResult<Kind>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(ENTRY, { workerData: orderOf(c, spec, watch) });
    let result: JobResult<Kind> | undefined;
    worker.on('message', (message: JobMessage) => {
      if (message.kind === 'progress') watch.progress(message);
      else if (message.kind === 'acknowledged') watch.acknowledged?.(message);
      else result = message.result as JobResult<Kind>;
    });
    worker.on('error', reject);
    worker.on('exit', (code) =>
      result === undefined ? reject(new Error(`the worker ended with ${code}`)) : resolve(result),
    );
  });
}

/** Checks the case in a child process: a damaged database can end the process that reads it, and that is a finding (MECHANICS). */
export function runFsck(c: Unlocked, watch: Watch): Promise<JobResult<'fsck'>> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(ENTRY), {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let result: JobResult<'fsck'> | undefined;
    child.on('message', (message: JobMessage) => {
      if (message.kind === 'progress') watch.progress(message);
      else if (message.kind === 'result') result = message.result as JobResult<'fsck'>;
    });
    child.on('exit', () => resolve(result ?? done(DIED)));
    child.send(orderOf(c, { kind: 'fsck' }, watch));
  });
}

const DIED: FsckReport = {
  ok: false,
  deeds: 0,
  digest: null,
  unanchored: 0,
  problems: [
    {
      kind: 'database',
      where: 'register.db',
      what: 'the database is damaged: reading it ended the process; rebuild it',
    },
  ],
};

const orderOf = (c: Unlocked, spec: JobSpec, { id }: Watch): JobOrder => ({
  folder: c.folder,
  header: c.header,
  caseKey: c.caseKey,
  spec,
  id,
});
