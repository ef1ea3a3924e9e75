import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Deed } from '../domain/deed.ts';
import type { Progress, SealedDeed } from '../domain/ports.ts';
import { caseKeysFrom } from '../ledger/keys.ts';
import { verifyLedger, type Verification } from '../ledger/verify.ts';
import { checkBlobs, type NamedBlob } from '../storage/check-vault.ts';
import { differences } from '../storage/compare.ts';
import type { Database } from '../storage/database.ts';
import { dump } from '../storage/dump.ts';
import { diskFiles } from '../storage/files-disk.ts';
import { openLibsql } from '../storage/libsql/open.ts';
import { openSegments } from '../storage/segments.ts';
import { problemIn } from './case-trouble.ts';
import { keptNotes, noteKeyOf, unanchored } from './checkpoint.ts';
import type { OpenCase, Unlocked } from './open-case.ts';
import { digestOf, replay } from './rebuild.ts';

export interface FsckProblem {
  readonly kind: string;
  readonly where: string;
  readonly what: string;
}

export interface FsckReport {
  readonly ok: boolean;
  readonly deeds: number;
  readonly digest: string | null;
  readonly unanchored: number;
  readonly problems: readonly FsckProblem[];
}

const MOST_PROBLEMS = 1000;

/** Looks at everything: ledger, seals, signatures, checkpoints; every blob against its hash; the tables against a fresh fold (SPEC L8). */
export async function fsckCase(c: OpenCase, progress: Progress): Promise<FsckReport> {
  const problems: FsckProblem[] = [];
  progress({ done: 0, total: 3, now: 'ledger' });
  const ledger = await verifiedLedger(c);
  problems.push(...findingsOf(ledger));
  progress({ done: 1, total: 3, now: 'vault' });
  if (ledger.firstBad === null) problems.push(...(await vaultProblems(c, progress)));
  progress({ done: 2, total: 3, now: 'database' });
  const tables = ledger.firstBad === null ? await tableProblems(c) : { digest: null, problems: [] };
  problems.push(...tables.problems);
  progress({ done: 3, total: 3, now: 'done' });
  return {
    ok: problems.length === 0,
    deeds: ledger.verified.tip.frontier.size,
    digest: tables.digest,
    unanchored: unanchored(c),
    problems: problems.slice(0, MOST_PROBLEMS),
  };
}

/** What another process appends at this moment looks torn: only under the lock is an unfinished end a finding. */
async function verifiedLedger(c: OpenCase): Promise<Verification> {
  const verify = (): Verification => verifyLedger(c.segments.iterate(0), heldOf(c));
  const first = verify();
  if (!first.findings.some(({ kind }) => kind === 'files')) return first;
  return c.database.locked(async () => verify());
}

const heldOf = (c: Pick<OpenCase, 'files' | 'folder' | 'header' | 'keys'>) => ({
  payloadKeys: c.keys,
  noteKey: noteKeyOf(c),
  notes: keptNotes(c),
});

const findingsOf = ({ findings }: Verification): FsckProblem[] =>
  findings.map(({ kind, where, what }) => ({ kind, where, what }));

/** What can be said of a case that cannot be opened, `because`: its ledger's files alone are examined (SPEC L12). */
export function examineFiles({ folder, header, caseKey }: Unlocked, because: string): FsckReport {
  const held = heldOf({ files: diskFiles, folder, header, keys: caseKeysFrom(caseKey) });
  const ledger = verifyLedger(deedsIn(folder), held);
  const found = findingsOf(ledger);
  const deeds = ledger.verified.tip.frontier.size;
  const problems = found.length > 0 ? found : [{ kind: 'case', where: folder, what: because }];
  return { ok: false, deeds, digest: null, unanchored: deeds, problems };
}

function* deedsIn(folder: string): Generator<SealedDeed> {
  yield* openSegments(diskFiles, join(folder, 'ledger')).iterate(0);
}

function* namedBlobs(deeds: Iterable<Deed>): Generator<NamedBlob> {
  for (const { n, payload } of deeds) {
    const where = `deed ${n}`;
    if (payload.kind === 'ingest') yield { blob: payload.blob, sha256: payload.sha256, where };
    if (payload.kind !== 'derive' || payload.text === null) continue;
    yield { blob: payload.blob, sha256: payload.sha256, where };
    if (payload.pages !== null) yield { blob: payload.pages, sha256: null, where };
  }
}

async function vaultProblems(c: OpenCase, progress: Progress): Promise<FsckProblem[]> {
  const problems: FsckProblem[] = [];
  for await (const finding of checkBlobs(c.vault, namedBlobs(c.ledger.deedsFrom(0)), progress)) problems.push(finding);
  return problems;
}

interface Tables {
  readonly digest: string | null;
  readonly problems: readonly FsckProblem[];
}

/** The tables beside a fresh fold of the same ledger, line by line. */
async function tableProblems(c: OpenCase): Promise<Tables> {
  const scratch = mkdtempSync(join(c.folder, 'fsck-'));
  try {
    const opened = await openLibsql({ path: join(scratch, 'fold.db'), key: c.keys.database });
    if (!opened.ok || opened.value.kind !== 'ready') throw new Error('a fresh database was refused');
    const fresh = opened.value.database;
    try {
      await replay(c, fresh, () => {});
      return await compared(c, fresh);
    } finally {
      await fresh.close();
    }
  } catch (error) {
    const problem = problemIn(error);
    if (problem === undefined) throw error;
    return { digest: null, problems: [found(problem.kind === 'case-damaged' ? problem.what : problem.kind)] };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function compared(c: OpenCase, fresh: Database): Promise<Tables> {
  const problems: FsckProblem[] = [];
  for await (const { kind, table, id } of differences(dump(c.database.db, c.secrets), dump(fresh.db, c.secrets))) {
    if (problems.length < MOST_PROBLEMS)
      problems.push({ ...found(`${kind}: it does not say what the ledger says`), where: `${table} ${id}` });
  }
  return { digest: await digestOf(c.database.db, c.secrets), problems };
}

const found = (what: string): FsckProblem => ({ kind: 'database', where: 'register.db', what });
