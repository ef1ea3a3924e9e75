import { createHash } from 'node:crypto';
import type { Derive, Draft } from '../domain/deed.ts';
import type { ActorName, SourceId, TextId } from '../domain/ids.ts';
import type { Progress } from '../domain/ports.ts';
import type { Problem } from '../domain/problem.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { Reading } from '../domain/reading.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { textIdOf } from '../ledger/keys.ts';
import { propose } from '../read/propose.ts';
import type { Handle } from '../storage/database.ts';
import { putProposals } from '../storage/projection/proposals.ts';
import { putReadings } from '../storage/projection/readings.ts';
import { putSourceFacts } from '../storage/projection/sources.ts';
import { sourcesById } from '../storage/questions/sources.ts';
import { arrived, type Arrival } from './arrivals.ts';
import { settled } from './case-trouble.ts';
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

export interface Adding {
  readonly actor: ActorName;
  readonly files: FileReading;
  readonly progress: Progress;
}

/** MECHANICS, Processes: imports commit in groups. */
const GROUP = { files: 64, bytes: 32 * 1024 * 1024, milliseconds: 200 } as const;
/** Files read at once: two children, each with the next one ready. */
const AHEAD = 4;

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
  readonly #reading: Promise<Outcome<Taken, Problem>>[] = [];
  #group: Taken[] = [];
  #groupBytes = 0;
  #groupSince: number;
  #counts = { taken: 0, again: 0, unread: 0, seen: 0 };
  readonly #problems: Problem[] = [];

  constructor(c: OpenCase, adding: Adding) {
    this.#case = c;
    this.#adding = adding;
    this.#groupSince = c.world.clock.now();
  }

  async receive(arrival: Outcome<Arrival, Problem>): Promise<Outcome<void, Problem>> {
    if (!arrival.ok) {
      this.#problems.push(arrival.problem);
      return done(undefined);
    }
    this.#begin(arrival.value);
    return this.#reading.length < AHEAD ? done(undefined) : this.#collect();
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
    const reading = takeArrival(this.#case, this.#adding.files, arrival).catch((error: unknown) =>
      refuse(unreadable(error, arrival.foundAt)),
    );
    this.#reading.push(reading);
  }

  /** Files come out in the order they came in, whoever was read first: the ledger does not depend on speed. */
  async #collect(): Promise<Outcome<void, Problem>> {
    const next = this.#reading.shift();
    if (next === undefined) return done(undefined);
    const read = await next;
    this.#counts.seen += 1;
    if (!read.ok) {
      this.#problems.push(read.problem);
      return done(undefined);
    }
    const taken = read.value;
    this.#adding.progress({ done: this.#counts.seen, total: null, now: taken.foundAt });
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
    this.#groupSince = this.#case.world.clock.now();
    if (group.length === 0) return done(undefined);
    const stored = await this.#store(group);
    if (!stored.ok) return stored;
    const appended = await this.#case.ledger.append(
      (db) => this.#drafts(db, stored.value),
      (db) => this.#keepReadings(db, stored.value),
    );
    return appended.ok ? done(undefined) : appended;
  }

  async #store(group: readonly Taken[]): Promise<Outcome<readonly Stored[], Problem>> {
    const blobs = group.flatMap((taken) => blobsOf(taken));
    const receipts = await this.#case.vault.putMany(blobs);
    if (!receipts.ok) return receipts;
    const names = receipts.value.map((receipt) => receipt.blob);
    let at = 0;
    return done(
      group.map((taken) => {
        const own = names.slice(at, (at += blobsOf(taken).length));
        const [blob = '', text = '', pages] = typeof taken.original === 'string' ? [taken.original] : own;
        return this.#stored(taken, { blob, text, pages: pages ?? null });
      }),
    );
  }

  #stored(
    taken: Taken,
    blobs: { readonly blob: string; readonly text: string; readonly pages: string | null },
  ): Stored {
    if (!taken.outcome.ok)
      return {
        taken,
        blob: blobs.blob,
        derived: { text: null, unread: taken.outcome.problem.reason },
        proposals: [],
        reading: null,
      };
    const { extracted, reading } = taken.outcome.value;
    const sha256 = createHash('sha256').update(extracted.text, 'utf8').digest('hex');
    const text = textIdOf(this.#case.keys.ids, sha256);
    this.#case.ledger.keepWords(blobs.text, extracted.text);
    const derived = {
      text,
      sha256,
      units: extracted.text.length,
      blob: blobs.text,
      pages: blobs.pages,
      title: extracted.title,
    };
    const proposals = propose(reading, { source: taken.source, text, textWords: extracted.text });
    return { taken, blob: blobs.blob, derived, proposals, reading };
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

  async #keepReadings(db: Handle, group: readonly Stored[]): Promise<void> {
    const read = group.flatMap((stored) =>
      stored.reading === null || stored.derived.text === null
        ? []
        : [{ ...stored, reading: stored.reading, text: stored.derived.text }],
    );
    await keepReadings(
      db,
      read.map(({ taken, reading, text, proposals }) => ({ source: taken.source, text, reading, proposals })),
    );
  }
}

type Derived =
  | { readonly text: null; readonly unread: string }
  | Omit<Extract<Derive, { readonly text: TextId }>, 'kind' | 'source' | 'tool'>;

interface Stored {
  readonly taken: Taken;
  readonly blob: string;
  readonly derived: Derived;
  readonly proposals: readonly Proposal[];
  readonly reading: Reading | null;
}

/** The original, its text, and where the text stands on pages. */
function blobsOf({ original, outcome }: Taken): Iterable<Uint8Array>[] {
  if (typeof original === 'string') return [];
  if (!outcome.ok) return [[original]];
  const { text, pages } = outcome.value.extracted;
  const both = [[original], [Buffer.from(text, 'utf8')]];
  return pages === null ? both : [...both, [Buffer.from(JSON.stringify(pages), 'utf8')]];
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

export interface KeptReading {
  readonly source: SourceId;
  readonly text: TextId;
  readonly reading: Reading;
  readonly proposals: readonly Proposal[];
}

/** Readings are a cache: they go into the tables beside the deeds and are no part of the fold. */
export async function keepReadings(db: Handle, readings: readonly KeptReading[]): Promise<void> {
  await putReadings(
    db,
    readings.map(({ text, reading }) => ({ text, reader: reading.reader.version, reading })),
  );
  await putProposals(
    db,
    readings.map(({ source, text, reading, proposals }) => ({
      source,
      text,
      reader: reading.reader.version,
      proposals,
    })),
  );
  await putSourceFacts(
    db,
    readings.map(({ source, reading }) => ({
      source,
      kind: null,
      published: reading.published?.date ?? null,
      language: reading.language,
    })),
  );
}
