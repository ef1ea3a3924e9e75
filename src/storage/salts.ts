import { withFile, type Files } from './files.ts';

export const SALT_BYTES = 32;

/** Writes the salts of the deeds from `first` on; they are on the disk before the deeds are (MECHANICS). */
export function writeSalts(files: Files, path: string, first: number, salts: readonly Uint8Array[]): void {
  withFile(files, path, files.exists(path) ? 'write' : 'create', (file) => {
    file.write(first * SALT_BYTES, Buffer.concat(salts));
    file.sync();
  });
}

/** The salts of deeds `[first, first + count)`, as many as there are. */
export function readSalts(files: Files, path: string, first: number, count: number): Buffer {
  if (!files.exists(path)) return Buffer.alloc(0);
  return withFile(files, path, 'read', (file) => {
    const bytes = Buffer.alloc(count * SALT_BYTES);
    const got = file.read(first * SALT_BYTES, bytes);
    return bytes.subarray(0, got - (got % SALT_BYTES));
  });
}
