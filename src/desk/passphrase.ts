import type { Problem } from '../domain/problem.ts';
import type { Outcome } from '../kit/outcome.ts';
import { takeExclusive } from '../storage/exclusive.ts';
import { keyState, setPassphrase } from '../storage/key-file.ts';
import { thisMachine } from '../storage/processes.ts';
import type { OpenCase } from './open-case.ts';

/** Sets, changes or (null) removes the passphrase; nobody else may change keys meanwhile (MECHANICS, Processes). */
export async function changePassphrase(c: OpenCase, passphrase: string | null): Promise<Outcome<null, Problem>> {
  const world = { files: c.files, processes: thisMachine(), clock: c.world.clock, random: c.world.random };
  const taken = takeExclusive(c.folder, 'passphrase change', world);
  if (!taken.ok) return taken;
  try {
    return await setPassphrase(c.files, c.folder, { key: c.caseKey, passphrase });
  } finally {
    taken.value();
  }
}

export const hasPassphrase = (c: Pick<OpenCase, 'files' | 'folder'>): boolean =>
  keyState(c.files, c.folder) === 'passphrase';
