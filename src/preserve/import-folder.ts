import type { Stats } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Problem } from '../domain/problem.ts';

/** What lies below the paths a person named. Places are relative to the named path, never places of the machine. */
export type Found =
  | { readonly kind: 'file'; readonly path: string; readonly foundAt: string; readonly bytes: number }
  | { readonly kind: 'skipped'; readonly foundAt: string; readonly why: string }
  | { readonly kind: 'problem'; readonly foundAt: string; readonly problem: Problem };

export interface ImportOptions {
  /** Folders that are left out, such as the case's own; paths as given. */
  readonly except: readonly string[];
}

/** Files that systems leave in every folder. */
const LITTER: ReadonlySet<string> = new Set(['Thumbs.db', 'desktop.ini', '__MACOSX']);

/**
 * Every file below the paths, folders opened as they come, names in the order of their UTF-16 units (SPEC C18): the same
 * folder gives the same order anywhere. Links are not followed, but for one that was named itself; nothing is thrown for
 * a folder that cannot be opened.
 */
export async function* filesBelow(paths: readonly string[], options: ImportOptions): AsyncGenerator<Found> {
  const except = new Set(options.except.map((path) => resolve(path)));
  for (const path of paths) {
    const named = resolve(path);
    const root = await realpath(named).catch(() => named);
    const facts = await factsOf(root, stat);
    if ('code' in facts) yield problem(basename(path), path, facts);
    else if (facts.isDirectory()) yield* below(root, '', except);
    else yield fileOrSkipped(root, basename(named), facts);
  }
}

async function* below(folder: string, place: string, except: ReadonlySet<string>): AsyncGenerator<Found> {
  const names = await readdir(folder).catch(asError);
  if (!Array.isArray(names)) {
    yield problem(place, place === '' ? basename(folder) : place, names);
    return;
  }
  for (const name of names.toSorted(byUnits)) {
    const path = join(folder, name);
    const foundAt = place === '' ? name : `${place}/${name}`;
    if (except.has(path)) yield { kind: 'skipped', foundAt, why: 'it is the case itself' };
    else if (name.startsWith('.') || LITTER.has(name)) yield { kind: 'skipped', foundAt, why: 'a hidden file' };
    else yield* entry(path, foundAt, except);
  }
}

async function* entry(path: string, foundAt: string, except: ReadonlySet<string>): AsyncGenerator<Found> {
  const facts = await factsOf(path, lstat);
  if ('code' in facts) yield problem(foundAt, foundAt, facts);
  else if (facts.isDirectory()) yield* below(path, foundAt, except);
  else yield fileOrSkipped(path, foundAt, facts);
}

function fileOrSkipped(path: string, foundAt: string, facts: Stats): Found {
  if (facts.isFile()) return { kind: 'file', path, foundAt, bytes: facts.size };
  return { kind: 'skipped', foundAt, why: facts.isSymbolicLink() ? 'a link to elsewhere' : 'not a file' };
}

interface SystemError {
  readonly code: string;
}

const factsOf = (path: string, look: (path: string) => Promise<Stats>): Promise<Stats | SystemError> =>
  look(path).catch(asError);

/** Node gives each refusal of the system a code; anything else is a bug and goes on. */
function asError(error: unknown): SystemError {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return { code: error.code };
  throw error;
}

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  ELOOP: 'its links go in a circle',
  ENAMETOOLONG: 'its path is too long',
  EIO: 'the disk cannot read it',
};

function problem(foundAt: string, path: string, { code }: SystemError): Found {
  if (code === 'ENOENT') return { kind: 'problem', foundAt, problem: { kind: 'path-missing', path } };
  return { kind: 'problem', foundAt, problem: { kind: 'path-unreadable', path, why: WHY[code] ?? code } };
}

const byUnits = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
