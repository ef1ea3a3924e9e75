import type { Deed, Draft } from '../domain/deed.ts';
import { actorName, type ActorName, type RecordId } from '../domain/ids.ts';
import { DamagedBlob, type Clock, type Random, type Vault } from '../domain/ports.ts';
import type { Problem } from '../domain/problem.ts';
import { BoundedMap } from '../kit/bounded-map.ts';
import { done, type Outcome } from '../kit/outcome.ts';
import { NO_DEEDS, sealDrafts, tipAfter, type Tip } from '../ledger/append.ts';
import type { CaseKeys } from '../ledger/keys.ts';
import { frontierFrom, frontierText } from '../ledger/merkle.ts';
import { openDeed } from '../ledger/seal.ts';
import { keyIdOf, signerFrom, type Signer } from '../ledger/signing.ts';
import type { Database, Handle } from '../storage/database.ts';
import { metaOf, putMeta } from '../storage/projection/meta.ts';
import type { RecordWorld } from '../storage/projection/records.ts';
import { deedsMentioning } from '../storage/projection/deeds.ts';
import { deedsOfKind, takenBackAmong } from '../storage/questions/deed-numbers.ts';
import type { Segments, Torn } from '../storage/segments.ts';
import { CaseTrouble } from './case-trouble.ts';
import { guardsAmong } from './guards.ts';
import { projectDeeds, type Projecting } from './project.ts';

/** The members' signing keys: made at the first deed under a name, kept under the case key. */
export interface MemberKeys {
  seedOf(name: ActorName): Uint8Array | undefined;
  /** Makes the seed last before it is used. */
  keep(name: ActorName, seed: Uint8Array): Outcome<void, Problem>;
}

export interface CaseLedgerParts {
  readonly database: Database;
  readonly segments: Segments;
  readonly vault: Vault;
  readonly keys: CaseKeys;
  readonly members: MemberKeys;
  /** May it cut off an unfinished end? Only beside the tables that every process locks before it appends. */
  readonly mends: boolean;
  /** How many deeds the last kept checkpoint knows: what empty tables cannot say was acknowledged. */
  readonly noted: () => number;
  readonly world: RecordWorld;
  readonly clock: Clock;
  readonly random: Random;
}

/** What a decision is made of, inside the lock: it sees the case as it is, and nobody changes it meanwhile. */
export type Deciding = (db: Handle) => Promise<Outcome<readonly Draft[], Problem>>;
/** What goes into the tables in the same transaction as the deeds. */
export type Alongside = (db: Handle, deeds: readonly Deed[]) => Promise<void>;

const DEEDS_KEPT = 4096;
/** More than one group of an import. */
const FRESH_TEXTS = 80;
const CATCH_UP_AT_ONCE = 512;

/**
 * The ledger of an open case: appends under the database's write lock (MECHANICS, The embedded ledger on disk). Files first,
 * each group fsynced; then the tables, in one transaction. A deed is acknowledged when `append` answers.
 */
export class CaseLedger implements Projecting {
  readonly world: RecordWorld;
  readonly #parts: CaseLedgerParts;
  readonly #deeds = new BoundedMap<number, Deed>(DEEDS_KEPT);
  readonly #signers = new Map<ActorName, Signer>();
  readonly #names = new Map<string, ActorName>();
  /** Members are known of all deeds before this number. */
  #knownTo = 0;
  readonly #fresh = new BoundedMap<string, string>(FRESH_TEXTS);
  /** Records cut off because a crash had left them unfinished; they were never acknowledged. */
  readonly torn: Torn[] = [];

  constructor(parts: CaseLedgerParts) {
    this.#parts = parts;
    this.world = parts.world;
  }

  /** Learns the members, then brings the tables up to the files. */
  async open(): Promise<void> {
    await this.#parts.database.locked(async (db) => {
      for (const n of await deedsOfKind(db, 'member')) this.#read(n);
      const { frontier } = await this.tip(db);
      await this.#catchUp(db, frontier.size === 0 ? this.#parts.noted() : frontier.size);
      this.#knownTo = this.#parts.segments.size();
    });
  }

  /** Words just put into the vault, so that they need not be read back to be indexed. */
  keepWords(blob: string, words: string): void {
    this.#fresh.set(blob, words);
  }

  wordsOf = async (blob: string): Promise<string> => {
    const here = this.#fresh.get(blob);
    if (here !== undefined) return here;
    const parts: Uint8Array[] = [];
    try {
      for await (const part of this.#parts.vault.open(blob)) parts.push(part);
    } catch (error) {
      if (!(error instanceof DamagedBlob)) throw error;
      throw new CaseTrouble({ kind: 'case-damaged', what: error.message });
    }
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(parts));
  };

  size(): number {
    this.#parts.segments.refresh();
    return this.#parts.segments.size();
  }

  /** Where the tables say that the ledger ends. */
  async tip(db: Handle): Promise<Tip> {
    return tipFrom(await metaOf(db, 'tip'));
  }

  deedsAt = (numbers: readonly number[]): Deed[] => numbers.map((n) => this.#deeds.get(n) ?? this.#read(n));

  /** Every deed from a number on, in order. */
  *deedsFrom(from: number): Generator<Deed> {
    const size = this.size();
    let n = from;
    if (n >= size) return;
    for (const record of this.#parts.segments.iterate(from)) {
      yield this.#deeds.get(n) ?? this.#opened(record, n);
      n += 1;
      // Not a step further: what another process is just appending is no damage.
      if (n === size) return;
    }
  }

  /** Name key → record, among the standing deeds that made something under these keys. */
  async recordsNamed(db: Handle, keys: readonly string[]): Promise<Map<string, RecordId>> {
    const wanted = new Set(keys);
    const numbers = await deedsMentioning(db, wanted);
    const out = await takenBackAmong(db, numbers);
    const found = new Map<string, RecordId>();
    for (const { payload } of this.deedsAt(numbers.filter((n) => !out.has(n)))) {
      if (payload.kind !== 'accept' && payload.kind !== 'record') continue;
      for (const made of payload.made)
        if (made.named !== null && wanted.has(made.named)) found.set(made.named, made.id);
    }
    return found;
  }

  /** Decides, seals, appends and projects under one lock; what the decision refuses leaves nothing behind. */
  async append(decide: Deciding, alongside: Alongside = async () => {}): Promise<Outcome<Deed[], Problem>> {
    return this.#parts.database.locked(async (db) => {
      const tip = await this.#catchUp(db);
      const drafts = await decide(db);
      if (!drafts.ok) return drafts;
      const withMembers = this.#introduce(drafts.value);
      if (!withMembers.ok) return withMembers;
      const { clock, random, keys, segments } = this.#parts;
      const guards = await guardsAmong(db, this.world.secrets, withMembers.value);
      const hand = { keys, guards, signerOf: (actor: ActorName) => this.#signerOf(actor), clock, random };
      const group = sealDrafts(withMembers.value, tip, hand);
      const written = segments.append(group.sealed, tip.frontier.size);
      if (!written.ok) return written;
      if (written.value !== null) this.torn.push(written.value);
      for (const deed of group.deeds) this.#learn(deed);
      await projectDeeds(db, group.deeds, this);
      await putMeta(db, 'tip', tipText(group.tip));
      const asked = group.deeds.slice(group.deeds.length - drafts.value.length);
      await alongside(db, asked);
      return done(asked);
    });
  }

  /** Replays what the files have and the tables lack; cuts off what was never acknowledged. */
  async #catchUp(db: Handle, acknowledged = 0): Promise<Tip> {
    const { segments, mends } = this.#parts;
    let tip = await this.tip(db);
    const mended = mends ? segments.mend(Math.max(tip.frontier.size, acknowledged)) : done(null);
    if (!mended.ok) throw new CaseTrouble(mended.problem);
    if (mended.value !== null) this.torn.push(mended.value);
    if (segments.size() === tip.frontier.size) return tip;
    let group: Deed[] = [];
    for (const record of segments.iterate(tip.frontier.size)) {
      group.push(this.#opened(record, tip.frontier.size));
      tip = tipAfter(tip, record.publicPart);
      if (group.length < CATCH_UP_AT_ONCE) continue;
      await projectDeeds(db, group, this);
      group = [];
    }
    await projectDeeds(db, group, this);
    await putMeta(db, 'tip', tipText(tip));
    return tip;
  }

  #read(n: number): Deed {
    return this.#opened(this.#parts.segments.read(n), n);
  }

  #opened(record: ReturnType<Segments['read']>, n: number): Deed {
    const opened = openDeed(record, n, {
      keys: this.#parts.keys,
      nameOf: this.#nameOf,
    });
    if (!opened.ok) {
      const { kind, what } = opened.problem;
      throw new CaseTrouble(
        kind === 'newer' ? { kind: 'case-newer', what } : { kind: 'case-damaged', what: `deed ${n}: ${what}` },
      );
    }
    this.#learn(opened.value);
    return opened.value;
  }

  /** A key that is not known may be of somebody whom another process brought in since (SPEC L10). */
  readonly #nameOf = (keyId: string): ActorName | undefined => {
    const { segments } = this.#parts;
    if (!this.#names.has(keyId)) segments.refresh();
    for (; !this.#names.has(keyId) && this.#knownTo < segments.size(); this.#knownTo += 1) {
      const record = segments.read(this.#knownTo);
      if (bringsInMember(record.publicPart)) this.#opened(record, this.#knownTo);
    }
    return this.#names.get(keyId);
  };

  #learn(deed: Deed): void {
    this.#deeds.set(deed.n, deed);
    if (deed.payload.kind === 'member')
      this.#names.set(keyIdOf(Buffer.from(deed.payload.publicKey, 'hex')), deed.payload.name);
  }

  #signerOf(actor: ActorName): Signer {
    const signer = this.#signers.get(actor);
    if (signer === undefined) throw new Error('a deed by an actor who was not introduced');
    return signer;
  }

  /** A name that signs for the first time brings in its key by a `member` deed before its first deed. */
  #introduce(drafts: readonly Draft[]): Outcome<readonly Draft[], Problem> {
    const introductions: Draft[] = [];
    for (const actor of new Set(drafts.map((draft) => draft.actor))) {
      if (!this.#signers.has(actor)) {
        const kept = this.#signerFor(actor);
        if (!kept.ok) return kept;
        this.#signers.set(actor, kept.value);
      }
      const signer = this.#signerOf(actor);
      if (this.#nameOf(signer.id) !== undefined) continue;
      introductions.push({
        actor,
        payload: { kind: 'member', name: actorName(actor), publicKey: Buffer.from(signer.publicKey).toString('hex') },
      });
    }
    return done([...introductions, ...drafts]);
  }

  #signerFor(actor: ActorName): Outcome<Signer, Problem> {
    const { members, random } = this.#parts;
    const known = members.seedOf(actor);
    if (known !== undefined) return done(signerFrom(known));
    const seed = random.bytes(32);
    const kept = members.keep(actor, seed);
    return kept.ok ? done(signerFrom(seed)) : kept;
  }
}

/** The public part is canonical: its kind stands in it in one way only. */
const bringsInMember = (publicPart: Uint8Array): boolean => Buffer.from(publicPart).includes('"kind":"member"');

const tipText = (tip: Tip): string => `${tip.leaf} ${frontierText(tip.frontier)}`;

function tipFrom(text: string | undefined): Tip {
  if (text === undefined) return NO_DEEDS;
  const [leaf = '', ...rest] = text.split(' ');
  const frontier = frontierFrom(rest.join(' '));
  if (frontier === undefined) throw new CaseTrouble({ kind: 'case-damaged', what: 'the database' });
  return { leaf, frontier };
}
