import type { Handle } from '../database.ts';
import { ascii, utf8 } from '../packed.ts';
import type { JobKind, JobState } from '../tables.ts';

/** Long work as others see it: the page by server-sent events, the command line by asking. */
export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  readonly done: number;
  readonly total: number | null;
  readonly now: string;
  readonly state: JobState;
  readonly note: string | null;
  /** UTC, ISO 8601. */
  readonly updated: string;
}

/** Writes a job's row, new or moved on. */
export async function putJob(db: Handle, job: Job): Promise<void> {
  const row = {
    ...job,
    id: ascii(job.id),
    now: utf8(job.now),
    note: job.note === null ? null : utf8(job.note),
    updated: ascii(job.updated),
  };
  await db
    .insertInto('job')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

export async function dropJob(db: Handle, id: string): Promise<void> {
  await db.deleteFrom('job').where('id', '=', ascii(id)).execute();
}
