import { parentPort, workerData } from 'node:worker_threads';
import type { Progress } from '../domain/ports.ts';
import type { Problem } from '../domain/problem.ts';
import { assertNever } from '../kit/assert-never.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { putJob, type Job } from '../storage/projection/jobs.ts';
import { addFiles, type Acknowledged } from './add.ts';
import { askModel } from './ask-model.ts';
import { problemIn } from './case-trouble.ts';
import { examineFiles, fsckCase } from './fsck.ts';
import type { JobMessage, JobOrder, JobResults, JobSpec } from './jobs.ts';
import type { ModelOrder } from './model-server.ts';
import { MACHINE, openWithKey, type OpenCase } from './open-case.ts';
import type { FileReading } from './read-file.ts';
import { arrivalsBelow, readingPool } from './read-pool.ts';
import { readAgain } from './read-again.ts';
import { rebuildFromFiles, rebuildInto } from './rebuild.ts';

const ROW_EVERY_MS = 300;
const ALIVE_MS = 60_000;

/** The entry of the worker thread: opens the case with the key it is handed, does one job, says how far it is. */
async function main(order: JobOrder): Promise<void> {
  const opened = await openWithKey(order, MACHINE);
  if (!opened.ok) return post({ kind: 'result', result: await unopened(order, opened.problem) });
  const c = opened.value;
  const row = progressRow(c, order);
  // Idle children of the pool hold nothing: without this, a thread that only waits for another writer would end.
  const alive = setInterval(() => {}, ALIVE_MS);
  try {
    const result = await run(c, order.spec, row.progress);
    await row.end(result);
    post({ kind: 'result', result });
  } finally {
    clearInterval(alive);
    await c.close();
  }
}

type Result = Outcome<JobResults[JobSpec['kind']], Problem>;

/** What can be done for a damaged case: its files are examined, its tables made anew elsewhere (SPEC L12). */
async function unopened(order: JobOrder, problem: Problem): Promise<Result> {
  if (problem.kind === 'case-damaged' && order.spec.kind === 'fsck') return done(examineFiles(order, problem.what));
  if (problem.kind === 'case-damaged' && order.spec.kind === 'rebuild') {
    return rebuildFromFiles(order, order.spec.into, MACHINE);
  }
  return refuse(problem);
}

function post(message: JobMessage): void {
  if (parentPort === null) process.send?.(message);
  else parentPort.postMessage(message);
}

const acknowledged = (group: Acknowledged): void => post({ kind: 'acknowledged', ...group });

function run(c: OpenCase, spec: JobSpec, progress: Progress): Promise<Result> {
  switch (spec.kind) {
    case 'add':
      return withPool((files) =>
        addAndRead(c, arrivalsBelow(spec.paths, [c.folder]), { actor: spec.actor, files, progress, acknowledged }),
      );
    case 'read':
      return withPool((files) => readAndAsk(c, files, { model: spec.model, progress }));
    case 'fsck':
      return fsckCase(c, progress).then(done);
    case 'rebuild':
      return rebuildInto(c, spec.into, progress);
    default:
      return assertNever(spec);
  }
}

/** What an import before this one could not read any more, because it was killed, is read with it. */
async function addAndRead(...[c, arrivals, adding]: Parameters<typeof addFiles>): Promise<Result> {
  const added = await addFiles(c, arrivals, adding);
  if (!added.ok) return added;
  const read = await readAgain(c, adding.files, adding.progress);
  return read.ok ? added : read;
}

async function readAndAsk(
  c: OpenCase,
  files: FileReading,
  { model, progress }: { readonly model: ModelOrder | null; readonly progress: Progress },
): Promise<Outcome<JobResults['read'], Problem>> {
  const read = await readAgain(c, files, progress);
  if (!read.ok) return read;
  const asked = model === null ? done(null) : await askModel(c, model, progress);
  return asked.ok ? done({ ...read.value, asked: asked.value }) : asked;
}

async function withPool<Result>(work: (files: ReturnType<typeof readingPool>) => Promise<Result>): Promise<Result> {
  const files = readingPool();
  try {
    return await work(files);
  } finally {
    await files.close();
  }
}

/** Progress goes to the parent at once and into the tables a few times a second, for everybody else who looks; without room for it the work goes on. */
function progressRow(c: OpenCase, order: JobOrder) {
  let written = 0;
  let last: Job = {
    id: order.id,
    kind: order.spec.kind,
    done: 0,
    total: null,
    now: '',
    state: 'running',
    note: null,
    updated: '',
  };
  const write = async (job: Job): Promise<void> => {
    last = job;
    written = MACHINE.clock.now();
    try {
      await c.database.locked((db) => putJob(db, { ...job, updated: new Date(written).toISOString() }));
    } catch (error) {
      if (problemIn(error) === undefined) throw error;
    }
  };
  const progress: Progress = (step) => {
    post({ kind: 'progress', ...step });
    last = { ...last, ...step };
    if (MACHINE.clock.now() - written > ROW_EVERY_MS) void write(last).catch(() => {});
  };
  const end = (result: Outcome<unknown, Problem>): Promise<void> =>
    write({ ...last, state: result.ok ? 'done' : 'failed', note: result.ok ? null : result.problem.kind });
  return { progress, end };
}

/** A thread finds its order beside it; a child process is sent one, and goes when its parent goes. */
async function order(): Promise<JobOrder> {
  if (parentPort !== null) return workerData as JobOrder;
  process.on('disconnect', () => process.exit(1));
  return new Promise((resolve) => process.once('message', (sent) => resolve(sent as JobOrder)));
}

await main(await order());
if (parentPort === null) process.disconnect?.();
