import type { Migration } from './ddl.ts';

/** The tables of `tables.ts`, and the indexes that keep each question a short walk along one of them. */
export const tables: Migration = (ddl) => [
  `create table "name" ("key" ${ddl.serial}, "id" text not null unique)`,
  ...deedTables(ddl),
  ...registerTables(ddl),
  ...sourceTables(ddl),
  ...readingTables(ddl),
  ...indexTables(ddl),
  ...ddl.search,
];

const deedTables: Migration = (ddl) => [
  `create table "deed" ("n" integer primary key, "id" text not null unique, "kind" text not null,
     "actor" ${ddl.bytes} not null, "at" text not null, "takenBackBy" integer)`,
  `create table "mention" ("refKey" integer not null, "n" integer not null, primary key ("refKey", "n"))${ddl.clustered}`,
  `create table "judgement" ("n" integer primary key, "of" text not null, "aKey" integer not null,
     "bKey" integer not null, "judgement" text not null)`,
  `create index "judgementOf" on "judgement" ("of", "aKey", "bKey", "n")`,
];

const registerTables: Migration = (ddl) => [
  `create table "state" ("key" integer primary key, "sealed" integer not null, "body" ${ddl.bytes} not null)`,
  `create table "record" ("key" integer primary key, "kind" text not null, "byTitle" ${ddl.bytes} not null,
     "byCode" text not null, "byDay" ${ddl.real} not null, "byCount" ${ddl.real} not null, "conflicts" integer not null,
     "work" integer not null, "withdrawn" integer not null, "unsettled" integer not null, "hold" text)`,
  `create index "recordByTitle" on "record" ("kind", "byTitle", "key")`,
  `create index "recordByCode" on "record" ("kind", "byCode", "key")`,
  `create index "recordByDay" on "record" ("kind", "byDay", "key")`,
  `create index "recordByCount" on "record" ("kind", "byCount", "key")`,
  `create index "recordConflict" on "record" ("key") where "conflicts" > 0`,
  `create index "recordUnsettled" on "record" ("key") where "unsettled" = 1`,
  `create index "recordHold" on "record" ("hold", "key") where "hold" is not null`,
  `create table "claim" ("recordKey" integer not null, "position" integer not null, "field" text not null,
     "status" text not null, "basis" text not null, "adopted" integer not null, "code" text, "low" ${ddl.real},
     "high" ${ddl.real}, "fromDay" integer, "toDay" integer, "refKey" integer,
     primary key ("recordKey", "position"))${ddl.clustered}`,
  `create index "claimStatus" on "claim" ("status", "recordKey", "position") where "status" in ('work-needed', 'issue')`,
  `create index "claimCode" on "claim" ("field", "code", "recordKey") where "code" is not null`,
  `create table "attest" ("recordKey" integer not null, "position" integer not null, "ordinal" integer not null,
     "sourceKey" integer not null, "textKey" integer not null, "start" integer not null, "end" integer not null,
     primary key ("recordKey", "position", "ordinal"))${ddl.clustered}`,
  `create index "attestText" on "attest" ("textKey", "start")`,
  `create index "attestSource" on "attest" ("sourceKey", "recordKey")`,
  `create table "refers" ("refKey" integer not null, "recordKey" integer not null, "as" text not null,
     primary key ("refKey", "recordKey", "as"))${ddl.clustered}`,
  `create index "refersRecord" on "refers" ("recordKey")`,
];

const sourceTables: Migration = (ddl) => [
  `create table "source" ("key" integer primary key, "byPlace" ${ddl.bytes} not null, "placeCount" integer not null,
     "mediaType" text not null, "bytes" integer not null, "takenAt" text not null, "unread" integer not null,
     "read" integer not null, "kind" text, "published" text, "language" text, "places" ${ddl.bytes} not null)`,
  `create index "sourceByPlace" on "source" ("byPlace", "key")`,
  `create index "sourceByTaken" on "source" ("takenAt", "key")`,
  `create index "sourceUnread" on "source" ("key") where "unread" = 1`,
  `create table "text" ("key" integer not null, "sourceKey" integer not null, "position" integer not null,
     "units" integer not null, "blob" text not null, "pages" text, primary key ("key", "sourceKey"))${ddl.clustered}`,
  `create index "textSource" on "text" ("sourceKey", "position")`,
];

const readingTables: Migration = (ddl) => [
  `create table "reading" ("textKey" integer not null, "reader" text not null, "body" ${ddl.bytes} not null,
     primary key ("textKey", "reader"))`,
  `create table "proposal" ("key" integer primary key, "sourceKey" integer not null, "textKey" integer not null,
     "kind" text not null, "start" integer not null, "end" integer not null, "score" ${ddl.real} not null,
     "reader" text not null, "decision" text, "deed" integer, "body" ${ddl.bytes} not null)`,
  `create index "proposalWaiting" on "proposal" ("sourceKey", "textKey", "start", "key") where "decision" is null`,
  `create index "proposalWaitingKind" on "proposal" ("kind", "sourceKey", "textKey", "start", "key") where "decision" is null`,
  `create index "proposalSource" on "proposal" ("sourceKey", "kind", "decision")`,
  `create index "proposalText" on "proposal" ("textKey", "start", "key")`,
  `create table "decided" ("n" integer not null, "ordinal" integer not null, "proposalKey" integer not null,
     "decision" text not null, "kind" text, "reader" text, "textKey" integer not null, "start" integer not null,
     "end" integer not null, primary key ("n", "ordinal"))${ddl.clustered}`,
  `create index "decidedProposal" on "decided" ("proposalKey", "n")`,
  `create index "decidedText" on "decided" ("textKey", "start")`,
];

const indexTables: Migration = (ddl) => [
  `create table "personName" ("token" ${ddl.bytes} not null, "personKey" integer not null,
     primary key ("token", "personKey"))${ddl.clustered}`,
  `create index "personNamePerson" on "personName" ("personKey")`,
  `create table "sensitiveToken" ("token" ${ddl.bytes} not null, "personKey" integer not null,
     primary key ("token", "personKey"))${ddl.clustered}`,
  `create index "sensitiveTokenPerson" on "sensitiveToken" ("personKey")`,
  `create table "job" ("id" text primary key, "kind" text not null, "done" integer not null, "total" integer,
     "now" ${ddl.bytes} not null, "state" text not null, "note" ${ddl.bytes}, "updated" text not null)`,
  `create table "doc" ("key" integer primary key, "kind" text not null, "refKey" integer, "sourceKey" integer,
     "textKey" integer, "start" integer not null, "end" integer not null)`,
  `create index "docRef" on "doc" ("refKey") where "refKey" is not null`,
  `create index "docText" on "doc" ("textKey") where "refKey" is null`,
];
