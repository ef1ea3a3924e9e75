import type { Handle } from '../database.ts';
import { fromUtf8 } from '../packed.ts';
import type { Job } from '../projection/jobs.ts';
import { PAGE } from './page.ts';

/** The jobs there are, the last moved first. */
export async function jobs(db: Handle): Promise<Job[]> {
  const rows = await db.selectFrom('job').selectAll().orderBy('updated', 'desc').orderBy('id').limit(PAGE).execute();
  return rows.map((row) => ({
    ...row,
    now: fromUtf8(row.now),
    note: row.note === null ? null : fromUtf8(row.note),
  }));
}
