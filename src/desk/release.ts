import { createHash, createHmac } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { titleOf } from '../domain/cell.ts';
import type { ActorName } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import { RECORD_KINDS, type RecordKind } from '../domain/record.ts';
import { type Audience } from '../domain/sensitivity.ts';
import { base32 } from '../kit/base32.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { rootOf } from '../ledger/merkle.ts';
import { registerCsv } from '../release/csv.ts';
import { dossierHtml } from '../release/dossier.ts';
import type { Mask } from '../release/mask.ts';
import { registerJsonLines, releaseRecord, type ReleasedRecord, type ReleasedSource } from '../release/released.ts';
import { sourcesPage } from '../storage/questions/sources.ts';
import { settled } from './case-trouble.ts';
import { checkpoint } from './checkpoint.ts';
import { hiddenPersons } from './hidden.ts';
import { recordsWithCells } from './list.ts';
import { namesAround } from './names.ts';
import type { OpenCase } from './open-case.ts';
import { sourceName } from './source-name.ts';

export const RELEASE_FORMATS = ['csv', 'jsonl', 'dossier'] as const;
export type ReleaseFormat = (typeof RELEASE_FORMATS)[number];

export const FILE_NAME = {
  csv: 'register.csv',
  jsonl: 'register.jsonl',
  dossier: 'dossier.html',
} as const satisfies Record<ReleaseFormat, string>;
export const MEDIA_TYPE = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson',
  dossier: 'text/html; charset=utf-8',
} as const satisfies Record<ReleaseFormat, string>;

/** What leaves, made of what may be shown (DESIGN, Release), with how many persons stand under a pseudonym. */
export interface Prepared {
  readonly withheld: number;
  stream(format: ReleaseFormat): AsyncGenerator<string>;
}

/** Gathers who must be hidden from this audience; nothing is written yet. */
export async function prepareRelease(c: OpenCase, audience: Audience): Promise<Prepared> {
  const hidden = await hiddenPersons(c, audience);
  const records = (kind: RecordKind): AsyncGenerator<ReleasedRecord> =>
    released(c, kind, { mask: hidden.mask, audience });
  const all = async function* (): AsyncGenerator<ReleasedRecord> {
    for (const kind of RECORD_KINDS) yield* records(kind);
  };
  const { frontier } = await c.ledger.tip(c.database.db);
  const caseName = hidden.mask(caseNameOf(c)).text;
  const head = {
    caseName,
    audience,
    ledger: { size: frontier.size, root: Buffer.from(rootOf(frontier)).toString('hex') },
    withheld: hidden.count,
  };
  const streams = {
    csv: () => registerCsv(all()),
    jsonl: () => registerJsonLines(all()),
    dossier: () => dossierHtml({ head, sources: releasedSources(c, hidden.mask), records }),
  } as const satisfies Record<ReleaseFormat, () => AsyncGenerator<string>>;
  return { withheld: hidden.count, stream: (format) => streams[format]() };
}

export function caseNameOf(c: OpenCase): string {
  for (const deed of c.ledger.deedsFrom(0)) if (deed.payload.kind === 'open') return deed.payload.name;
  return 'case';
}

async function* released(
  c: OpenCase,
  kind: RecordKind,
  { mask, audience }: { readonly mask: Mask; readonly audience: Audience },
): AsyncGenerator<ReleasedRecord> {
  for await (const { state, cells } of recordsWithCells(c, kind)) {
    const nameOf = await namesAround(c.database.db, c.secrets, [state]);
    const shown =
      audience === 'team' ? cells : cells.map((cell) => ({ ...cell, decidedBy: memberPseudonym(c, cell.decidedBy) }));
    yield releaseRecord({ id: state.id, kind, title: titleOf(state, nameOf), cells: shown }, mask);
  }
}

/** Who works on the case is nobody's business outside it. */
const memberPseudonym = (c: OpenCase, name: string): string =>
  `member ${base32(createHmac('sha256', c.keys.members).update(name).digest().subarray(0, 3)).slice(0, 4)}`;

async function* releasedSources(c: OpenCase, mask: Mask): AsyncGenerator<ReleasedSource> {
  let after: string | null = null;
  do {
    const page = await sourcesPage(c.database.db, { sort: 'taken', after });
    for (const found of page.rows)
      yield {
        id: found.state.id,
        name: mask(sourceName(found)).text,
        mediaType: found.state.mediaType,
        published: found.published,
      };
    after = page.next;
  } while (after !== null);
}

export interface ReleaseDone {
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly withheld: number;
}

/** Writes a release of all formats into an empty or new folder, after a checkpoint, and enters it in the ledger (SPEC R7). */
export function releaseTo(
  c: OpenCase,
  folder: string,
  how: { readonly audience: Audience; readonly actor: ActorName; readonly profile: string },
): Promise<Outcome<ReleaseDone, Problem>> {
  return settled(async () => {
    if (existsSync(folder) && readdirSync(folder).length > 0) return refuse({ kind: 'folder-not-empty', path: folder });
    const note = await checkpoint(c);
    if (!note.ok) return note;
    mkdirSync(folder, { recursive: true });
    const prepared = await prepareRelease(c, how.audience);
    const files: { name: string; sha256: string }[] = [];
    for (const format of RELEASE_FORMATS)
      files.push({
        name: FILE_NAME[format],
        sha256: await writeHashed(join(folder, FILE_NAME[format]), prepared.stream(format)),
      });
    return enterRelease(c, { ...how, files, withheld: prepared.withheld });
  });
}

/** Writes one format to one file and enters it in the ledger. */
export function exportTo(
  c: OpenCase,
  path: string,
  how: { readonly format: ReleaseFormat; readonly audience: Audience; readonly actor: ActorName },
): Promise<Outcome<ReleaseDone, Problem>> {
  return settled(async () => {
    if (existsSync(path))
      return refuse({ kind: 'bad-input', where: path, why: 'it is there already, and nothing is written over' });
    const prepared = await prepareRelease(c, how.audience);
    const files = [{ name: FILE_NAME[how.format], sha256: await writeHashed(path, prepared.stream(how.format)) }];
    return enterRelease(c, {
      actor: how.actor,
      audience: how.audience,
      profile: how.format,
      files,
      withheld: prepared.withheld,
    });
  });
}

interface Entered extends ReleaseDone {
  readonly actor: ActorName;
  readonly audience: Audience;
  readonly profile: string;
}

export async function enterRelease(
  c: OpenCase,
  { actor, audience, profile, files, withheld }: Entered,
): Promise<Outcome<ReleaseDone, Problem>> {
  const entered = await c.ledger.append(async () =>
    done([{ actor, payload: { kind: 'release', profile, audience, files, withheld } }]),
  );
  return entered.ok ? done({ files, withheld }) : entered;
}

async function writeHashed(path: string, parts: AsyncIterable<string>): Promise<string> {
  const hash = createHash('sha256');
  const hashed = async function* (): AsyncGenerator<Buffer> {
    for await (const part of parts) {
      const bytes = Buffer.from(part, 'utf8');
      hash.update(bytes);
      yield bytes;
    }
  };
  await pipeline(hashed(), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  return hash.digest('hex');
}
