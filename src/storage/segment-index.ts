import { join } from 'node:path';
import { DamagedLedger } from '../domain/ports.ts';
import { BoundedMap } from '../kit/bounded-map.ts';
import { isMissing, withFile, type Files, type OpenFile } from './files.ts';
import { firstOf, groupBehind, recordsFrom, SEGMENT_HEAD_BYTES } from './segment-record.ts';

export interface Segment {
  readonly path: string;
  /** Number of its first deed. */
  readonly first: number;
}

/** How the files end, beyond the deeds that hold. */
export type Ending =
  | { readonly kind: 'whole' }
  | { readonly kind: 'torn'; readonly path: string; readonly at: number; readonly bytes: number }
  | { readonly kind: 'damaged'; readonly what: string };

/** A segment may outgrow its size by one group; a file beyond this was not written here. */
const MOST_BYTES = 1024 * 1024 * 1024;
const NAME = /^\d{6,}\.seg$/;
const KEPT_OFFSETS = 16;

/** Which segments there are and where each record of the last one begins; the same of earlier ones as they are asked for. */
export class SegmentIndex {
  readonly #files: Files;
  readonly #folder: string;
  readonly #segments: Segment[] = [];
  #last: number[] = [SEGMENT_HEAD_BYTES];
  readonly #earlier = new BoundedMap<string, readonly number[]>(KEPT_OFFSETS);

  constructor(files: Files, folder: string) {
    this.#files = files;
    this.#folder = folder;
  }

  /** Deeds in the files, as far as they were scanned. */
  size(): number {
    return (this.last()?.first ?? 0) + this.#last.length - 1;
  }

  last(): Segment | undefined {
    return this.#segments.at(-1);
  }

  /** Where the last whole record of the last segment ends. */
  end(): number {
    return this.#last.at(-1) ?? SEGMENT_HEAD_BYTES;
  }

  nextPath(): string {
    return join(this.#folder, `${String(this.#segments.length + 1).padStart(6, '0')}.seg`);
  }

  /** The segment that holds a deed, and the number behind its last one. */
  holding(n: number): { readonly segment: Segment; readonly to: number } | undefined {
    const at = this.#segments.findLastIndex((segment) => segment.first <= n);
    const segment = this.#segments[at];
    return segment && { segment, to: this.#segments[at + 1]?.first ?? this.size() };
  }

  /**
   * Takes notice of what was appended since, up to the first record that does not hold. Only the last segment is scanned: how
   * many deeds an earlier one must hold is said by the head of the next, and checked when they are read.
   */
  refresh(): void {
    for (let first = this.#nextFirst(); first !== undefined; first = this.#nextFirst()) {
      const last = this.last();
      if (last !== undefined && this.size() === first) this.#earlier.set(last.path, this.#last);
      this.#segments.push({ path: this.nextPath(), first });
      this.#last = [SEGMENT_HEAD_BYTES];
    }
    const last = this.last();
    if (last === undefined) return;
    const from = this.end();
    for (const { end } of recordsFrom(this.load(last.path, from), 0)) this.#last.push(from + end);
  }

  /** The number that the next segment begins with, where there is one that follows. */
  #nextFirst(): number | undefined {
    const path = this.nextPath();
    const first = this.#files.exists(path) ? firstOf(this.load(path, 0, SEGMENT_HEAD_BYTES)) : undefined;
    const follows = this.last() === undefined ? first === 0 : first !== undefined && first >= this.size();
    return follows ? first : undefined;
  }

  /** Bytes `[from, to)` of a segment, or to its end. */
  load(path: string, from: number, to?: number): Buffer {
    return this.#with(path, (file) => {
      const length = Math.max(0, (to ?? file.size()) - from);
      if (length > MOST_BYTES) throw new DamagedLedger(this.size(), `${path} is longer than a segment can be`);
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, file.read(from, bytes));
    });
  }

  /** Known segments do not go away. */
  #with<Value>(path: string, use: (file: OpenFile) => Value): Value {
    try {
      return withFile(this.#files, path, 'read', use);
    } catch (error) {
      throw isMissing(error) ? new DamagedLedger(this.size(), `${path} is gone`) : error;
    }
  }

  #lengthOf({ path }: Segment): number {
    return this.#with(path, (file) => file.size());
  }

  /** Where each record of a segment begins, and where the last one ends. */
  offsetsOf(segment: Segment): readonly number[] {
    if (segment === this.last()) return this.#last;
    const known = this.#earlier.get(segment.path);
    if (known !== undefined) return known;
    const bytes = this.load(segment.path, 0);
    const offsets = [SEGMENT_HEAD_BYTES];
    for (const { end } of recordsFrom(bytes, SEGMENT_HEAD_BYTES)) offsets.push(end);
    const deeds = offsets.length - 1;
    const to = this.#segments[this.#segments.indexOf(segment) + 1]?.first ?? this.size();
    if (segment.first + deeds !== to || offsets[deeds] !== bytes.length) {
      throw new DamagedLedger(Math.min(segment.first + deeds, to), 'its record does not hold');
    }
    this.#earlier.set(segment.path, offsets);
    return offsets;
  }

  /**
   * A bad end is torn only if no whole group stands behind it: groups are written one after the other, each after the one
   * before it was synced, so a bad place with a group behind it was acknowledged once and is damage (SPEC L8).
   */
  ending(): Ending {
    const known = new Set(this.#segments.map((segment) => segment.path));
    const strays = this.#files
      .list(this.#folder)
      .filter((name) => NAME.test(name))
      .map((name) => join(this.#folder, name))
      .filter((path) => !known.has(path));
    const [stray, ...more] = strays;
    const last = this.last();
    const tail = last === undefined ? Buffer.alloc(0) : this.load(last.path, this.end());
    if (last !== undefined && this.#lengthOf(last) < this.end()) return damaged(this.size() - 1);
    if (last !== undefined && tail.length > 0) {
      const torn = stray === undefined && !groupBehind(tail, 0);
      return torn ? { kind: 'torn', path: last.path, at: this.end(), bytes: tail.length } : damaged(this.size());
    }
    if (stray === undefined) return { kind: 'whole' };
    const bytes = this.load(stray, 0);
    const unfinished = firstOf(bytes.subarray(0, SEGMENT_HEAD_BYTES)) === undefined;
    const torn =
      more.length === 0 && stray === this.nextPath() && unfinished && !groupBehind(bytes, SEGMENT_HEAD_BYTES);
    return torn ? { kind: 'torn', path: stray, at: 0, bytes: bytes.length } : damaged(this.size());
  }
}

const damaged = (n: number): Ending => ({ kind: 'damaged', what: `deed ${n} of the ledger does not hold` });
