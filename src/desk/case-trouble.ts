import { DamagedBlob, DamagedLedger } from '../domain/ports.ts';
import type { Problem } from '../domain/problem.ts';
import type { Outcome } from '../kit/outcome.ts';
import { refuse } from '../kit/outcome.ts';
import { StorageTrouble } from '../storage/database.ts';
import { diskProblem } from '../storage/files.ts';

/** Expected trouble met in the middle of a fold or a stream, where no value can be handed back; `settled` turns it into one. */
export class CaseTrouble extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** The problem that an error stands for, wherever it was met; undefined: a bug. */
export function problemIn(error: unknown): Problem | undefined {
  if (error instanceof CaseTrouble || error instanceof StorageTrouble) return error.problem;
  if (error instanceof DamagedLedger || error instanceof DamagedBlob) {
    return { kind: 'case-damaged', what: error.message };
  }
  return diskProblemIn(error);
}

function diskProblemIn(error: unknown): Problem | undefined {
  const path = error instanceof Error && 'path' in error ? String(error.path) : 'the case';
  try {
    const refusal = diskProblem(error, path);
    return refusal.ok ? undefined : refusal.problem;
  } catch {
    return undefined;
  }
}

/** The outcome of work that may meet trouble on its way; a bug still throws. */
export async function settled<Value>(work: () => Promise<Outcome<Value, Problem>>): Promise<Outcome<Value, Problem>> {
  try {
    return await work();
  } catch (error) {
    const problem = problemIn(error);
    if (problem === undefined) throw error;
    return refuse(problem);
  }
}
