import type { Kysely } from 'kysely';
import type { Problem } from '../domain/problem.ts';
import type { Tables } from './tables.ts';

/** The handle questions and writers take: the database itself, or the pinned connection inside `locked`. */
export type Handle = Kysely<Tables>;

/**
 * The port of the database: libsql now, PostgreSQL by another dialect later. It holds only projections of ledger and
 * vault. Every call may throw `StorageTrouble`.
 */
export interface Database {
  readonly db: Handle;
  /**
   * Runs `work` as the only writer among all processes (BEGIN IMMEDIATE … COMMIT) and hands back its result; what it
   * throws undoes everything. Inside, use only the handle that `work` is given: the outer `db` waits for the end of
   * `work`. Waits up to ten seconds for another writer without holding up readers, then throws `case-busy`.
   */
  locked<Result>(work: (db: Handle) => Promise<Result>): Promise<Result>;
  /** Merges the search index into one piece: after a big import, and after an erasure, for only a merge forgets dropped rows. */
  settleIndex(): Promise<void>;
  /** Brings the write-ahead log into the file and empties it: before close and lock, for it holds data (MECHANICS). */
  truncateWal(): Promise<void>;
  /** Truncates the log and closes; the handle is dead afterwards. */
  close(): Promise<void>;
}

/** What opening gives: `fresh` tables are empty and wait for a rebuild; `newer` ones belong to a later version and were not touched: discard them and rebuild. */
export type Opened =
  | { readonly kind: 'ready'; readonly fresh: boolean; readonly database: Database }
  | { readonly kind: 'newer'; readonly schema: number };

/** Thrown by any call on a database when the world is wrong: busy, damaged, full. The desk turns it into its problem. */
export class StorageTrouble extends Error {
  readonly problem: Problem;
  constructor(problem: Problem, cause?: unknown) {
    super(`storage: ${problem.kind}`, { cause });
    this.problem = problem;
  }
}
