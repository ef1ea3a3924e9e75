import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseContract, type DatabasePlace } from './contract.case.ts';
import { openLibsql } from './libsql/open.ts';

const KEY = new Uint8Array(32).fill(7);

async function libsqlPlace(): Promise<DatabasePlace> {
  const folder = await mkdtemp(join(tmpdir(), 'actum-database-'));
  const others: DatabasePlace[] = [];
  return {
    async open() {
      const opened = await openLibsql({ path: join(folder, 'case.db'), key: KEY });
      if (!opened.ok || opened.value.kind !== 'ready') throw new Error('the database does not open');
      return opened.value.database;
    },
    async another() {
      const made = await libsqlPlace();
      others.push(made);
      return made;
    },
    async remove() {
      for (const other of others) await other.remove();
      await rm(folder, { recursive: true });
    },
  };
}

databaseContract('libsql', libsqlPlace);
