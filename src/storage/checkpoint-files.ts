import { dirname, join } from 'node:path';
import { readWhole, replaceFile, type Files } from './files.ts';

const FOLDER = 'checkpoints';
const NAME = /^\d{12}\.note$/;

/** A checkpoint's note as it lies below the ledger, named after the number of deeds it speaks of. */
export interface NoteFile {
  readonly name: string;
  readonly note: string;
}

/** `ledger` is the ledger's folder. */
export function writeNote(files: Files, ledger: string, size: number, note: string): string {
  const folder = join(ledger, FOLDER);
  if (files.makeFolder(folder)) files.syncFolder(dirname(folder));
  const name = `${String(size).padStart(12, '0')}.note`;
  replaceFile(files, join(folder, name), Buffer.from(note));
  return name;
}

/** Smallest first. */
export function readNotes(files: Files, ledger: string): NoteFile[] {
  const folder = join(ledger, FOLDER);
  return files
    .list(folder)
    .filter((name) => NAME.test(name))
    .map((name) => ({ name, note: Buffer.from(readWhole(files, join(folder, name)) ?? []).toString('utf8') }));
}
