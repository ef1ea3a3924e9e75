/** What differs between databases in the schema; everything else of it is common SQL. */
export interface Ddl {
  readonly bytes: string;
  readonly real: string;
  /** A primary key that the database numbers. */
  readonly serial: string;
  /** Ends a table that lives in its primary key. */
  readonly clustered: string;
  /** Makes the full-text index `search(rowid, tokens)`. */
  readonly search: readonly string[];
}

/** One step of the schema: statements in order. Its number is its place in `MIGRATIONS`. */
export type Migration = (ddl: Ddl) => readonly string[];
