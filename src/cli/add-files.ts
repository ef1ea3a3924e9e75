import type { Acknowledged, Added } from '../desk/add.ts';
import { idsOf } from '../desk/decide.ts';
import { runJob } from '../desk/jobs.ts';
import type { OpenCase } from '../desk/open-case.ts';
import type { ActorName } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import type { Outcome } from '../kit/outcome.ts';
import { progressLine } from './print.ts';

export interface AddOrder {
  readonly actor: ActorName;
  readonly acknowledged?: (group: Acknowledged) => void;
}

/** Adds files as a job of its own thread, with a progress line on a terminal. */
export async function add(
  c: OpenCase,
  paths: readonly string[],
  { actor, ...watch }: AddOrder,
): Promise<Outcome<Added, Problem>> {
  const line = progressLine('Taken and read:');
  const added = await runJob(c, { kind: 'add', paths, actor }, { id: idsOf(c)(), progress: line.step, ...watch });
  line.end();
  return added;
}
