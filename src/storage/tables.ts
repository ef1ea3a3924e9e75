import type { Generated } from 'kysely';
import type { Judge } from '../domain/deed.ts';

/**
 * The tables of the projection. Everything in here can be deleted and built again from ledger and vault.
 *
 * TEXT columns hold only ASCII that the program itself makes (ids, codes, EDTF, ISO times, media types): libsql cuts a
 * TEXT at NUL and dies of invalid UTF-8. What people wrote is a blob (`Bytes`) that we decode ourselves (MECHANICS,
 * libsql, known faults). Numbers called `…Key` are keys of `name`, where each id stands once.
 */
export type Bytes = Uint8Array;
/** 0 or 1. */
export type Flag = number;

export type ProposalDecision = 'accepted' | 'amended' | 'rejected';
export type DocKind = 'text' | 'statement' | 'name' | 'act';
export type JobKind = 'add' | 'read' | 'rebuild' | 'fsck' | 'release';
export type JobState = 'running' | 'done' | 'failed';

interface NameTable {
  key: Generated<number>;
  id: string;
}
interface MetaTable {
  key: string;
  value: string;
}
interface DeedTable {
  n: number;
  id: string;
  kind: string;
  actor: Bytes;
  at: string;
  takenBackBy: number | null;
}
/** Which deeds mention which record, source, text, proposal or deed: what must be refolded is found here. */
interface MentionTable {
  refKey: number;
  n: number;
}
/** What the fold left of a record or source; apart from the rows that are filtered and sorted, which stay small. */
interface StateTable {
  key: number;
  /** Packed `SourceState`, or a title and a `RecordState`; under the second key where `sealed`. */
  body: Bytes;
  sealed: Flag;
}
/** `by…` are sort keys: never null, what is unknown sorts last. */
interface RecordTable {
  key: number;
  kind: string;
  /** The title folded, cut to a sort key: sorted and filtered by. */
  byTitle: Bytes;
  /** The code of its leading field: an act's violation, a person's kind… */
  byCode: string;
  /** Day (since 1970-01-01) at which its leading date begins. */
  byDay: number;
  /** Lower bound of its leading count. */
  byCount: number;
  conflicts: number;
  /** How many of its claims are `work-needed` or `issue`. */
  work: number;
  /** 1 where every claim is withdrawn. */
  withdrawn: Flag;
  /** 1 where the fold itself asks for work on the record or one of its claims. */
  unsettled: Flag;
  hold: string | null;
}
/** One row a claim, for filters and lists; the claim itself is `claims[position]` of its record's state. */
interface ClaimTable {
  recordKey: number;
  position: number;
  field: string;
  status: string;
  basis: string;
  adopted: Flag;
  code: string | null;
  /** Bounds of a count; `high` null where open above. */
  low: number | null;
  high: number | null;
  fromDay: number | null;
  toDay: number | null;
  refKey: number | null;
}
interface AttestTable {
  recordKey: number;
  position: number;
  ordinal: number;
  sourceKey: number;
  textKey: number;
  start: number;
  end: number;
}
/** Record → what it names: by a field's value, or by a link of a chain. */
interface RefersTable {
  refKey: number;
  recordKey: number;
  as: string;
}
interface SourceTable {
  key: number;
  /** Every place it was found at, folded, one a line: filtered by. */
  places: Bytes;
  /** The first place folded, cut to a sort key. */
  byPlace: Bytes;
  placeCount: number;
  mediaType: string;
  bytes: number;
  takenAt: string;
  /** 1 where it has no text and the reason is known. */
  unread: Flag;
  /** 1 as soon as one of its texts was read; this and what follows comes from readings and is no part of the fold. */
  read: Flag;
  kind: string | null;
  published: string | null;
  language: string | null;
}
/** A text of a source. Two sources that give the same words have the same text id, hence the pair. */
interface TextTable {
  key: number;
  sourceKey: number;
  position: number;
  blob: string;
  pages: string | null;
  units: number;
}
/** A reading is a cache (MECHANICS, Readings and proposals). */
interface ReadingTable {
  textKey: number;
  reader: string;
  body: Bytes;
}
interface ProposalTable {
  key: number;
  textKey: number;
  sourceKey: number;
  kind: string;
  start: number;
  end: number;
  score: number;
  reader: string;
  body: Bytes;
  decision: ProposalDecision | 'read-differently' | null;
  /** The deed that decided it, or decided what it overlaps. */
  deed: number | null;
}
/** What people decided about proposals, one row an anchor: it outlives the proposals themselves, which are a cache. */
interface DecidedTable {
  n: number;
  ordinal: number;
  proposalKey: number;
  decision: ProposalDecision;
  kind: string | null;
  reader: string | null;
  textKey: number;
  start: number;
  end: number;
}
interface JudgementTable {
  n: number;
  of: Judge['of'];
  aKey: number;
  bKey: number;
  judgement: Judge['judgement'];
}
interface PersonNameTable {
  token: Bytes;
  personKey: number;
}
interface JobTable {
  id: string;
  kind: JobKind;
  done: number;
  total: number | null;
  now: Bytes;
  state: JobState;
  note: Bytes | null;
  updated: string;
}
/** What a row of the search index is about. `start` and `end` are the window of the text that was indexed. */
interface DocTable {
  key: number;
  kind: DocKind;
  refKey: number | null;
  sourceKey: number | null;
  textKey: number | null;
  start: number;
  end: number;
}
/** Contentless: holds folded tokens, gives back only row numbers (MECHANICS, Search). */
interface SearchTable {
  rowid: number;
  tokens: string;
}

export interface Tables {
  name: NameTable;
  meta: MetaTable;
  deed: DeedTable;
  mention: MentionTable;
  state: StateTable;
  record: RecordTable;
  claim: ClaimTable;
  attest: AttestTable;
  refers: RefersTable;
  source: SourceTable;
  text: TextTable;
  reading: ReadingTable;
  proposal: ProposalTable;
  decided: DecidedTable;
  judgement: JudgementTable;
  personName: PersonNameTable;
  /** Tokens of sealed and protected names, as keyed hashes under the second key (DESIGN, Who may see whom). */
  sensitiveToken: PersonNameTable;
  job: JobTable;
  doc: DocTable;
  search: SearchTable;
}
