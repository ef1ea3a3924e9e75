import type { Problem } from '../domain/problem.ts';
import type { Outcome } from '../kit/outcome.ts';
import { refuse } from '../kit/outcome.ts';
import { StorageTrouble } from '../storage/database.ts';

/** Expected trouble met in the middle of a fold or a stream, where no value can be handed back; `settled` turns it into one. */
export class CaseTrouble extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** The outcome of work that may meet trouble on its way; a bug still throws. */
export async function settled<Value>(work: () => Promise<Outcome<Value, Problem>>): Promise<Outcome<Value, Problem>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CaseTrouble || error instanceof StorageTrouble) return refuse(error.problem);
    throw error;
  }
}
