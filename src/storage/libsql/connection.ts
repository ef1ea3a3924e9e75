import Libsql from 'libsql';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { BoundedMap } from '../../kit/bounded-map.ts';
import type { Problem } from '../../domain/problem.ts';
import { StorageTrouble } from '../database.ts';

const STATEMENTS_KEPT = 512;

type Row = Record<string, unknown>;

/**
 * One libsql connection as kysely wants it. libsql is synchronous: a query blocks the thread, so questions are bounded.
 * Parameters go in as one array and `.get()` is never used (MECHANICS, libsql, known faults); blobs come back as
 * ArrayBuffers and are handed on as Buffers without a copy.
 */
export class LibsqlConnection implements DatabaseConnection {
  readonly #file: Libsql.Database;
  readonly #statements = new BoundedMap<string, Libsql.Statement>(STATEMENTS_KEPT);

  constructor(file: Libsql.Database) {
    this.#file = file;
  }

  get inTransaction(): boolean {
    return this.#file.inTransaction;
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return new Promise((resolve) => resolve(this.#run<R>(query)));
  }

  // oxlint-disable-next-line require-yield -- kysely asks for the method; a stream would pin a snapshot while its reader waits
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('ask in pages: a stream holds the only connection');
  }

  /**
   * Runs a statement without parameters or rows. Not through `prepare`: a prepared BEGIN that met a busy writer would
   * stay half run and hold its snapshot, so that every later one fails with BUSY_SNAPSHOT (measured).
   */
  exec(sql: string): void {
    guarded(() => this.#file.exec(sql));
  }

  close(): void {
    this.#statements.clear();
    this.#file.close();
  }

  #run<R>(query: CompiledQuery): QueryResult<R> {
    return guarded(() => {
      const statement = this.#statement(query.sql);
      if (statement.reader) return { rows: rowsOf(statement, query.parameters) as R[] };
      if (!this.#file.inTransaction) throw new Error('a write outside `locked`');
      const done = statement.run([...query.parameters]);
      return { rows: [], numAffectedRows: BigInt(done.changes), insertId: BigInt(done.lastInsertRowid) };
    });
  }

  #statement(sql: string): Libsql.Statement {
    const kept = this.#statements.get(sql);
    if (kept !== undefined) return kept;
    const made: Libsql.Statement = this.#file.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }
}

function rowsOf(statement: Libsql.Statement, parameters: readonly unknown[]): Row[] {
  const rows = statement.all([...parameters]) as Row[];
  for (const row of rows) {
    for (const column in row) {
      const value = row[column];
      if (value instanceof ArrayBuffer) row[column] = Buffer.from(value);
    }
  }
  return rows;
}

/** Runs `work` and turns what the machine can do to us into `StorageTrouble`; a mistake in SQL stays a bug. */
export function guarded<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const problem = problemOf(error);
    throw problem === null ? error : new StorageTrouble(problem, error);
  }
}

/** Failures of the disk that are about what lies on it; the others (write, sync, the size of the shared index) are about room. */
const UNREADABLE = /READ|CORRUPT|AUTH|DATA/;

function problemOf(error: unknown): Problem | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return { kind: 'case-busy', by: 'another process' };
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    return { kind: 'case-damaged', what: 'the database cannot be read with this key' };
  }
  if (code.startsWith('SQLITE_IOERR') && UNREADABLE.test(code)) {
    return { kind: 'case-damaged', what: 'the disk refuses the database' };
  }
  if (/^SQLITE_(FULL|IOERR)/.test(code)) return { kind: 'disk-full', kept: 'everything acknowledged before' };
  return null;
}
