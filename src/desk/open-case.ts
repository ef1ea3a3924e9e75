import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ActorName } from '../domain/ids.ts';
import type { Clock, Random } from '../domain/ports.ts';
import type { Problem } from '../domain/problem.ts';
import { whenBounds } from '../domain/when.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { caseKeysFrom, type CaseKeys } from '../ledger/keys.ts';
import { openMembers, sealMembers } from '../ledger/members.ts';
import { readNotes } from '../storage/checkpoint-files.ts';
import type { Database } from '../storage/database.ts';
import { diskFiles } from '../storage/files-disk.ts';
import { readWhole, replaceFile, type Files } from '../storage/files.ts';
import { createCase, keyState, readHeader, unlockKey, type CaseHeader } from '../storage/key-file.ts';
import { discardLibsql, openLibsql } from '../storage/libsql/open.ts';
import { thisMachine } from '../storage/processes.ts';
import type { RecordWorld } from '../storage/projection/records.ts';
import type { Secrets } from '../storage/secrets.ts';
import { openSegments, type Segments } from '../storage/segments.ts';
import { vaultFiles, type GroupVault } from '../storage/vault-files.ts';
import { CaseLedger, type MemberKeys } from './case-ledger.ts';
import { problemIn, settled } from './case-trouble.ts';

/** Time and chance of the machine; tests give their own. */
export interface World {
  readonly clock: Clock;
  readonly random: Random;
}

export const MACHINE: World = {
  clock: { now: () => Date.now() },
  random: { bytes: (length) => new Uint8Array(randomBytes(length)) },
};

/** A case that is open in this process: everything a use-case works with. */
export interface OpenCase {
  readonly folder: string;
  readonly header: CaseHeader;
  readonly caseKey: Uint8Array;
  readonly keys: CaseKeys;
  readonly database: Database;
  readonly ledger: CaseLedger;
  readonly segments: Segments;
  readonly vault: GroupVault;
  readonly secrets: Secrets;
  readonly world: World;
  readonly files: Files;
  close(): Promise<void>;
}

export interface CasePlace {
  readonly folder: string;
  /** Asked for only where the case has one; null: nobody can be asked. */
  readonly passphrase: () => Promise<string | null>;
}

export const databasePath = (folder: string): string => join(folder, 'register.db');
export const isCase = (folder: string): boolean => existsSync(join(folder, 'case.json'));

/** Makes an empty case in a new or empty folder, named; its first deed opens it (SPEC H2). */
export async function makeCase(
  folder: string,
  name: string,
  opening: { readonly actor: ActorName; readonly world: World },
): Promise<Outcome<OpenCase, Problem>> {
  const made = createCase(diskFiles, folder, opening.world.random);
  if (!made.ok) return made.problem.kind === 'folder-not-empty' ? refuse({ kind: 'not-a-case', path: folder }) : made;
  const opened = await openWithKey({ folder, header: made.value.header, caseKey: made.value.key }, opening.world);
  if (!opened.ok) return opened;
  const first = await settled(() =>
    opened.value.ledger.append(async () => done([{ actor: opening.actor, payload: { kind: 'open', name } }])),
  );
  return first.ok ? opened : first;
}

/** Opens a case that exists; brings its tables up to the ledger, and builds them anew where they are missing. */
export async function openCase(place: CasePlace, world: World): Promise<Outcome<OpenCase, Problem>> {
  const unlocked = await unlockCase(place);
  return unlocked.ok ? openWithKey(unlocked.value, world) : unlocked;
}

/** The key of a case, and nothing of it opened: for what must begin where ledger or tables do not hold (SPEC L12). */
export async function unlockCase({ folder, passphrase }: CasePlace): Promise<Outcome<Unlocked, Problem>> {
  const header = readHeader(diskFiles, folder);
  if (!header.ok) return header;
  const asked = keyState(diskFiles, folder) === 'passphrase' ? await passphrase() : null;
  const key = await unlockKey(diskFiles, folder, asked);
  return key.ok ? done({ folder, header: header.value, caseKey: key.value }) : key;
}

export interface Unlocked {
  readonly folder: string;
  readonly header: CaseHeader;
  readonly caseKey: Uint8Array;
}

/**
 * Opens with the raw key: also what a worker thread does, that is handed the key in memory. With `tables` elsewhere the
 * ledger is only read: nobody else locks those before appending, so an unfinished end may be another process at work.
 */
export async function openWithKey(
  unlocked: Unlocked,
  world: World,
  tables: string = databasePath(unlocked.folder),
): Promise<Outcome<OpenCase, Problem>> {
  const keys = caseKeysFrom(unlocked.caseKey);
  const database = await openTables(tables, keys.database);
  if (!database.ok) return database;
  const opened = await settled(() =>
    openOver(database.value, unlocked, { keys, world, mends: tables === databasePath(unlocked.folder) }),
  );
  if (!opened.ok) await closed(database.value);
  return opened;
}

async function openOver(
  database: Database,
  { folder, header, caseKey }: Unlocked,
  { keys, world, mends }: { readonly keys: CaseKeys; readonly world: World; readonly mends: boolean },
): Promise<Outcome<OpenCase, Problem>> {
  const temps = { files: diskFiles, random: world.random, clock: world.clock, processes: thisMachine() };
  const vault = vaultFiles(join(folder, 'vault'), keys, temps);
  const segments = openSegments(diskFiles, join(folder, 'ledger'));
  const secrets = secretsUnder(keys.sensitive, world.random);
  const members = memberKeys(join(folder, 'members.sealed'), keys, world.random);
  if (!members.ok) return members;
  const recordWorld: RecordWorld = { secrets, days: daysOf };
  const ledger = new CaseLedger({
    database,
    segments,
    vault,
    keys,
    members: members.value,
    mends,
    noted: () =>
      readNotes(diskFiles, join(folder, 'ledger')).reduce(
        (most, { name }) => Math.max(most, Number.parseInt(name, 10)),
        0,
      ),
    world: recordWorld,
    ...world,
  });
  await ledger.open();
  const close = (): Promise<void> => closed(database);
  return done({
    folder,
    header,
    caseKey,
    keys,
    database,
    ledger,
    segments,
    vault,
    secrets,
    world,
    files: diskFiles,
    close,
  });
}

/** On a full disk the log stays beside the file and is read at the next opening: nothing is lost by closing. */
async function closed(database: Database): Promise<void> {
  try {
    await database.close();
  } catch (error) {
    if (problemIn(error) === undefined) throw error;
  }
}

/** Tables of a later version belong to a projection: they are thrown away and built again, the ledger is not. */
async function openTables(path: string, key: Uint8Array): Promise<Outcome<Database, Problem>> {
  const opened = await openLibsql({ path, key });
  if (!opened.ok) return opened;
  if (opened.value.kind === 'ready') return done(opened.value.database);
  await discardLibsql(path);
  const again = await openLibsql({ path, key });
  if (!again.ok) return again;
  return again.value.kind === 'ready'
    ? done(again.value.database)
    : refuse({ kind: 'case-newer', what: 'the database' });
}

const MS_A_DAY = 86_400_000;

function daysOf(edtf: string): { from: number | null; to: number | null } | null {
  const bounds = whenBounds(edtf);
  if (bounds === null) return null;
  const day = (date: string | null): number | null => (date === null ? null : Math.floor(Date.parse(date) / MS_A_DAY));
  return { from: day(bounds.from), to: day(bounds.to) };
}

const CIPHER = 'chacha20-poly1305';

function secretsUnder(key: Uint8Array, random: Random): Secrets {
  return {
    seal: (plain) => {
      const nonce = random.bytes(12);
      const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: 16 });
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open: (sealed) => {
      const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, 12), { authTagLength: 16 });
      decipher.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
    },
    tokenKey: (folded) => createHmac('sha256', key).update(folded).digest().subarray(0, 16),
  };
}

function memberKeys(path: string, keys: CaseKeys, random: Random): Outcome<MemberKeys, Problem> {
  const load = (): Outcome<ReadonlyMap<ActorName, Uint8Array>, Problem> => {
    const bytes = readWhole(diskFiles, path);
    return bytes === undefined ? done(new Map()) : openMembers(bytes, keys.members);
  };
  const first = load();
  if (!first.ok) return first;
  return done({
    seedOf: (name) => {
      const loaded = load();
      return loaded.ok ? loaded.value.get(name) : undefined;
    },
    keep: (name, seed) => {
      const loaded = load();
      if (!loaded.ok) return loaded;
      replaceFile(
        diskFiles,
        path,
        sealMembers(new Map([...loaded.value, [name, seed]]), keys.members, random.bytes(32)),
      );
      return done(undefined);
    },
  });
}
