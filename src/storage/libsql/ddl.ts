import type { Ddl } from '../migrations/ddl.ts';

/**
 * SQLite's words for the schema. The search index is contentless and splits at everything ASCII that is no letter or
 * digit: tokens come folded, and "Karsel-north" is found by "north". Dropped rows leave tombstones until segments
 * merge; `secure-delete` writes them out where FTS5 allows it.
 */
export const LIBSQL_DDL: Ddl = {
  bytes: 'blob',
  real: 'real',
  serial: 'integer primary key',
  clustered: ' without rowid',
  search: [
    `create virtual table "search" using fts5("tokens", content='', contentless_delete=1, tokenize='ascii')`,
    `insert into "search"("search", "rank") values ('secure-delete', 1)`,
  ],
};

export const SETTLE_INDEX = `insert into "search"("search") values ('optimize')`;
