import { join } from 'node:path';
import { z } from 'zod';
import type { Clock, Random } from '../domain/ports.ts';
import type { Problem } from '../domain/problem.ts';
import { canonicalJson } from '../kit/canonical-json.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { diskProblem, isMissing, isThere, readWhole, withFile, type Files } from './files.ts';
import { stillRuns, type Processes } from './processes.ts';

/** What nobody else may do something beside (MECHANICS, Processes). */
export type ExclusiveWork = 'passphrase change' | 'rebuild' | 'erasure' | 'panic';

export interface Holder {
  readonly pid: number;
  readonly work: ExclusiveWork;
  /** Milliseconds since 1970. */
  readonly since: number;
}

export interface ExclusiveWorld {
  readonly files: Files;
  readonly processes: Processes;
  readonly clock: Clock;
  readonly random: Random;
}

const LOCK = 'exclusive.lock';
const holderSchema = z.strictObject({
  pid: z.number().int().positive(),
  work: z.enum(['passphrase change', 'rebuild', 'erasure', 'panic']),
  since: z.number(),
}) satisfies z.ZodType<Holder>;

/** Who holds the case for himself now; undefined where nobody does, or a process that is gone. */
export function holderOf(folder: string, { files, processes }: ExclusiveWorld): Holder | undefined {
  return livingIn(join(folder, LOCK), files, processes);
}

function livingIn(path: string, files: Files, processes: Processes): Holder | undefined {
  const holder = parsed(readWhole(files, path));
  return holder !== undefined && stillRuns(processes, holder.pid, holder.since) ? holder : undefined;
}

/** Takes the case for one work, or says who has it. The value gives it free again. */
export function takeExclusive(
  folder: string,
  work: ExclusiveWork,
  world: ExclusiveWorld,
): Outcome<() => void, Problem> {
  const { files, processes, clock } = world;
  const path = join(folder, LOCK);
  const mine = Buffer.from(canonicalJson({ pid: processes.pid, work, since: clock.now() }));
  const held = (): boolean => mine.equals(readWhole(files, path) ?? Buffer.alloc(0));
  try {
    if (!created(files, path, mine)) {
      const holder = holderOf(folder, world);
      if (holder !== undefined) return busy(holder);
      setAside(path, folder, world);
      if (!created(files, path, mine)) return busy(holderOf(folder, world));
    }
    // Who looked between our making the file and our writing it took it for a dead one.
    if (!held()) return busy(holderOf(folder, world));
    files.syncFolder(folder);
  } catch (error) {
    return diskProblem(error, path);
  }
  return done(() => {
    if (held()) files.remove(path);
    files.syncFolder(folder);
  });
}

function busy(holder: Holder | undefined): Outcome<never, Problem> {
  return refuse({
    kind: 'case-busy',
    by: holder === undefined ? 'another process' : `${holder.work} (process ${holder.pid})`,
  });
}

function created(files: Files, path: string, bytes: Uint8Array): boolean {
  try {
    withFile(files, path, 'create', (file) => {
      file.write(0, bytes);
      file.sync();
    });
    return true;
  } catch (error) {
    if (isThere(error)) return false;
    throw error;
  }
}

/**
 * Takes a dead lock away. A rename takes exactly one file: of two processes that find it dead, one gets it; who gets a
 * living one instead, made meanwhile, gives it back.
 */
function setAside(path: string, folder: string, world: ExclusiveWorld): void {
  const { files, random, processes } = world;
  const aside = join(folder, `${Buffer.from(random.bytes(8)).toString('hex')}.dead`);
  try {
    files.rename(path, aside);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  if (livingIn(aside, files, processes) !== undefined) files.rename(aside, path);
  else files.remove(aside);
}

function parsed(bytes: Uint8Array | undefined): Holder | undefined {
  if (bytes === undefined) return undefined;
  try {
    const holder = holderSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return holder.success ? holder.data : undefined;
  } catch {
    return undefined;
  }
}
