import { dirname } from 'node:path';
import type { Problem } from '../domain/problem.ts';
import { refuse, type Outcome } from '../kit/outcome.ts';

/** An open file. Offsets are absolute; a write writes everything or throws. */
export interface OpenFile {
  size(): number;
  /** Fills `into` from `at`; gives back how many bytes there were: fewer only at the end of the file. */
  read(at: number, into: Uint8Array): number;
  write(at: number, bytes: Uint8Array): void;
  truncate(length: number): void;
  sync(): void;
  /** The same as `sync`, off the thread: several at once cost little more than one. */
  synced(): Promise<void>;
  close(): void;
}

export type OpenFor = 'read' | 'write' | 'create';

/**
 * All that vault, ledger and keys ask of a file system, so that a bench can put one beneath that loses what was not synced
 * (trust requirement 02). Failures throw Node's errors with their `code`. `create` refuses a file that is there.
 */
export interface Files {
  open(path: string, how: OpenFor): OpenFile;
  exists(path: string): boolean;
  /** Names in a folder, sorted; none where there is no folder. */
  list(path: string): string[];
  /** True where it was made; its parent exists. */
  makeFolder(path: string): boolean;
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** Makes the names in a folder last: what was created in it, renamed into it, removed from it. */
  syncFolder(path: string): void;
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';
export const isUnreadable = (error: unknown): boolean => codeOf(error) === 'EIO';
export const isThere = (error: unknown): boolean => codeOf(error) === 'EEXIST';

const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS']);
const FORBIDDEN: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM']);

/** The disk's refusals as problems; anything else is a bug and is thrown again. */
export function diskProblem(error: unknown, path: string): Outcome<never, Problem> {
  const code = codeOf(error);
  if (FULL.has(code)) return refuse({ kind: 'disk-full', kept: 'everything acknowledged before' });
  if (FORBIDDEN.has(code)) return refuse({ kind: 'path-unreadable', path, why: String(code) });
  throw error;
}

/** The whole of a small file; undefined where it is missing. */
export function readWhole(files: Files, path: string): Uint8Array | undefined {
  try {
    return withFile(files, path, 'read', (file) => {
      const bytes = new Uint8Array(file.size());
      return bytes.subarray(0, file.read(0, bytes));
    });
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export function withFile<Value>(files: Files, path: string, how: OpenFor, use: (file: OpenFile) => Value): Value {
  const file = files.open(path, how);
  try {
    return use(file);
  } finally {
    file.close();
  }
}

/** Where a small file lies before it is in place; a crash may leave it. */
export const tempOf = (path: string): string => `${path}.new`;

/** Puts a small file in place whole or not at all: temp, fsync, rename, fsync of the folder. */
export function replaceFile(files: Files, path: string, bytes: Uint8Array): void {
  const temp = tempOf(path);
  if (files.exists(temp)) files.remove(temp);
  try {
    withFile(files, temp, 'create', (file) => {
      file.write(0, bytes);
      file.sync();
    });
    files.rename(temp, path);
  } catch (error) {
    if (files.exists(temp)) files.remove(temp);
    throw error;
  }
  files.syncFolder(dirname(path));
}
