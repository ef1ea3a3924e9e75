import { closeSync, openSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Kysely } from 'kysely';
import Libsql from 'libsql';
import { done, refuse, type Outcome } from '../../kit/outcome.ts';
import type { Problem } from '../../domain/problem.ts';
import { StorageTrouble, type Database, type Handle, type Opened } from '../database.ts';
import { migrate } from '../migrations/migrate.ts';
import type { Tables } from '../tables.ts';
import { LibsqlConnection } from './connection.ts';
import { BUSY_TIMEOUT_MS, libsqlDialect, WriterBusy } from './dialect.ts';
import { LIBSQL_DDL, SETTLE_INDEX } from './ddl.ts';

/** The only cipher libsql has; it hides, but does not authenticate: `fsck` compares with a fresh fold. */
const CIPHER = 'aes256cbc';
const PAUSES_MS = [1, 2, 5, 10, 15, 20, 25] as const;

const PRAGMAS = [
  'journal_mode = wal',
  'synchronous = full',
  'foreign_keys = off',
  // Overwrites what is deleted, so that an erased word is not left in a free page (MECHANICS, Deeds and the fold).
  'secure_delete = on',
  'cache_size = -32768',
] as const;

export interface LibsqlPlace {
  readonly path: string;
  /** 32 bytes, from the case key. */
  readonly key: Uint8Array;
  /** How long to wait for another writer, in milliseconds; ten seconds unless told. */
  readonly patience?: number;
}

/**
 * Opens the encrypted file, or makes it. Safe in worker threads and in several processes at once: WAL, one writer.
 * A wrong key and a damaged file look alike: `case-damaged`.
 */
export async function openLibsql(place: LibsqlPlace): Promise<Outcome<Opened, Problem>> {
  try {
    return done(await prepared(connect(place), place.patience ?? BUSY_TIMEOUT_MS));
  } catch (error) {
    if (error instanceof StorageTrouble) return refuse(error.problem);
    throw error;
  }
}

async function prepared(connection: LibsqlConnection, patience: number): Promise<Opened> {
  const db = new Kysely<Tables>({ dialect: libsqlDialect(connection) });
  const database = databaseOver(connection, db, patience);
  try {
    const schema = await migrate(database, LIBSQL_DDL);
    if (schema.kind !== 'newer') return { kind: 'ready', fresh: schema.kind === 'made', database };
    await database.close();
    return { kind: 'newer', schema: schema.version };
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Removes the file and its log, so that the next open makes it anew: nothing is lost (DESIGN §5). */
export async function discardLibsql(path: string): Promise<void> {
  for (const end of ['', '-wal', '-shm']) await rm(path + end, { force: true });
}

function connect(place: LibsqlPlace): LibsqlConnection {
  const options = {
    encryptionCipher: CIPHER,
    encryptionKey: Buffer.from(place.key).toString('hex'),
    timeout: BUSY_TIMEOUT_MS,
  };
  let connection: LibsqlConnection;
  try {
    // Readable by its owner only, and so are the log and index that SQLite makes beside it.
    closeSync(openSync(place.path, 'a', 0o600));
    connection = new LibsqlConnection(new Libsql(place.path, options));
  } catch (error) {
    throw new StorageTrouble(
      { kind: 'path-unreadable', path: place.path, why: 'no database can be opened here' },
      error,
    );
  }
  try {
    for (const pragma of PRAGMAS) connection.exec(`pragma ${pragma}`);
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
}

function databaseOver(connection: LibsqlConnection, db: Handle, patience: number): Database {
  const locked: Database['locked'] = (work) => lockedOn(db, patience, work);
  const truncateWal = async (): Promise<void> => {
    await db.connection().execute(async () => connection.exec('pragma wal_checkpoint(truncate)'));
  };
  return {
    db,
    locked,
    settleIndex: () => locked(async () => connection.exec(SETTLE_INDEX)),
    truncateWal,
    close: async () => {
      try {
        await truncateWal();
      } finally {
        await db.destroy();
      }
    },
  };
}

/** Tries to become the writer, pausing between tries: the thread stays free and readers on this connection go on. */
async function lockedOn<Result>(db: Handle, patience: number, work: (db: Handle) => Promise<Result>): Promise<Result> {
  let waited = 0;
  for (let attempt = 0; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (!(error instanceof WriterBusy) || waited >= patience) throw error;
      const rest = PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)] ?? 25;
      waited += rest + 5;
      await pause(rest);
    }
  }
}
