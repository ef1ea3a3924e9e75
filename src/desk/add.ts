import type { Derive, Draft } from '../domain/deed.ts';
import type { ActorName, SourceId, TextId } from '../domain/ids.ts';
import type { Progress } from '../domain/ports.ts';
import type { Problem } from '../domain/problem.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import type { Handle } from '../storage/database.ts';
import { sourcesById } from '../storage/questions/sources.ts';
import { arrived, type Arrival } from './arrivals.ts';
import { settled } from './case-trouble.ts';
import { keepReadings, type KeptReading } from './keep-readings.ts';
import type { OpenCase } from './open-case.ts';
import { takeArrival, unreadable, type Taken } from './take-arrival.ts';
import type { FileReading } from './read-file.ts';

/** What an import did. */
export interface Added {
  readonly taken: number;
  /** Files whose bytes were in the case already. */
  readonly again: number;
  readonly unread: number;
  /** What could not even be opened. */
  readonly problems: readonly Problem[];
}

/** A group that is committed: no crash can take it back (SPEC L9). Also names what was in the case already. */
export interface Acknowledged {
  readonly sources: readonly SourceId[];
  readonly deeds: readonly string[];
}

export interface Adding {
  readonly actor: ActorName;
  readonly files: FileReading;
  readonly progress: Progress;
  readonly acknowledged?: (group: Acknowledged) => void;
}

/** MECHANICS, Processes: imports commit in groups. */
const GROUP = { files: 64, bytes: 32 * 1024 * 1024, milliseconds: 200 } as const;
/** So much is read while a group is committed: the children need not wait for the disk. */
const AHEAD = { files: 12, bytes: 32 * 1024 * 1024 } as const;

/**
 * Takes files into custody and reads them (SPEC C2, C6): each group is in the vault before its deeds, and acknowledged after
 * both. The same file again adds nothing; the same bytes elsewhere add a place.
 */
export function addFiles(
  c: OpenCase,
  arrivals: AsyncIterable<Outcome<Arrival, Problem>>,
  adding: Adding,
): Promise<Outcome<Added, Problem>> {
  return settled(async () => {
    const importing = new Importing(c, adding);
    for await (const arrival of arrivals) {
      const kept = await importing.receive(arrival);
      if (!kept.ok) return kept;
    }
    return importing.finish();
  });
}

class Importing {
  readonly #case: OpenCase;
  readonly #adding: Adding;
  readonly #reading: { readonly size: number; readonly taken: Promise<Outcome<Taken, Problem>> }[] = [];
  #readingBytes = 0;
  #group: Taken[] = [];
  #groupBytes = 0;
  #groupSince = 0;
  #counts = { taken: 0, again: 0, unread: 0, seen: 0 };
  readonly #problems: Problem[] = [];

  constructor(c: OpenCase, adding: Adding) {
    this.#case = c;
    this.#adding = adding;
  }

  async receive(arrival: Outcome<Arrival, Problem>): Promise<Outcome<void, Problem>> {
    if (!arrival.ok) {
      this.#problems.push(arrival.problem);
      return done(undefined);
    }
    this.#begin(arrival.value);
    while (this.#reading.length >= AHEAD.files || this.#readingBytes >= AHEAD.bytes) {
      const kept = await this.#collect();
      if (!kept.ok) return kept;
    }
    return done(undefined);
  }

  async finish(): Promise<Outcome<Added, Problem>> {
    while (this.#reading.length > 0) {
      const kept = await this.#collect();
      if (!kept.ok) return kept;
    }
    const kept = await this.#commit();
    if (!kept.ok) return kept;
    const { taken, again, unread: notRead } = this.#counts;
    return done({ taken, again, unread: notRead, problems: this.#problems });
  }

  #begin(arrival: Arrival): void {
    const { size, foundAt } = arrival;
    const taken = takeArrival(this.#case, this.#adding.files, arrival).catch((error: unknown) =>
      refuse(unreadable(error, foundAt)),
    );
    this.#reading.push({ size, taken });
    this.#readingBytes += size;
  }

  /** Files come out in the order they came in, whoever was read first: the ledger does not depend on speed. */
  async #collect(): Promise<Outcome<void, Problem>> {
    const next = this.#reading.shift();
    if (next === undefined) return done(undefined);
    const read = await next.taken;
    this.#readingBytes -= next.size;
    this.#counts.seen += 1;
    if (!read.ok) {
      this.#problems.push(read.problem);
      return done(undefined);
    }
    const taken = read.value;
    this.#adding.progress({ done: this.#counts.seen, total: null, now: taken.foundAt });
    if (this.#group.length === 0) this.#groupSince = this.#case.world.clock.now();
    this.#group.push(taken);
    this.#groupBytes += typeof taken.original === 'string' ? 0 : taken.size;
    this.#enclosed(taken);
    const waited = this.#case.world.clock.now() - this.#groupSince;
    const full = this.#group.length >= GROUP.files || this.#groupBytes >= GROUP.bytes || waited >= GROUP.milliseconds;
    return full ? this.#commit() : done(undefined);
  }

  /** What a mail carries is a source of its own, found inside the mail. */
  #enclosed({ outcome, foundAt }: Taken): void {
    if (!outcome.ok) return;
    for (const { name, bytes } of outcome.value.extracted.attachments)
      this.#begin(arrived(`${foundAt} ▸ ${name}`, bytes));
  }

  async #commit(): Promise<Outcome<void, Problem>> {
    const group = this.#group;
    this.#group = [];
    this.#groupBytes = 0;
    if (group.length === 0) return done(undefined);
    const stored = await this.#store(group);
    if (!stored.ok) return stored;
    const appended = await this.#case.ledger.append(
      (db) => this.#drafts(db, stored.value),
      (db) => keepReadings(db, stored.value.flatMap(keptReading)),
    );
    if (!appended.ok) return appended;
    const sources = group.map(({ source }) => source);
    this.#adding.acknowledged?.({ sources, deeds: appended.value.map((deed) => deed.id) });
    return done(undefined);
  }

  async #store(group: readonly Taken[]): Promise<Outcome<readonly Stored[], Problem>> {
    const parts = group.map((taken) => partsOf(taken));
    const receipts = await this.#case.vault.putMany(parts.flat().map((part) => [part]));
    if (!receipts.ok) return receipts;
    const names = receipts.value.map((receipt) => receipt.blob);
    return done(group.map((taken, at) => this.#stored(taken, blobsOf(taken, names.splice(0, parts[at]?.length)))));
  }

  #stored(taken: Taken, { blob, text, pages }: Blobs): Stored {
    if (!taken.outcome.ok) return { taken, blob, derived: { text: null, unread: taken.outcome.problem.reason } };
    const { extracted, textSha256: sha256, text: id } = taken.outcome.value;
    this.#case.ledger.keepWords(text, extracted.text);
    const derived = { text: id, sha256, units: extracted.text.length, blob: text, pages, title: extracted.title };
    return { taken, blob, derived };
  }

  async #drafts(db: Handle, group: readonly Stored[]): Promise<Outcome<readonly Draft[], Problem>> {
    const { actor } = this.#adding;
    const known = await sourcesById(
      db,
      group.map((stored) => stored.taken.source),
    );
    const places = new Map(known.map(({ state }) => [state.id, new Set(state.foundAt.map((found) => found.place))]));
    const drafts: Draft[] = [];
    for (const stored of group) {
      const { source, foundAt } = stored.taken;
      const here = places.get(source);
      if (here === undefined) {
        drafts.push(...takenIn(stored, actor));
        this.#counts.taken += 1;
        if (stored.derived.text === null) this.#counts.unread += 1;
      } else {
        if (!here.has(foundAt)) drafts.push({ actor, payload: { kind: 'found-again', source, foundAt } });
        this.#counts.again += 1;
      }
      places.set(source, (here ?? new Set()).add(foundAt));
    }
    return done(drafts);
  }
}

type Derived =
  | { readonly text: null; readonly unread: string }
  | Omit<Extract<Derive, { readonly text: TextId }>, 'kind' | 'source' | 'tool'>;

interface Stored {
  readonly taken: Taken;
  readonly blob: string;
  readonly derived: Derived;
}

/** The names under which a file's bytes, its text and its page map lie in the vault. */
interface Blobs {
  readonly blob: string;
  readonly text: string;
  readonly pages: string | null;
}

/** What goes into the vault of a file: its bytes, its text where that is not the same bytes, and where the text stands on pages. */
function partsOf({ original, outcome }: Taken): Uint8Array[] {
  if (typeof original === 'string') return [];
  if (!outcome.ok) return [original];
  const { text, pages } = outcome.value.extracted;
  const words = Buffer.from(text, 'utf8');
  const both = words.equals(original) ? [original] : [original, words];
  return pages === null ? both : [...both, Buffer.from(JSON.stringify(pages), 'utf8')];
}

function blobsOf({ original, outcome }: Taken, names: readonly string[]): Blobs {
  const blob = typeof original === 'string' ? original : (names[0] ?? '');
  const pages = outcome.ok && outcome.value.extracted.pages !== null ? (names.at(-1) ?? '') : null;
  const texts = pages === null ? names.slice(1) : names.slice(1, -1);
  return { blob, text: texts[0] ?? blob, pages };
}

const NO_TOOL = { name: 'actum', version: '1', options: '' };

function takenIn({ taken, blob, derived }: Stored, actor: ActorName): Draft[] {
  const { source, sha256, size, mediaType, foundAt, outcome } = taken;
  const tool = outcome.ok ? outcome.value.extracted.tool : NO_TOOL;
  return [
    { actor, payload: { kind: 'ingest', source, sha256, bytes: size, mediaType, blob, foundAt } },
    { actor, payload: { kind: 'derive', source, tool, ...derived } },
  ];
}

function keptReading({ taken: { source, outcome } }: Stored): KeptReading[] {
  return outcome.ok ? [{ source, ...outcome.value }] : [];
}
