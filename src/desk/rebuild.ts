import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import type { Deed } from '../domain/deed.ts';
import type { Progress } from '../domain/ports.ts';
import type { Problem } from '../domain/problem.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import type { Database, Handle } from '../storage/database.ts';
import { discardLibsql, openLibsql } from '../storage/libsql/open.ts';
import type { Secrets } from '../storage/secrets.ts';
import { dump } from '../storage/dump.ts';
import { settled } from './case-trouble.ts';
import { databasePath, openWithKey, type OpenCase, type Unlocked, type World } from './open-case.ts';
import { projectDeeds } from './project.ts';

export interface Rebuilt {
  readonly deeds: number;
  /** SHA-256, hex, over the canonical JSON of every record and source by id. */
  readonly digest: string;
}

const AT_ONCE = 512;

/** What the register says, as one hash: equal for equal ledgers, whatever way the tables were made (SPEC D8). */
export async function digestOf(db: Handle, secrets: Secrets): Promise<string> {
  const hash = createHash('sha256');
  for await (const { table, id, body } of dump(db, secrets)) {
    if (table === 'record' || table === 'source') hash.update(`${id}\n${body}\n`);
  }
  return hash.digest('hex');
}

/** Builds the tables anew from the ledger alone, in a folder that is empty or new; the case itself is not touched. */
export async function rebuildInto(c: OpenCase, folder: string, progress: Progress): Promise<Outcome<Rebuilt, Problem>> {
  const free = freeFolder(folder);
  if (!free.ok) return free;
  const opened = await openLibsql({ path: databasePath(folder), key: c.keys.database });
  if (!opened.ok) return opened;
  if (opened.value.kind !== 'ready') return refuse({ kind: 'folder-not-empty', path: folder });
  const { database } = opened.value;
  try {
    return await settled(async () => {
      const deeds = await replay(c, database, progress);
      return done({ deeds, digest: await digestOf(database.db, c.secrets) });
    });
  } finally {
    await database.close();
  }
}

/** As `rebuildInto`, of a case whose own tables cannot be opened: they are made in the other folder from the files alone. */
export async function rebuildFromFiles(c: Unlocked, folder: string, world: World): Promise<Outcome<Rebuilt, Problem>> {
  const free = freeFolder(folder);
  if (!free.ok) return free;
  const opened = await openWithKey(c, world, databasePath(folder));
  if (!opened.ok) {
    await discardLibsql(databasePath(folder));
    return opened;
  }
  const { database, ledger, secrets } = opened.value;
  try {
    return done({ deeds: ledger.size(), digest: await digestOf(database.db, secrets) });
  } finally {
    await opened.value.close();
  }
}

function freeFolder(folder: string): Outcome<void, Problem> {
  if (existsSync(folder) && readdirSync(folder).length > 0) return refuse({ kind: 'folder-not-empty', path: folder });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return done(undefined);
}

/** Projects every deed of the ledger into empty tables. */
export async function replay(c: OpenCase, database: Database, progress: Progress): Promise<number> {
  const total = c.ledger.size();
  let n = 0;
  let group: Deed[] = [];
  const flush = async (): Promise<void> => {
    await database.locked((db) => projectDeeds(db, group, c.ledger));
    n += group.length;
    group = [];
    progress({ done: n, total, now: `deed ${n}` });
  };
  for (const deed of c.ledger.deedsFrom(0)) {
    group.push(deed);
    if (group.length === AT_ONCE) await flush();
  }
  if (group.length > 0) await flush();
  return n;
}
