import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
} from 'kysely';
import { StorageTrouble } from '../database.ts';
import type { LibsqlConnection } from './connection.ts';

/** How long any statement but BEGIN waits for a lock, in milliseconds: at recovery after a crash, or a last close. */
export const BUSY_TIMEOUT_MS = 10_000;
const BEGIN_TIMEOUT_MS = 5;

/** Another process writes at this moment: nothing was begun, try again. */
export class WriterBusy extends StorageTrouble {}

/** libsql for kysely: SQLite's grammar over one connection that is used by one caller at a time. */
export function libsqlDialect(connection: LibsqlConnection): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new LibsqlDriver(connection),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class LibsqlDriver implements Driver {
  readonly #connection: LibsqlConnection;
  #turn: Promise<void> = Promise.resolve();
  #yield: () => void = () => undefined;

  constructor(connection: LibsqlConnection) {
    this.#connection = connection;
  }

  async init(): Promise<void> {}

  /** Callers take turns in the order they came. */
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn;
    let release = (): void => undefined;
    this.#turn = new Promise((resolve) => (release = resolve));
    await before;
    this.#yield = release;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#yield();
  }

  /** Immediate, for a deferred one fails at once with BUSY_SNAPSHOT when it comes to write (MECHANICS, Processes). */
  async beginTransaction(): Promise<void> {
    this.#connection.exec(`pragma busy_timeout = ${BEGIN_TIMEOUT_MS}`);
    try {
      this.#connection.exec('begin immediate');
    } catch (error) {
      if (error instanceof StorageTrouble && error.problem.kind === 'case-busy') {
        throw new WriterBusy(error.problem, error);
      }
      throw error;
    } finally {
      this.#connection.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
    }
  }

  async commitTransaction(): Promise<void> {
    this.#connection.exec('commit');
  }

  /** SQLite itself may have rolled back already (a full disk); then there is nothing to undo. */
  async rollbackTransaction(): Promise<void> {
    if (this.#connection.inTransaction) this.#connection.exec('rollback');
  }

  async destroy(): Promise<void> {
    this.#connection.close();
  }
}
