import { dirname, join } from 'node:path';
import { DamagedLedger, type SealedDeed } from '../domain/ports.ts';
import type { Problem } from '../domain/problem.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { diskProblem, withFile, type Files } from './files.ts';
import { readSalts, SALT_BYTES, writeSalts } from './salts.ts';
import { SegmentIndex, type Ending, type Segment } from './segment-index.ts';
import { groupBytes, recordAt, recordsFrom, segmentHead } from './segment-record.ts';

/** A record that a crash left unfinished at the end of the ledger, and that was never acknowledged. */
export interface Torn {
  /** The segment, and how many bytes of it were cut off. */
  readonly file: string;
  readonly bytes: number;
  /** How many deeds stand. */
  readonly deeds: number;
}

/** The ledger's files. What is written between `mend` and `append` is written under a lock that the caller holds. */
export interface Segments {
  /** Deeds known to this process. */
  size(): number;
  /** Takes notice of what other processes appended; false where nothing is new. Reads only. */
  refresh(): boolean;
  /** Under the lock: cuts a torn end off. Refuses where deeds that were acknowledged do not hold. */
  mend(acknowledged: number): Outcome<Torn | null, Problem>;
  /** Under the lock: makes a group of deeds last, the first being number `at`. After a refusal nothing of it is there. */
  append(group: readonly SealedDeed[], at: number): Outcome<Torn | null, Problem>;
  /** One deed by its number; throws `DamagedLedger` where it cannot be read. */
  read(n: number): SealedDeed;
  /** Deeds from a number on, to where the ledger ends now; throws `DamagedLedger` at the first that cannot be read. */
  iterate(from: number): Generator<SealedDeed>;
}

export interface SegmentOptions {
  /** A new segment is begun after so many bytes: what is read at once, and what is scanned at an opening. */
  readonly segmentBytes: number;
}

const SEGMENTS: SegmentOptions = { segmentBytes: 8 * 1024 * 1024 };

/** The files below `folder`, which is made where it is missing. Reads the heads of all segments and scans the last one. */
export function openSegments(files: Files, folder: string, options: SegmentOptions = SEGMENTS): Segments {
  if (files.makeFolder(folder)) files.syncFolder(dirname(folder));
  const segments = new SegmentFiles(files, folder, options);
  segments.refresh();
  return segments;
}

class SegmentFiles implements Segments {
  readonly #files: Files;
  readonly #folder: string;
  readonly #salts: string;
  readonly #options: SegmentOptions;
  readonly #index: SegmentIndex;

  constructor(files: Files, folder: string, options: SegmentOptions) {
    this.#files = files;
    this.#folder = folder;
    this.#salts = join(folder, 'salts.bin');
    this.#options = options;
    this.#index = new SegmentIndex(files, folder);
  }

  size(): number {
    return this.#index.size();
  }

  refresh(): boolean {
    const before = this.size();
    this.#index.refresh();
    return this.size() > before;
  }

  mend(acknowledged: number): Outcome<Torn | null, Problem> {
    const ending = this.#inspected();
    const deeds = this.size();
    if (ending.kind === 'damaged') return refuse({ kind: 'case-damaged', what: ending.what });
    if (deeds < acknowledged) {
      return refuse({ kind: 'case-damaged', what: `the ledger holds ${deeds} of ${acknowledged} deeds` });
    }
    if (ending.kind === 'whole') return done(null);
    try {
      this.#cut(ending.path, ending.at);
    } catch (error) {
      return diskProblem(error, ending.path);
    }
    return done({ file: ending.path, bytes: ending.bytes, deeds });
  }

  #inspected(): Ending {
    try {
      this.refresh();
      return this.#index.ending();
    } catch (error) {
      if (error instanceof DamagedLedger) return { kind: 'damaged', what: error.message };
      throw error;
    }
  }

  /** Cutting a segment off at its beginning is to remove it. */
  #cut(path: string, at: number): void {
    if (at === 0) {
      if (this.#files.exists(path)) this.#files.remove(path);
      this.#files.syncFolder(this.#folder);
      return;
    }
    withFile(this.#files, path, 'write', (file) => {
      file.truncate(at);
      file.sync();
    });
  }

  append(group: readonly SealedDeed[], at: number): Outcome<Torn | null, Problem> {
    const mended = this.mend(this.size());
    if (!mended.ok) return mended;
    if (this.size() !== at)
      throw new Error(`deed ${at} cannot follow on ${this.size()} deeds: sealed outside the lock`);
    const last = this.#index.last();
    const begun = last === undefined || this.#index.end() >= this.#options.segmentBytes;
    const place = begun ? { path: this.#index.nextPath(), at: 0 } : { path: last.path, at: this.#index.end() };
    const bytes = groupBytes(group);
    try {
      writeSalts(
        this.#files,
        this.#salts,
        at,
        group.map((deed) => deed.salt),
      );
      withFile(this.#files, place.path, begun ? 'create' : 'write', (file) => {
        file.write(place.at, begun ? Buffer.concat([segmentHead(at), bytes]) : bytes);
        file.sync();
      });
      if (begun) this.#files.syncFolder(this.#folder);
    } catch (error) {
      this.#undo(place);
      return diskProblem(error, place.path);
    }
    this.refresh();
    return mended;
  }

  /** Where even that fails, the next `mend` finds the end torn, or a whole deed that nobody was told of: it stands. */
  #undo({ path, at }: { readonly path: string; readonly at: number }): void {
    try {
      this.#cut(path, at);
    } catch {
      return;
    }
  }

  read(n: number): SealedDeed {
    if (n >= this.size()) this.refresh();
    const held = n < this.size() ? this.#index.holding(n) : undefined;
    if (held === undefined) throw new DamagedLedger(n, 'it is not in the files');
    const { segment } = held;
    const offsets = this.#index.offsetsOf(segment);
    const [at, end] = [offsets[n - segment.first], offsets[n - segment.first + 1]];
    const record = end === undefined ? undefined : recordAt(this.#index.load(segment.path, at ?? 0, end), 0);
    if (record === undefined) throw new DamagedLedger(n, 'its record does not hold');
    return withSalt(record, n, readSalts(this.#files, this.#salts, n, 1));
  }

  *iterate(from: number): Generator<SealedDeed> {
    this.refresh();
    const size = this.size();
    for (let n = from; n < size;) {
      const held = this.#index.holding(n);
      if (held === undefined) throw new DamagedLedger(n, 'no segment holds it');
      const to = Math.min(held.to, size);
      yield* this.#deedsOf(held.segment, n, to);
      n = to;
    }
    const ending = this.#index.ending();
    if (ending.kind === 'damaged') throw new DamagedLedger(this.size(), 'its record does not hold');
    if (ending.kind === 'torn') throw new DamagedLedger(this.size(), `${ending.bytes} bytes at the end are no deed`);
  }

  *#deedsOf(segment: Segment, from: number, to: number): Generator<SealedDeed> {
    const start = this.#index.offsetsOf(segment)[from - segment.first];
    const salts = readSalts(this.#files, this.#salts, from, to - from);
    let n = from;
    for (const record of start === undefined ? [] : recordsFrom(this.#index.load(segment.path, start), 0)) {
      if (n === to) return;
      yield withSalt(record, n, salts.subarray((n - from) * SALT_BYTES));
      n += 1;
    }
    if (n < to) throw new DamagedLedger(n, 'its record does not hold');
  }
}

function withSalt({ publicPart, sealed }: Omit<SealedDeed, 'salt'>, n: number, salts: Buffer): SealedDeed {
  if (salts.length < SALT_BYTES) throw new DamagedLedger(n, 'its salt is not in the files');
  return { publicPart, sealed, salt: salts.subarray(0, SALT_BYTES) };
}
