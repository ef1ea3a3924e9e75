import { join } from 'node:path';
import type { Clock, Random } from '../domain/ports.ts';
import type { Files } from './files.ts';
import { stillRuns, type Processes } from './processes.ts';

export interface TempWorld {
  readonly files: Files;
  readonly random: Random;
  readonly clock: Clock;
  readonly processes: Processes;
}

const RANDOM_BYTES = 8;
const TEMP = /^(\d+)-(\d+)-[0-9a-f]{16}$/;

/** `pid-milliseconds-chance`: tells whether who wrote it still lives. */
export function tempName({ random, clock, processes }: TempWorld): string {
  return `${processes.pid}-${clock.now()}-${Buffer.from(random.bytes(RANDOM_BYTES)).toString('hex')}`;
}

/** Removes what processes that no longer run left behind (SPEC V5); what a living one writes stays. */
export function removeOrphans(folder: string, { files, processes }: TempWorld): void {
  for (const name of files.list(folder)) {
    const [, pid = '', at = ''] = TEMP.exec(name) ?? [];
    if (pid !== '' && !stillRuns(processes, Number(pid), Number(at))) files.remove(join(folder, name));
  }
}
