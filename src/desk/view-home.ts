import { homeCounts } from '../storage/questions/home.ts';
import { jobs } from '../storage/questions/jobs.ts';
import { keptNotes, unanchored } from './checkpoint.ts';
import { figuresDesk } from './figures-desk.ts';
import type { OpenCase } from './open-case.ts';
import { hasPassphrase } from './passphrase.ts';
import { caseNameOf } from './release.ts';

const NOTHING = {
  sources: 0,
  unread: 0,
  duplicates: 0,
  waiting: 0,
  acts: 0,
  persons: 0,
  events: 0,
  statements: 0,
  figures: 0,
  proceedings: 0,
  interventions: 0,
  toSettle: 0,
  sought: 0,
  workNeeded: 0,
  work: 0,
  conflicts: 0,
};

/** What is here, what waits, what is to be settled, what is sought. */
export async function caseHome(c: OpenCase, actor: string) {
  const counts = await homeCounts(c.database.db);
  const { records } = counts;
  const desk = await figuresDesk(c);
  return {
    name: caseNameOf(c),
    actor,
    locked: false,
    passphrase: hasPassphrase(c),
    counts: {
      sources: counts.sources,
      unread: counts.unread,
      duplicates: counts.duplicates,
      waiting: counts.waiting,
      acts: records.act,
      persons: records.person,
      events: records.event,
      statements: records.statement,
      figures: records.figure,
      proceedings: records.proceeding,
      interventions: records.intervention,
      toSettle: desk.settle.pairs.length,
      sought: counts.sought,
      workNeeded: counts.workNeeded,
      work: counts.work,
      conflicts: counts.conflicts,
    },
    ledger: { deeds: c.ledger.size(), unanchored: unanchored(c), checkpointSize: keptNotes(c).at(-1)?.size ?? null },
    jobs: (await freshJobs(c)).filter((job) => job.state === 'running'),
  };
}

/** What may be said of a locked case: that it is locked. */
export const lockedHome = (actor: string) => ({
  name: '',
  actor,
  locked: true,
  passphrase: true,
  counts: NOTHING,
  ledger: { deeds: 0, unanchored: 0, checkpointSize: null },
  jobs: [],
});

const STALE_MS = 30_000;
/** A job whose process died leaves its row running; after a while nobody shows it. */
const isFresh = (c: OpenCase, updated: string): boolean => c.world.clock.now() - Date.parse(updated) < STALE_MS;

/** Jobs that wrote of themselves lately, by whatever process. */
export async function freshJobs(c: OpenCase) {
  const rows = await jobs(c.database.db);
  return rows
    .filter((job) => isFresh(c, job.updated))
    .map(({ id, kind, done, total, now, state, note }) => ({ id, kind, done, total, now, state, note }));
}
