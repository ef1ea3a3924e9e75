import { afterEach, beforeEach, describe } from 'vitest';
import type { Database } from './database.ts';
import { cacheContract } from './contract-cache.case.ts';
import { foldContract } from './contract-fold.case.ts';
import { lockContract } from './contract-lock.case.ts';
import { registerContract } from './contract-register.case.ts';
import { searchContract } from './contract-search.case.ts';

/** A place for databases of one kind: each `open` gives another connection to the same tables. */
export interface DatabasePlace {
  open(): Promise<Database>;
  /** A second, empty place of the same kind. */
  another(): Promise<DatabasePlace>;
  remove(): Promise<void>;
}

/** What a test of the contract has at hand: an open, empty database and its place. */
export interface Bench {
  database: Database;
  place: DatabasePlace;
}

/** What every implementation of the database must do, run on each (SPEC, Q). */
export function databaseContract(kind: string, makePlace: () => Promise<DatabasePlace>): void {
  describe(kind, () => {
    const bench = {} as Bench;
    beforeEach(async () => {
      bench.place = await makePlace();
      bench.database = await bench.place.open();
    });
    afterEach(async () => {
      await bench.database.close();
      await bench.place.remove();
    });
    registerContract(bench);
    cacheContract(bench);
    searchContract(bench);
    foldContract(bench);
    lockContract(bench);
  });
}
